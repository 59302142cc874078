"""Everything is joined here, and nowhere else."""

from __future__ import annotations

import logging
from functools import partial
from html import escape
from http.client import FORBIDDEN, NOT_FOUND, OK
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import dash
from flask import Flask, Request, g, request
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

import callbacks.changes
import callbacks.definitions
import callbacks.experiments
import callbacks.history
import callbacks.milestones
import callbacks.missing
import callbacks.national
import callbacks.outcomes
import callbacks.region
import callbacks.trajectories
from callbacks.parts.look import read_ahead
from dashboard.access import WhoAsks, access_of, is_closed
from dashboard.address import DIVISIONS
from dashboard.figures.hexmap_ground import ground_of
from dashboard.i18n import LANGUAGES, language, texts
from dashboard.settings import WebSettings
from dashboard.titles import heading_of, title_of
from dashboard.visit import Visit
from dashboard.web import (
    answers,
    calendar,
    counting,
    desk,
    downloads,
    frame,
    frontend,
    gate,
    guest,
    headers,
    health,
    invitation,
    looking,
    own_calendar,
    proxies,
    questions,
    seen_as,
    sign_in,
)
from dashboard.web.entrance import Entrance, check_accounts
from dashboard.web.entrance import register as register_entrance
from queries.reader import Access, NoPublicationError, open_reader
from warehouse.areas import open_engine

SUBJECTS = (
    callbacks.national,
    callbacks.region,
    callbacks.trajectories,
    callbacks.milestones,
    callbacks.experiments,
    callbacks.outcomes,
    callbacks.changes,
    callbacks.history,
    callbacks.definitions,
)
OF_ROWS = (callbacks.history, callbacks.experiments)
log = logging.getLogger(__name__)
LONGEST_QUESTION = 64 * 1024
INDEX = """<!DOCTYPE html>
<html lang="{language}">
<head>
{metas}
<title>{title}</title>
<link rel="icon" href="data:,">
{css}
</head>
<body>
{above}
{app_entry}
{account}
<footer hidden>{config}{scripts}{renderer}</footer>
</body>
</html>"""


class Trajectmonitor(dash.Dash):
    """Dash with the language of the request on its page, and only the front-end files that we choose."""

    page_tags: frontend.PageTags

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        named = {**self.page_tags.instead_of(parts), "title": escape(title_of(request.path))}
        return INDEX.format(language=language(), above=frame.above(), account=frame.account_bar(), **named)


def create_app(settings: WebSettings, who_asks: WhoAsks = access_of) -> Trajectmonitor:
    """A server for these settings. It reads what was published, and has no address of what regions sent.

    Nothing that a web server starts gives another `who_asks`: what is seen follows from who is signed in alone.
    SettingsError when these settings are none to open a door with.
    """
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
    visit = Visit(open_engine(settings.read_url, read_only=True))
    entrance = Entrance(settings, open_engine(settings.accounts_url), visit.known)
    if who_asks is access_of:
        check_accounts(entrance)
    app.layout = dash.page_container
    for subject in SUBJECTS:
        subject.register(app, visit.reader)
    callbacks.missing.register()
    _register_web(app, visit, entrance, who_asks)
    _load_what_every_worker_shares()
    return app


def _load_what_every_worker_shares() -> None:
    """Before the server forks: later each worker would load it for itself."""
    for each in LANGUAGES:
        texts(each)
    for division in DIVISIONS:
        ground_of(division)
    import_module("plotly.io.json")


def look_ahead(engine: Engine) -> None:
    """Also before it forks: what all pages of the newest publication have in common, which each worker would otherwise
    read for its first visitor. It is sealed, and read for somebody who sees no region.
    """
    try:
        with engine.connect() as connection:
            read_ahead(open_reader(connection, Access("", frozenset())))
    except (NoPublicationError, SQLAlchemyError) as problem:
        log.warning("nothing was read ahead, pages will ask for themselves: %s", problem)
    engine.dispose()


def _register_web(app: Trajectmonitor, visit: Visit, entrance: Entrance, who_asks: WhoAsks) -> None:
    server, settings = app.server, entrance.settings
    server.config["MAX_CONTENT_LENGTH"] = LONGEST_QUESTION
    server.extensions["trajectmonitor"] = {"engine": visit.engine, "accounts": entrance.engine}
    register_entrance(server, entrance)
    gate.register(server, partial(own_calendar.visitor, entrance), who_asks)
    looking.register(server, entrance)
    seen_as.register(server)
    health.register(server, visit.engine)
    sign_in.register(server, entrance)
    invitation.register(server, entrance)
    _register_provider(server, entrance)
    calendar.register(server, visit.reader)
    for room in (desk, downloads, guest, own_calendar):
        room.register(server, entrance)
    questions.register(server, lambda: app.callback_map)
    answers.register(server, visit.state)
    counting.register(server, entrance)
    server.teardown_appcontext(visit.leave)
    assets = Path(str(files("assets")))
    app.page_tags = frontend.register(app, node_modules=settings.frontend, assets=assets)
    frame.register(server, app.page_tags)
    headers.register(server, app.csp_hashes, partial(_status_of, visit))
    proxies.register(server, settings.proxies)


def _register_provider(server: Flask, entrance: Entrance) -> None:
    """What speaks with a provider takes memory that only a server which has one needs."""
    if entrance.settings.provider:
        from dashboard.web import provider

        provider.register(server, entrance, entrance.settings.provider)


def _status_of(visit: Visit, request: Request) -> int:
    """By the name of a page alone; of rows that only a publication knows, by asking for them."""
    path = request.path
    if heading_of(path) is None:
        return NOT_FOUND
    if is_closed(g.access, path) or callbacks.milestones.is_of_others(visit.reader, path, request.args.get("pilot")):
        return FORBIDDEN
    return OK if all(subject.exists(visit.reader, path) for subject in OF_ROWS) else NOT_FOUND
