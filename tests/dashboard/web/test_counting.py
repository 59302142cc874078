"""How often pages are opened is counted by kind of page, and nothing else is kept of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy.exc import OperationalError

from dashboard.web import counting
from dashboard.web.answers import QUESTION_PATH
from dashboard.web.counting import Count, page_of
from dashboard.web.desk import usage as shown
from dashboard.web.entrance import Entrance
from tests.desk import Desk, SignedIn
from warehouse.accounts import usage

# Other tests open pages of the same demonstration now.
THEN = datetime.combine(date(2001, 1, 15), time(12))
MONTH = THEN.date().replace(day=1)


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/", "/"),
        ("/regio/AM05", "regio"),
        ("/regio/AM05/trajecten", "/trajecten"),
        ("/experimenten/AM05-1", "experiment"),
        ("/regio/AM05/geschiedenis/K01", "geschiedenis"),
        ("/regio/AM99", None),
        ("/nergens", None),
    ],
)
def test_a_page_is_counted_without_its_region(path: str, page: str | None) -> None:
    assert page_of(path) == page


def _open(visitor: SignedIn, path: str, changed: str = "pathname") -> None:
    outputs = [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}]
    given = {"pathname": path, "search": ""}
    body = {
        "output": ".._pages_content.children..._pages_store.data..",
        "outputs": outputs,
        "inputs": [{"id": "_pages_location", "property": key, "value": value} for key, value in given.items()],
        "changedPropIds": [f"_pages_location.{changed}"],
    }
    assert visitor.client.post(QUESTION_PATH, json=body).status_code == 200


def test_opening_counts_once_and_a_choice_does_not(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "WRITTEN_EVERY", timedelta())
    for module in (counting, shown):
        monkeypatch.setattr(module, "this_moment", lambda: THEN)
    visitor, administrator = desk.signed_in("ministerie"), desk.signed_in("beheer")
    before = desk.ask(usage.since, MONTH).get((MONTH, "regio"), 0)
    for path in ("/regio/AM05", "/regio/AM05", "/regio/AM06"):
        _open(visitor, path)
    _open(visitor, "/regio/AM05", changed="search")
    assert desk.ask(usage.since, MONTH)[MONTH, "regio"] == before + 3
    assert "Pagina van een regio &lt; 10" in administrator.words("/beheer/gebruik")
    desk.ask(usage.add, MONTH, {"regio": 1234 - before - 3})
    assert "‘Pagina van een regio’ het meest geopend: 1.234 keer." in administrator.words("/beheer/gebruik")


def test_what_cannot_be_written_is_kept_for_later(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, desk: Desk
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("", {}, Exception())

    entrance = Entrance(None, desk.accounts, tuple)  # type: ignore[arg-type]
    count, at = Count(entrance), THEN
    before = desk.ask(usage.since, MONTH).get((MONTH, "/definities"), 0)
    with monkeypatch.context() as trouble:
        trouble.setattr(usage, "add", away)
        for minutes in (0, 1):
            count.opened("/definities", at + timedelta(minutes=minutes))
    assert "could not be written down" in caplog.text
    count.opened("/definities", at + timedelta(minutes=2))
    assert desk.ask(usage.since, MONTH)[MONTH, "/definities"] == before + 3
