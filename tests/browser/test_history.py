"""The history of any value is at most two clicks away, follows the choices, and leads back."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visiting import HISTORY, HISTORY_OF_STEP, assert_shows, choose, open_page, shown_at
from tests.browsing import BrowserPage, new_context
from tests.serving import RunningServer

pytestmark = pytest.mark.browser
TWENTE = "/regio/AM05"
TILES = {"": "Nederland", TWENTE: "Twente"}
IN_TABLES = [
    ("region-flow", "Traject", "F4", "Fase F4, Traject"),
    ("region-contacts", "oktober 2026", "F1-F2", "Van In beeld naar Contact"),
    ("region-destinations", "Dagbesteding", "bestemming-dagbesteding", "Bestemming: Dagbesteding"),
    (
        "region-stations",
        "4. Bestuurlijke doorbraak",
        "mijlpaal-AM05-TOM-4",
        "Stap 4, Bestuurlijke doorbraak (AM05-TOM)",
    ),
    ("region-experiments", "Avondspreekuur", "experiment-AM05-E1", "Experiment AM05-E1"),
]


def heading(page: Page, text: str) -> None:
    expect(page.locator("h1")).to_have_text(text)


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("place", TILES)
def test_the_history_of_a_tile_is_one_click_away(
    browser_page: BrowserPage, server: RunningServer, place: str, at: int
) -> None:
    page, code = browser_page.page, ("K01", "K06", "K07", "K19")[at]
    open_page(page, server.url + (place or "/"))
    label = page.locator(".tile-label").nth(at).inner_text()
    page.locator(".tile-foot a", has_text="geschiedenis").nth(at).click()
    expect(page).to_have_url(f"{server.url}{place}/geschiedenis/{code}")
    heading(page, f"Geschiedenis · {label} · {TILES[place]}")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator(".moments > li").first).to_contain_text("Publicatie")


@pytest.mark.parametrize(("card", "row", "what", "name"), IN_TABLES)
def test_the_history_of_a_number_in_a_chart_is_two_clicks_away(
    browser_page: BrowserPage, server: RunningServer, card: str, row: str, what: str, name: str
) -> None:
    page = browser_page.page
    open_page(page, server.url + TWENTE)
    page.locator(f"#{card} [data-action=table]").click()
    page.locator(f"#{card}-table").get_by_role("link", name=row, exact=True).click()
    heading(page, f"Geschiedenis · {name} · Twente")
    assert page.url.partition("?")[0] == f"{server.url}{TWENTE}/geschiedenis/{what}"
    expect(page.locator(".moments > li").first).to_be_visible()


def test_a_step_leads_to_its_history(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, server.url + TWENTE)
    page.locator("#region-stations .step a", has_text="4. Bestuurlijke doorbraak").click()
    expect(page).to_have_url(f"{server.url}{TWENTE}/geschiedenis/mijlpaal-AM05-TOM-4")
    expect(page.locator(".moments > li").first).to_be_visible()


def test_an_experiment_leads_to_its_page_and_that_to_its_history(
    browser_page: BrowserPage, server: RunningServer
) -> None:
    page = browser_page.page
    open_page(page, server.url + TWENTE)
    page.locator("#region-experiments-body a", has_text="Avondspreekuur").click()
    expect(page).to_have_url(f"{server.url}/experimenten/AM05-AM05-E1")
    page.locator("#experiment-facts a", has_text="geschiedenis").click()
    expect(page).to_have_url(f"{server.url}{TWENTE}/geschiedenis/experiment-AM05-E1")
    expect(page.locator(".moments > li").first).to_be_visible()


def test_a_region_in_the_table_of_the_map_leads_to_the_history_of_the_chosen_measure(
    browser_page: BrowserPage, server: RunningServer
) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/?maat=geplaatst")
    page.locator("#national-map [data-action=table]").click()
    page.locator("#national-map-table").get_by_role("link", name="Twente").click()
    heading(page, "Geschiedenis · Geplaatst · Twente")
    expect(page).to_have_url(re.compile("/regio/AM05/geschiedenis/K07"))


def test_the_country_leads_to_the_history_of_the_region_that_changed(
    browser_page: BrowserPage, server: RunningServer
) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/geschiedenis/K01?peildatum=2026-07-01")
    page.locator(".moments").get_by_role("link", name="Groningen").click()
    heading(page, "Geschiedenis · In beeld · Groningen")
    expect(page).to_have_url(f"{server.url}/regio/AM01/geschiedenis/K01?peildatum=2026-07-01")
    expect(page.locator(".moments del").first).to_have_text("765 van 1.125")
    page.locator(".reading-side a").click()
    heading(page, "Groningen")


@pytest.mark.parametrize(
    ("path", "select", "name", "value"),
    [
        (HISTORY, "context-peildatum", "peildatum", "2026-08-01"),
        (HISTORY, "context-stand", "stand", "2"),
        ("/geschiedenis/K01", "context-lijn", "lijn", "JBB"),
        (HISTORY_OF_STEP, "context-stand", "stand", "2"),
    ],
)
def test_a_choice_changes_the_history_in_place(
    browser: Browser, browser_page: BrowserPage, server: RunningServer, path: str, select: str, name: str, value: str
) -> None:
    page = browser_page.page
    open_page(page, server.url + path)
    page.evaluate("() => { window.stayed = true; }")
    choose(page, select, value)
    expect(page).to_have_url(f"{server.url}{path}?{name}={value}")
    assert_shows(page, shown_at(browser, page.url))
    assert page.evaluate("() => window.stayed")
    page.go_back()
    assert_shows(page, shown_at(browser, server.url + path))


def test_another_region_has_the_same_figure_and_no_step_of_this_one(
    browser: Browser, browser_page: BrowserPage, server: RunningServer
) -> None:
    page = browser_page.page
    open_page(page, server.url + HISTORY)
    choose(page, "context-region", "/regio/AM09/geschiedenis/K01")
    expect(page).to_have_url(f"{server.url}/regio/AM09/geschiedenis/K01")
    assert_shows(page, shown_at(browser, page.url))
    choose(page, "context-region", "/geschiedenis/K01")
    heading(page, "Geschiedenis · In beeld · Nederland")
    open_page(page, server.url + HISTORY_OF_STEP)
    choose(page, "context-region", "/regio/AM09")
    expect(page).to_have_url(f"{server.url}/regio/AM09")
    expect(page.locator("#region-stations")).to_be_visible()


def test_a_table_of_many_columns_can_be_scrolled_by_keyboard_on_a_phone(
    browser: Browser, server: RunningServer
) -> None:
    context = new_context(browser, viewport={"width": 390, "height": 844})
    page = context.new_page()
    open_page(page, server.url + HISTORY)
    wide = page.locator(".table-scroll")
    wide.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.table-scroll').scrollLeft > 0")
    context.close()
