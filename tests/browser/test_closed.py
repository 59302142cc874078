"""What a visitor does breaks no security policy, throws no error and asks no other machine."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visiting import choose, open_page, wait_until
from tests.browsing import BrowserPage, new_context, watched
from tests.serving import RunningServer

pytestmark = pytest.mark.browser
IN_PIXELS = """code => {
  const graph = document.querySelector("#national-map .js-plotly-plot");
  const at = graph.data.findIndex(trace => trace.customdata?.[0] === code);
  const box = graph.querySelectorAll(".scatterlayer .trace.scatter")[at].getBoundingClientRect();
  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
}"""
# A chart is drawn before Dash listens to it: a click in between is nobody's.
LISTENS_TO_CLICKS = (
    """() => Boolean(document.querySelector("#national-map .js-plotly-plot")._ev._events.plotly_click)"""
)


def calm(watched: BrowserPage, server: RunningServer) -> tuple[list[str], list[str], set[str]]:
    return watched.errors, watched.violations, watched.hosts - {urlsplit(server.url).netloc}


@pytest.mark.parametrize("path", ["/", "/regio/AM05"])
def test_a_first_visit_is_calm(browser: Browser, server: RunningServer, path: str) -> None:
    """Nothing is kept from another page; the other pages are visited in test_every_page."""
    context = new_context(browser)
    first = watched(context.new_page())
    open_page(first.page, server.url + path)
    assert first.hosts
    assert calm(first, server) == ([], [], set())
    context.close()


def test_every_choice_is_calm(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/")
    for division in ("doorstroompunt", "provincie"):
        for measure in ("vsv", "geplaatst", "in_traject", "standaard"):
            choose(page, "context-indeling", division)
            choose(page, "filter-maat", measure)
    choose(page, "context-peildatum", "2026-06-01")
    choose(page, "context-stand", "2")
    choose(page, "context-lijn", "SSV")
    expect(page.locator("footer.site-footer")).to_contain_text("Publicatie 2 ")
    choose(page, "context-region", "/regio/AM05")
    expect(page.locator("h1")).to_have_text("Twente")
    for region in ("AM12", "AM33", "AM35", "AM01"):
        choose(page, "context-region", f"/regio/{region}")
    expect(page.locator("h1")).to_have_text("Groningen")
    assert calm(browser_page, server) == ([], [], set())


def test_tables_links_and_going_back_are_calm(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/")
    for button in page.locator("[data-action=table]").all():
        button.click()
    page.get_by_role("button", name="aantal").click()
    page.click("#national-regions-body >> text=Achterhoek")
    expect(page.locator("h1")).to_have_text("Achterhoek")
    page.locator("#menu").get_by_text("Meer").click()
    page.locator("#menu").get_by_text("Definities").click()
    expect(page.locator("h1")).to_contain_text("Definities")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Achterhoek")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Landelijk beeld 16-27")
    expect(page.locator("#national-map .main-svg").first).to_be_visible()
    assert calm(browser_page, server) == ([], [], set())


def point_at(page: Page, code: str) -> None:
    page.locator("#national-map-frame").scroll_into_view_if_needed()
    place = page.evaluate(IN_PIXELS, code)
    page.mouse.move(place["x"], place["y"])
    page.mouse.move(place["x"] + 2, place["y"] + 2)


def test_a_region_on_the_map_tells_its_figure_and_opens_its_page(
    browser_page: BrowserPage, server: RunningServer
) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/?lijn=TOM")
    wait_until(page, LISTENS_TO_CLICKS)
    point_at(page, "AM05")
    expect(page.locator("#national-map .hoverlayer")).to_contain_text("Twente")
    page.mouse.down()
    page.mouse.up()
    expect(page).to_have_url(f"{server.url}/regio/AM05?lijn=TOM")
    expect(page.locator("h1")).to_have_text("Twente")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Landelijk beeld 16-27")
    assert calm(browser_page, server) == ([], [], set())
