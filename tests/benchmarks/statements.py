"""How many statements the database is asked for one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from dashboard.app import create_app
from dashboard.settings import WebSettings
from queries.reader import Access
from tests.benchmarks.visits import Call
from tests.serving import Demonstration, settings_for


def statements(demonstration: Demonstration, calls: Iterable[Call]) -> list[str]:
    """Every statement about figures that the calls of a visit lead to, in an app of our own."""
    settings = WebSettings.from_environment(settings_for(demonstration))
    server = create_app(settings, lambda _visitor: Access("ministerie", None)).server
    browser = server.test_client()
    engine = server.extensions["trajectmonitor"]["engine"]
    with _noted(engine) as asked:
        for call in calls:
            browser.open(call.path, method=call.method, data=call.body, content_type="application/json")
    for one in server.extensions["trajectmonitor"].values():
        one.dispose()
    return asked


@contextmanager
def _noted(engine: Engine) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.split(maxsplit=1)[0] not in ("BEGIN", "PRAGMA"):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)
