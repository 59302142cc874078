"""Readers and an app on the demonstration, for tests that ask the product as it is without a server or a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import dash
import pytest
from dash._pages import _path_to_page
from flask import g
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.access import WhoAsks, access_of
from dashboard.address import Filters, href
from dashboard.app import Trajectmonitor, create_app
from dashboard.i18n import language, speaking
from dashboard.settings import WebSettings
from queries.reader import Access, Reader, open_reader
from tests.dashboard.components.rendered import sent
from tests.serving import Demonstration, settings_for
from tests.signing import COOKIE

MINISTRY = Access("ministerie", None)
REGIONS_THAT_ARE_READ = ("AM05", "AM23", "AM35")  # Twente, Drechtsteden, and Gorinchem with its very small counts


@contextmanager
def reading(demonstration: Demonstration, access: Access = MINISTRY, number: int | None = None) -> Iterator[Reader]:
    with demonstration.warehouse.connect() as connection:
        yield open_reader(connection, access, number)


@contextmanager
def app_of(settings: WebSettings, who_asks: WhoAsks = lambda _visitor: MINISTRY) -> Iterator[Trajectmonitor]:
    """For who asks, without signing in; with `access_of` only who signed in gets an answer.

    Dash keeps the pages of all apps of a process in one list, so an app for one test puts back what was there.
    """
    kept = dict(dash.page_registry)
    app = create_app(settings, who_asks)
    try:
        yield app
    finally:
        for engine in app.server.extensions["trajectmonitor"].values():
            engine.dispose()
        dash.page_registry.clear()
        dash.page_registry.update(kept)


@dataclass(frozen=True)
class Site:
    """The pages as a visitor of a role gets them. `cookie` is that of somebody who is signed in."""

    app: Trajectmonitor
    cookie: str = ""

    @property
    def visitor(self) -> FlaskClient:
        client: FlaskClient = self.app.server.test_client()
        if self.cookie:
            client.set_cookie(COOKIE, self.cookie)
        return client

    def page(self, path: str, filters: Filters | None = None, access: Access = MINISTRY) -> Any:
        """What goes over the wire for the first layout of a page."""
        query = href(path, filters or Filters()).partition("?")[2]
        page, parts = _path_to_page(path.strip("/"))  # type: ignore[no-untyped-call]
        asked = dict(parse_qsl(query))
        with self.app.server.test_request_context(path), speaking(language()):
            g.access = access
            return sent(page["layout"](**(parts or {}), **asked))

    def question(self, path: str, search: str = "") -> TestResponse:
        """What Dash asks for when an address is visited."""
        output = ".._pages_content.children..._pages_store.data.."
        asked = {"pathname": path, "search": search}
        return self._post(output, [{"id": "_pages_location", "property": key, "value": asked[key]} for key in asked])

    def choice(self, store: str, address: object) -> TestResponse:
        """What a page asks when its choices were written into its address."""
        callbacks = self.app.callback_map.items()
        (output,) = (key for key, one in callbacks if one["inputs"][0]["id"] == store and "callback" in one)
        return self._post(output, [{"id": store, "property": "data", "value": address}])

    def _post(self, output: str, inputs: list[dict[str, Any]]) -> TestResponse:
        parts = [part.rsplit(".", 1) for part in output.strip(".").split("...")]
        body = {
            "output": output,
            "outputs": [{"id": id, "property": name.split("@")[0]} for id, name in parts],
            "inputs": inputs,
            "changedPropIds": [f"{inputs[0]['id']}.{inputs[0]['property']}"],
        }
        return self.visitor.post("/_dash-update-component", json=body)


OF_THE_COUNTRY = (
    *("/", "/trajecten", "/mijlpalen", "/experimenten"),
    *("/uitkomsten", "/wijzigingen", "/definities"),
)
OF_ONE_EXPERIMENT = "/experimenten/<id>"
EXPERIMENTS = ("/experimenten/AM05-AM05-E1", "/experimenten/AM05-AM05-E2")
OF_HISTORY = ("/geschiedenis/<traced>", "/regio/<code>/geschiedenis/<traced>")
HISTORIES = (
    "/geschiedenis/K01",
    "/geschiedenis/K10",
    "/geschiedenis/K19",
    "/geschiedenis/K20",
    "/geschiedenis/F4",
    "/regio/AM05/geschiedenis/K01",
    "/regio/AM05/geschiedenis/K03",
    "/regio/AM05/geschiedenis/K19",
    "/regio/AM05/geschiedenis/K22",
    "/regio/AM05/geschiedenis/K23",
    "/regio/AM05/geschiedenis/K24",
    "/regio/AM05/geschiedenis/F1-F2",
    "/regio/AM05/geschiedenis/bestemming-werk",
    "/regio/AM05/geschiedenis/mijlpaal-AM05-TOM-4",
    "/regio/AM05/geschiedenis/experiment-AM05-E1",
    "/regio/AM12/geschiedenis/K01",
)


@pytest.fixture(scope="session")
def settings(demonstration: Demonstration) -> WebSettings:
    return WebSettings.from_environment(settings_for(demonstration))


@pytest.fixture(scope="session")
def site(settings: WebSettings) -> Iterator[Site]:
    with app_of(settings) as app:
        yield Site(app)


@pytest.fixture
def closed(settings: WebSettings, site: Site) -> Iterator[Site]:
    """The same pages as a web server has them: who asks is who signed in, and nobody did."""
    with app_of(settings, access_of) as app:
        yield Site(app)


@pytest.fixture
def ministry(demonstration: Demonstration) -> Iterator[Reader]:
    with reading(demonstration) as reader:
        yield reader
