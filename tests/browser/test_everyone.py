"""With a keyboard, and on a phone. What holds for every page stands in test_every_page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.everyone import violations
from tests.browser.visiting import PHONE, fresh_page, open_page, wait_until
from tests.browsing import BrowserPage
from tests.serving import RunningServer

pytestmark = pytest.mark.browser
FILLS_ITS_CARD = """() => {
  const width = selector => document.querySelector(`#national-map ${selector}`).getBoundingClientRect().width;
  return Math.abs(width(".main-svg") - width(".chart")) <= 1;
}"""


def test_axe_would_tell(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/definities")
    page.evaluate("() => document.documentElement.removeAttribute('lang')")
    assert [violation.split(":")[0] for violation in violations(page)] == ["html-has-lang"]


def test_the_skip_link_is_first_and_leads_to_the_content(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.tagName") == "MAIN"


def test_a_phone_shows_the_list_first_and_the_map_when_asked(browser: Browser, server: RunningServer) -> None:
    with fresh_page(browser, f"{server.url}/", PHONE) as page:
        listing, chart = page.locator("#national-regions"), page.locator("#national-map")
        assert (listing.is_visible(), chart.is_visible()) == (True, False)
        page.get_by_label("Kaart", exact=True).check()
        assert (listing.is_visible(), chart.is_visible()) == (False, True)
        wait_until(page, FILLS_ITS_CARD)


def test_a_phone_opens_its_menu_and_its_choices(browser: Browser, server: RunningServer) -> None:
    with fresh_page(browser, f"{server.url}/", PHONE) as page:
        assert not page.locator("#menu").is_visible()
        page.click(".menu-button")
        assert page.locator("#menu").is_visible()
        assert not page.locator("#keuzes").is_visible()
        page.click(".unfold")
        assert page.locator("#context-stand").is_visible()
