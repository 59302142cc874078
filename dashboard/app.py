"""Everything is joined here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import dash
from flask import g, request
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

import callbacks.definitions
import callbacks.missing
import callbacks.national
import callbacks.region
from dashboard.access import access_of
from dashboard.address import DIVISIONS
from dashboard.clock import today
from dashboard.figures.hexmap_ground import ground_of
from dashboard.i18n import LANGUAGES, language_of, texts
from dashboard.pages import definitions, national, region
from dashboard.settings import Settings
from dashboard.web import answers, frontend, gate, headers, health
from queries.reader import Reader, open_reader, publications
from queries.regions import LEADING_DIVISION
from warehouse.areas import open_engine

SUBJECTS = (callbacks.national, callbacks.region, callbacks.definitions)
PATHS = (national.PATH, definitions.PATH)
REGION_PREFIX = region.PATH.removesuffix("<code>")
INDEX = """<!DOCTYPE html>
<html lang="{language}">
<head>
{metas}
<title>{title}</title>
<link rel="icon" href="data:,">
{css}
</head>
<body>
{app_entry}
<footer hidden>{config}{scripts}{renderer}</footer>
</body>
</html>"""


class Trajectmonitor(dash.Dash):
    """Dash with the language of the request on its page, and only the front-end files that we choose."""

    page_tags: frontend.PageTags

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        return INDEX.format(language=language_of(request.args.get("taal")), **self.page_tags.instead_of(parts))


def create_app(settings: Settings) -> Trajectmonitor:
    """A server for these settings. It reads what was published, and has no address of what regions sent."""
    app = Trajectmonitor(
        "trajectmonitor",
        use_pages=True,
        pages_folder="",
        assets_ignore=".*",
        suppress_callback_exceptions=True,
        update_title=None,  # type: ignore[arg-type]
        title="Trajectmonitor 16-27",
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
        use_async=False,
    )
    engine = open_engine(settings.read_url)
    app.layout = dash.page_container
    open_for_visitor = partial(reader_for_visitor, engine)
    for subject in SUBJECTS:
        subject.register(app, open_for_visitor)
    callbacks.missing.register(app)
    _register_web(app, settings, engine)
    _load_what_every_worker_shares()
    return app


def _load_what_every_worker_shares() -> None:
    """Before the server forks: later each worker would load it for itself."""
    for language in LANGUAGES:
        texts(language)
    for division in DIVISIONS:
        ground_of(division)
    import_module("plotly.io.json")


def _register_web(app: Trajectmonitor, settings: Settings, engine: Engine) -> None:
    server = app.server
    server.extensions["trajectmonitor"] = {"engine": engine}
    gate.register(server, partial(access_of, settings))
    health.register(server, engine)
    answers.register(server, partial(state_of, engine))
    app.page_tags = frontend.register(app, node_modules=settings.frontend, assets=Path(str(files("assets"))))
    headers.register(server, app.csp_hashes, is_page)


def state_of(engine: Engine) -> tuple[object, ...] | None:
    """On what every answer depends: the publications and the day; None when the warehouse is away."""
    try:
        with engine.connect() as connection:
            g.publications = publications(connection)
    except SQLAlchemyError:
        return None
    return (g.publications, today())


def is_page(path: str) -> bool:
    """Whether a page answers at this address: regions that deliver, or could, are those on the map."""
    code = path.removeprefix(REGION_PREFIX)
    return path in PATHS if code == path else code in ground_of(LEADING_DIVISION).regions


@contextmanager
def reader_for_visitor(engine: Engine, number: int | None) -> Iterator[Reader]:
    """Looks at publication `number`; at the newest when that one does not exist."""
    with engine.connect() as connection:
        known = g.get("publications") or publications(connection)
        existing = number if number in {one.number for one in known} else None
        yield open_reader(connection, g.access, existing, known)
