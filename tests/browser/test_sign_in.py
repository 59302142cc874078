"""Signing in as a visitor does it: with the keyboard, back to where one was, and for everyone to read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from dashboard.clock import this_moment
from tests.areas import engine_on
from tests.browser.everyone import SIDEWAYS, violations
from tests.browser.test_closed import calm
from tests.browser.visiting import PHONE, choose, open_page
from tests.browsing import LAPTOP, BrowserPage, watched
from tests.serving import Demonstration, RunningServer
from warehouse.accounts import invitations, people
from warehouse.demo.persons import login_of

pytestmark = pytest.mark.browser


@pytest.fixture
def stranger(browser: Browser) -> Iterator[BrowserPage]:
    """Nobody is signed in."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    yield watched(context.new_page())
    context.close()


@pytest.mark.parametrize(("language", "size"), [("nl", LAPTOP), ("en", PHONE)])
def test_everyone_can_read_the_pages_of_signing_in(
    stranger: BrowserPage,
    server: RunningServer,
    demonstration: Demonstration,
    language: str,
    size: tuple[int, int],
) -> None:
    with engine_on(demonstration.accounts_url) as engine, engine.execution_options(writing=True).begin() as connection:
        person = people.by_login(connection, login_of("lezer"))
        assert person
        token = invitations.invite(connection, person, at=this_moment())
    page = stranger.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for path in ("/aanmelden", f"/uitnodiging/{token}", "/uitnodiging/zomaar"):
        page.goto(f"{server.url}{path}?taal={language}")
        assert violations(page) == []
        assert not page.evaluate(SIDEWAYS)
    page.goto(f"{server.url}/aanmelden?taal={language}")
    page.fill("#login", "niemand@x.example")
    page.fill("#wachtwoord", "een ander wachtwoord")
    page.keyboard.press("Enter")
    expect(page.locator("#fout")).to_be_focused()
    assert violations(page) == []
    assert stranger.violations == []


def test_with_the_keyboard_one_comes_in_where_one_wanted_to_be_and_out_again(
    stranger: BrowserPage, server: RunningServer
) -> None:
    page = stranger.page
    page.goto(f"{server.url}/regio/AM05?stand=3")
    expect(page.locator("h1")).to_have_text("Aanmelden")
    page.get_by_role("button", name="Regio").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.url}/regio/AM05?stand=3")
    expect(page.locator("h1")).to_have_text("Twente")
    page.locator(".account summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".account")).to_contain_text("Sem de Boer")
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]")).to_have_text("U bent afgemeld.")
    assert calm(stranger, server) == ([], [], set())


def test_when_the_session_is_over_one_signs_in_and_goes_on(stranger: BrowserPage, server: RunningServer) -> None:
    page = stranger.page
    page.goto(f"{server.url}/")
    page.get_by_role("button", name="Ministerie").click()
    open_page(page, f"{server.url}/regio/AM05")
    page.context.clear_cookies()
    choose(page, "context-stand", "2")
    expect(page.locator("h1")).to_have_text("Aanmelden")
    page.get_by_role("button", name="Ministerie").click()
    expect(page).to_have_url(f"{server.url}/regio/AM05?stand=2")
    expect(page.locator("footer.site-footer")).to_contain_text("Publicatie 2 ")
