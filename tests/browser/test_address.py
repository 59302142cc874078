"""What is chosen stands in the address: it can be reloaded, left, come back to and shared."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visiting import (
    STAY,
    STAYED,
    assert_restored,
    assert_shows,
    choose,
    focused,
    open_page,
    parameters,
    shown,
    shown_at,
    wait_until,
)
from tests.browsing import BrowserPage
from tests.serving import RunningServer

pytestmark = pytest.mark.browser
CHOICES = [
    ("/", "context-indeling", "indeling", "provincie"),
    ("/", "context-peildatum", "peildatum", "2026-08-01"),
    ("/", "context-stand", "stand", "2"),
    ("/", "context-lijn", "lijn", "JBB"),
    ("/", "filter-maat", "maat", "geplaatst"),
    ("/regio/AM05", "context-peildatum", "peildatum", "2026-08-01"),
    ("/regio/AM05", "context-stand", "stand", "2"),
    ("/trajecten", "filter-periode", "periode", "12"),
    ("/trajecten", "context-gebied", "gebied", "PV25"),
    ("/regio/AM05/trajecten", "context-peildatum", "peildatum", "2026-09-01"),
    ("/regio/AM22/mijlpalen", "filter-pilot", "pilot", "AM22-TGW"),
    ("/experimenten", "filter-besluit", "besluit", "stoppen"),
    ("/regio/AM05/experimenten", "filter-toestand", "toestand", "geld"),
    ("/uitkomsten", "filter-leeftijd", "leeftijd", "18-20"),
    ("/regio/AM05/uitkomsten", "filter-vergelijk", "vergelijk", "grootte"),
]
TOGETHER = "?indeling=doorstroompunt&lijn=TOM&maat=in_traject&peildatum=2026-07-01&stand=3"


@pytest.mark.parametrize(("path", "select", "name", "value"), CHOICES)
def test_a_choice_is_in_the_address_and_the_address_restores_it(
    browser: Browser, browser_page: BrowserPage, server: RunningServer, path: str, select: str, name: str, value: str
) -> None:
    assert_restored(browser, browser_page.page, server.url + path, select, f"{name}={value}")


def test_choices_add_up_and_are_cleared_together(
    browser: Browser, browser_page: BrowserPage, server: RunningServer
) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/")
    choose(page, "filter-maat", "in_traject")
    choose(page, "context-lijn", "TOM")
    choose(page, "context-indeling", "doorstroompunt")
    assert parameters(page) == {"maat": "in_traject", "lijn": "TOM", "indeling": "doorstroompunt"}
    assert_shows(page, [page.url.removeprefix(server.url), *shown_at(browser, page.url)[1:]])
    page.click("#keuzes-wissen a")
    assert_shows(page, shown_at(browser, f"{server.url}/"))


@pytest.mark.parametrize("path", ["/", "/regio/AM05"])
def test_every_choice_of_an_address_is_restored(browser_page: BrowserPage, server: RunningServer, path: str) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}{path}{TOGETHER}")
    chosen = ("context-indeling", "context-lijn", "context-stand")
    assert [page.input_value(f"#{select}") for select in chosen] == ["doorstroompunt", "TOM", "3"]
    assert page.input_value("#context-peildatum") == "2026-07-01"
    assert page.input_value("#context-region") == path


def test_choosing_what_holds_already_clears_the_address(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/?maat=geplaatst&lijn=TOM")
    choose(page, "filter-maat", "standaard")
    expect(page).to_have_url(f"{server.url}/?lijn=TOM")


def test_another_region_changes_the_figures_in_place(
    browser: Browser, browser_page: BrowserPage, server: RunningServer
) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/regio/AM05?lijn=TOM")
    page.evaluate(STAY)
    page.focus("#context-region")
    choose(page, "context-region", "/regio/AM09")
    expect(page).to_have_url(f"{server.url}/regio/AM09?lijn=TOM")
    assert_shows(page, shown_at(browser, page.url))
    assert focused(page)["id"] == "context-region"
    assert page.evaluate(STAYED)
    page.go_back()
    assert_shows(page, shown_at(browser, f"{server.url}/regio/AM05?lijn=TOM"))


def test_the_country_and_a_region_lead_to_each_other(
    browser: Browser, browser_page: BrowserPage, server: RunningServer
) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/regio/AM05?lijn=TOM")
    choose(page, "context-region", "/")
    expect(page).to_have_url(f"{server.url}/?lijn=TOM")
    assert_shows(page, shown_at(browser, page.url))
    choose(page, "context-region", "/regio/AM24")
    expect(page).to_have_url(f"{server.url}/regio/AM24?lijn=TOM")
    assert_shows(page, shown_at(browser, page.url))
    page.go_back()
    assert_shows(page, shown_at(browser, f"{server.url}/?lijn=TOM"))
    page.go_back()
    assert_shows(page, shown_at(browser, f"{server.url}/regio/AM05?lijn=TOM"))


def test_the_same_subject_of_another_place(browser: Browser, browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/wijzigingen?sinds=1")
    choose(page, "context-region", "/regio/AM01/wijzigingen")
    expect(page).to_have_url(f"{server.url}/regio/AM01/wijzigingen?sinds=1")
    assert_shows(page, shown_at(browser, page.url))
    choose(page, "context-region", "/regio/AM05/wijzigingen")
    assert_shows(page, shown_at(browser, f"{server.url}/regio/AM05/wijzigingen?sinds=1"))
    choose(page, "context-region", "/wijzigingen")
    assert_shows(page, shown_at(browser, f"{server.url}/wijzigingen?sinds=1"))


def test_a_region_after_another_choice_keeps_that_choice(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/")
    choose(page, "context-lijn", "TOM")
    choose(page, "context-region", "/regio/AM24")
    expect(page).to_have_url(f"{server.url}/regio/AM24?lijn=TOM")
    expect(page.locator("h1")).to_have_text("Zeeland")


@pytest.mark.parametrize("path", ["/", "/regio/AM05"])
def test_an_older_publication_says_so_and_shows_its_own_figures(
    browser: Browser, browser_page: BrowserPage, server: RunningServer, path: str
) -> None:
    page = browser_page.page
    newest = shown_at(browser, server.url + path)
    open_page(page, f"{server.url}{path}?stand=1")
    expect(page.locator(".older")).to_contain_text("publicatie 1, de stand van 20 augustus 2026")
    expect(page.locator("footer.site-footer")).to_contain_text("Publicatie 1 van 20 augustus 2026")
    expect(page.locator(".tile").first).to_contain_text("1-8-2026")
    page.click(".older a")
    assert_shows(page, newest)
    expect(page.locator(".older")).to_be_empty()


@pytest.mark.parametrize("path", ["/", "/regio/AM05"])
def test_another_language_keeps_the_choices(
    browser: Browser, browser_page: BrowserPage, server: RunningServer, path: str
) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}{path}")
    assert page.get_attribute("html", "lang") == "nl"
    choose(page, "context-lijn", "TOM")
    expect(page.locator("#taal-en")).to_have_attribute("href", f"{path}?taal=en&lijn=TOM")
    page.click("#taal-en")
    wait_until(page, "() => document.documentElement?.lang === 'en'")
    assert parameters(page) == {"taal": "en", "lijn": "TOM"}
    assert_shows(page, shown_at(browser, page.url))
    choose(page, "context-lijn", "standaard")
    expect(page).to_have_url(f"{server.url}{path}?taal=en")
    assert_shows(page, shown_at(browser, page.url))


@pytest.mark.parametrize(
    "odd", ["stand=99", "stand=x", "peildatum=1999-01-01", "peildatum=nooit", "maat=x", "lijn=%3Cb%3E", "taal=de"]
)
def test_a_value_that_cannot_be_is_as_if_it_was_not_chosen(
    browser: Browser, browser_page: BrowserPage, server: RunningServer, odd: str
) -> None:
    open_page(browser_page.page, f"{server.url}/?{odd}")
    plain = shown_at(browser, f"{server.url}/")
    assert shown(browser_page.page)[1:] == plain[1:]
    assert browser_page.errors == []
