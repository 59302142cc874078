"""axe finds nothing, on any page, in either language, on a laptop and on a phone, with all that opens."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visiting import CHANGES_OF_KIND, LAPTOP, PAGES, PHONE, UNKNOWN, fresh_page, open_page, wait_until
from tests.browsing import BrowserPage
from tests.serving import NODE_MODULES, RunningServer

pytestmark = pytest.mark.browser
RUN_AXE = "() => axe.run(document, {rules: {'target-size': {enabled: true}}, resultTypes: ['violations']})"
OPEN_ALL = """() => {
  document.querySelectorAll("details").forEach(fold => { fold.open = true; });
  document.querySelectorAll("button[aria-expanded=false]").forEach(button => {
    if (button.checkVisibility()) button.click();
  });
}"""
FILLS_ITS_CARD = """() => {
  const width = selector => document.querySelector(`#national-map ${selector}`).getBoundingClientRect().width;
  return Math.abs(width(".main-svg") - width(".chart")) <= 1;
}"""


def violations(page: Page) -> list[str]:
    found: dict[str, Any] = page.evaluate(RUN_AXE)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("seen", [("nl", LAPTOP), ("en", PHONE)], ids=["nl", "en phone"])
@pytest.mark.parametrize("path", [*PAGES, UNKNOWN, CHANGES_OF_KIND])
def test_axe_finds_no_violation(
    browser: Browser, server: RunningServer, path: str, seen: tuple[str, tuple[int, int]]
) -> None:
    """With all that opens: what differs in English are words, and on a phone what stands beside what."""
    language, size = seen
    mark = "&" if "?" in path else "?"
    with fresh_page(browser, f"{server.url}{path}{mark}taal={language}", size) as page:
        page.evaluate((NODE_MODULES / "axe-core" / "axe.min.js").read_text("utf-8"))
        page.evaluate(OPEN_ALL)
        assert violations(page) == []


def test_axe_would_tell(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/definities")
    page.evaluate((NODE_MODULES / "axe-core" / "axe.min.js").read_text("utf-8"))
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
