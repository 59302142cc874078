"""What administrators and guests see, looked at in the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.everyone import SIDEWAYS, violations
from tests.browser.visiting import PHONE
from tests.browsing import LAPTOP, BrowserPage, watched
from tests.serving import Demonstration, RunningServer
from tests.signing import COOKIE, cookie_of

pytestmark = pytest.mark.browser
PAGES = (
    "/beheer",
    "/beheer/personen/nieuw",
    "/beheer/personen/2",
    "/beheer/regios",
    "/beheer/gasten",
    "/beheer/logboek",
    "/beheer/gebruik",
)


@pytest.fixture
def administrator(browser: Browser, demonstration: Demonstration) -> Iterator[BrowserPage]:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    cookie = cookie_of(demonstration.accounts_url, "beheer")
    context.add_cookies([{"name": COOKIE, "value": cookie, "domain": "127.0.0.1", "path": "/"}])
    yield watched(context.new_page())
    context.close()


def _check(seen: BrowserPage) -> None:
    assert violations(seen.page) == []
    assert not seen.page.evaluate(SIDEWAYS)
    assert seen.violations == []


@pytest.mark.parametrize(("language", "size"), [("nl", LAPTOP), ("en", PHONE)])
def test_everyone_can_read_the_desk(
    administrator: BrowserPage, server: RunningServer, language: str, size: tuple[int, int]
) -> None:
    page = administrator.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for path in (*PAGES, "/mijlpalen/agenda"):
        page.goto(f"{server.url}{path}?taal={language}")
        _check(administrator)


def test_a_guest_link_is_made_with_the_keyboard_and_marks_every_page(
    administrator: BrowserPage, server: RunningServer, browser: Browser
) -> None:
    page = administrator.page
    page.goto(f"{server.url}/beheer/gasten")
    page.locator("#name").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#name:invalid")).to_be_focused()
    page.keyboard.type("Stuurgroep Twente")
    page.keyboard.press("Tab")
    page.keyboard.type("Twente")
    page.get_by_role("button", name="Maak de gastlink").press("Enter")
    link = page.locator("#link").input_value()
    _check(administrator)
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    guest = watched(context.new_page())
    guest.page.goto(link)
    guest.page.get_by_role("button", name="Bekijk de cijfers").press("Enter")
    expect(guest.page.locator("h1")).to_have_text("Twente")
    expect(guest.page.locator(".looks")).to_contain_text("Gast: Stuurgroep Twente.")
    _check(guest)
    with guest.page.expect_response("**/gedownload") as noted:
        guest.page.locator("button[data-action=download]").first.press("Enter")
    assert noted.value.status == 204
    context.close()


def test_a_page_that_was_open_notices_that_somebody_is_looked_as(
    administrator: BrowserPage, server: RunningServer
) -> None:
    page = administrator.page
    page.goto(f"{server.url}/beheer?zoek=sem")
    open_already = watched(page.context.new_page()).page
    open_already.goto(f"{server.url}/definities", wait_until="networkidle")
    page.get_by_role("link", name="Sem de Boer").click()
    page.get_by_role("button", name="Bekijk als deze persoon").click()
    expect(page.locator(".looks")).to_contain_text("Sem de Boer")
    expect(open_already.locator(".looks")).to_have_count(0)
    open_already.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(open_already.locator(".looks")).to_contain_text("Sem de Boer")
