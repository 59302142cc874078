"""The dashboard as a user of the web role serves it: the same pages as from a file, for every role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dashboard.access import access_of
from dashboard.settings import WebSettings
from queries.reader import Access
from tests.areas import engine_on
from tests.asking import MINISTRY, Site, app_of
from tests.dashboard.web.door import PASSWORD, Door
from tests.wall import Users
from warehouse.roles import WEB

pytestmark = pytest.mark.postgres

WHO = {
    "ministerie": MINISTRY,
    "regio": Access("regio", frozenset({"AM05"})),
    "nobody": Access("nobody", frozenset()),
}


@pytest.fixture(scope="module")
def on_postgres(settings: WebSettings, demonstration_on_postgres: str, users: Users) -> Iterator[Site]:
    with app_of(replace(settings, read_url=users.url(demonstration_on_postgres, WEB))) as app:
        yield Site(app)


@pytest.mark.parametrize("path", ["/", "/regio/AM05", "/regio/AM23", "/definities"])
@pytest.mark.parametrize("who", WHO)
def test_a_page_is_the_same_from_a_server_as_from_a_file(on_postgres: Site, site: Site, who: str, path: str) -> None:
    assert on_postgres.page(path, access=WHO[who]) == site.page(path, access=WHO[who])


@pytest.mark.parametrize("path", ["/", "/regio/AM05"])
def test_a_visitor_gets_an_answer(on_postgres: Site, path: str) -> None:
    assert on_postgres.visitor.get(path).status_code == 200
    assert on_postgres.question(path).status_code == 200
    assert on_postgres.visitor.get("/gezond").get_data(as_text=True).startswith("ok, publication ")


def test_a_user_of_the_web_role_lets_persons_in_and_out(
    settings: WebSettings, demonstration_on_postgres: str, users: Users
) -> None:
    url = users.url(demonstration_on_postgres, WEB)
    real = replace(settings, read_url=url, accounts_url=url, demonstration=False)
    with app_of(real, access_of) as app, engine_on(demonstration_on_postgres) as owner:
        door = Door(app, owner)
        door.person("wil@regio.example", "regio", "AM05")
        browser = door.browser()
        assert browser.sign_in("wil@regio.example", f"{PASSWORD}?").status_code == 400
        assert browser.sign_in("wil@regio.example").status_code == 303
        assert browser.is_in()
        assert browser.post("/afmelden", {}, on="/").status_code == 303
        assert not browser.is_in()
        assert [event for event, _who in door.noted()] == ["uitgelogd", "ingelogd", "geweigerd"]
