import gzip
import json
import re
import time
from pathlib import Path

import brotli
import dash
import pytest
from dash import dcc, html
from flask.testing import FlaskClient
from playwright.sync_api import Route

from dashboard.settings import SettingsError
from dashboard.web import frontend
from dashboard.web.frontend import INSTALL
from tests.browsing import BrowserPage
from tests.serving import HOUSE, NODE_MODULES

DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}


class App(dash.Dash):
    page_tags: frontend.PageTags

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        return str(super().interpolate_index(**self.page_tags.instead_of(parts)))  # type: ignore[no-untyped-call]


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    folder = tmp_path / "assets"
    folder.mkdir()
    (folder / "own.css").write_text(".own { color: rebeccapurple }")
    (folder / "own.js").write_text("window.own = 'loaded';")
    return folder


@pytest.fixture
def app(assets: Path) -> App:
    app = App("frontend_test", assets_ignore=".*", use_async=False)
    app.layout = html.Div([dcc.Graph(figure={"data": [{"type": "bar", "y": [1, 2]}]}), html.P("a sentence " * 200)])
    app.page_tags = frontend.register(app, node_modules=NODE_MODULES, assets=assets)
    return app


@pytest.fixture
def visitor(app: App) -> FlaskClient:
    return app.server.test_client()  # type: ignore[no-any-return]


def _addresses(visitor: FlaskClient) -> list[str]:
    page = visitor.get("/").get_data(as_text=True)
    return re.findall(r'<(?:link rel="stylesheet" href|script [^>]*src|script src)="([^"]+)"', page)


def test_a_page_asks_for_one_style_sheet_one_script_and_plotly(visitor: FlaskClient) -> None:
    style, plotly, script = _addresses(visitor)
    assert (style.rsplit(".", 1)[1], script.rsplit(".", 1)[1]) == ("css", "js")
    assert "plotly" in plotly


@pytest.mark.parametrize("encoding", DECODERS)
def test_each_file_comes_as_the_browser_can_read_it_and_is_kept_for_a_year(visitor: FlaskClient, encoding: str) -> None:
    for address in _addresses(visitor):
        plain = visitor.get(address, headers={"Accept-Encoding": "identity"}).data
        answer = visitor.get(address, headers={"Accept-Encoding": encoding})
        assert DECODERS[encoding](answer.data) == plain
        assert answer.headers.get("Content-Encoding", "identity") == encoding
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert (answer.cache_control.max_age, answer.cache_control.immutable) == (frontend.YEAR, True)


def test_our_own_files_come_last(visitor: FlaskClient) -> None:
    style, _, script = (visitor.get(address).get_data(as_text=True) for address in _addresses(visitor))
    assert style.rstrip().endswith("rebeccapurple }")
    assert script.rstrip().endswith("window.own = 'loaded';")
    assert "sourceMappingURL=bootstrap" not in style


def test_the_address_where_dash_looks_for_plotly_leads_to_ours(visitor: FlaskClient) -> None:
    answer = visitor.get(frontend.PLOTLY_ADDRESS_OF_DASH)
    assert answer.location in _addresses(visitor)


def test_a_file_that_did_not_change_is_not_built_again(app: App, assets: Path) -> None:
    start = time.time()
    assert frontend.register(App("again", assets_ignore=".*"), node_modules=NODE_MODULES, assets=assets) == (
        app.page_tags
    )
    built = NODE_MODULES / ".cache" / "trajectmonitor"
    assert not [file for file in built.iterdir() if file.stat().st_mtime > start]


def test_another_style_gets_another_address(app: App, assets: Path) -> None:
    (assets / "own.css").write_text(".own { color: teal }")
    changed = frontend.register(App("changed", assets_ignore=".*"), node_modules=NODE_MODULES, assets=assets)
    assert changed.css != app.page_tags.css
    assert changed.script == app.page_tags.script


def test_packages_that_are_not_installed_are_named_with_what_installs_them(tmp_path: Path, assets: Path) -> None:
    (tmp_path / "bootstrap").mkdir()
    with pytest.raises(SettingsError, match=f"without plotly.js-basic-dist-min, plotly.js-locales;.*{INSTALL}$"):
        frontend.register(App("bare", assets_ignore=".*"), node_modules=tmp_path, assets=assets)
    assert [path.name for path in tmp_path.iterdir() if path != assets] == ["bootstrap"]


def test_the_front_end_packages_are_those_of_the_repository() -> None:
    """Who installs the wheel alone has no package.json: the message and the manual name them."""
    assert json.loads((HOUSE / "package.json").read_text())["dependencies"] == frontend.PACKAGES
    assert INSTALL in (HOUSE / "docs" / "operating.md").read_text("utf-8")


def test_a_front_end_that_cannot_be_written_is_named(tmp_path: Path, assets: Path) -> None:
    for name in frontend.PACKAGES:
        (tmp_path / name).mkdir()
    (tmp_path / ".cache").write_text("a file in the way")
    with pytest.raises(SettingsError, match=r"TRAJECTMONITOR_FRONTEND .* must be writable"):
        frontend.register(App("shut", assets_ignore=".*"), node_modules=tmp_path, assets=assets)


def test_inline_scripts_of_dash_stay(app: App) -> None:
    parts = app.page_tags.instead_of({"css": "x", "scripts": "<script src='y'></script><script>one()</script>"})
    assert "<script>one()</script>" in parts["scripts"]
    assert "src='y'" not in parts["scripts"]


def test_long_answers_are_compressed_on_the_way_out(visitor: FlaskClient) -> None:
    answer = visitor.get("/_dash-layout", headers={"Accept-Encoding": "br"})
    assert b"a sentence" in brotli.decompress(answer.data)


@pytest.mark.browser
def test_a_page_draws_in_the_browser_with_these_files(visitor: FlaskClient, browser_page: BrowserPage) -> None:
    browser_page.page.route("**/*", lambda route: _answer(visitor, route))
    browser_page.page.goto("http://dashboard.test/")
    browser_page.page.wait_for_selector(".main-svg .point")
    assert browser_page.page.evaluate("window.own") == "loaded"
    assert browser_page.errors == []


def _answer(visitor: FlaskClient, route: Route) -> None:
    asked = route.request
    answer = visitor.open(
        asked.url, method=asked.method, data=asked.post_data, headers=[("Content-Type", "application/json")]
    )
    route.fulfill(status=answer.status_code, headers=dict(answer.headers), body=answer.data)
