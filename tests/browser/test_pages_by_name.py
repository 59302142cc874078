"""Every page has its title, its heading and its status; an address that no page has says so."""

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import HISTORY, NOT_TAKING_PART, UNKNOWN, WITHOUT_FIGURES, open_page
from tests.browsing import BrowserPage
from tests.serving import RunningServer

pytestmark = pytest.mark.browser
NAME = "Trajectmonitor 16-27"
HEADINGS = [
    ("/", "Landelijk beeld 16-27", "National view 16-27", 200),
    ("/regio/AM05", "Twente", "Twente", 200),
    (NOT_TAKING_PART, "Gooi en Vechtstreek", "Gooi en Vechtstreek", 200),
    (WITHOUT_FIGURES, "Midden-Limburg", "Midden-Limburg", 200),
    ("/mijlpalen", "Mijlpalen van alle pilots", "Milestones of all pilots", 200),
    ("/regio/AM01/mijlpalen", "Mijlpalen in Groningen", "Milestones in Groningen", 200),
    ("/regio/AM99/mijlpalen", "Deze pagina bestaat niet", "This page does not exist", 404),
    ("/uitkomsten", "Uitkomsten van trajecten", "Outcomes of trajectories", 200),
    ("/regio/AM01/uitkomsten", "Uitkomsten in Groningen", "Outcomes in Groningen", 200),
    ("/regio/AM99/uitkomsten", "Deze pagina bestaat niet", "This page does not exist", 404),
    ("/wijzigingen", "Wijzigingen", "Changes", 200),
    ("/regio/AM01/wijzigingen", "Wijzigingen in Groningen", "Changes in Groningen", 200),
    ("/trajecten", "Trajecten van jongeren", "Trajectories of young people", 200),
    ("/regio/AM01/trajecten", "Trajecten in Groningen", "Trajectories in Groningen", 200),
    ("/regio/AM99/trajecten", "Deze pagina bestaat niet", "This page does not exist", 404),
    ("/regio/AM99/wijzigingen", "Deze pagina bestaat niet", "This page does not exist", 404),
    ("/regio/AM01/wijzigingen/nog", "Deze pagina bestaat niet", "This page does not exist", 404),
    ("/definities", "Definities", "Definitions", 200),
    ("/geschiedenis/K01", "Geschiedenis · In beeld · Nederland", "History · In sight · The Netherlands", 200),
    (HISTORY, "Geschiedenis · In beeld · Twente", "History · In sight · Twente", 200),
    ("/regio/AM05/geschiedenis/K99", "Deze pagina bestaat niet", "This page does not exist", 404),
    ("/regio/AM05/geschiedenis/mijlpaal-AM05-ZZZ-4", "Deze pagina bestaat niet", "This page does not exist", 404),
    (UNKNOWN, "Deze pagina bestaat niet", "This page does not exist", 404),
    ("/regio/AM99", "Deze pagina bestaat niet", "This page does not exist", 404),
    ("/regio/", "Deze pagina bestaat niet", "This page does not exist", 404),
]


@pytest.mark.parametrize(("path", "dutch", "english", "status"), HEADINGS[::2])
def test_a_page_has_its_title_in_both_languages(
    browser_page: BrowserPage, server: RunningServer, path: str, dutch: str, english: str, status: int
) -> None:
    page = browser_page.page
    for language, heading in (("nl", dutch), ("en", english)):
        response = open_page(page, f"{server.url}{path}?taal={language}")
        assert response.status == status
        assert page.title() == f"{heading} · {NAME}"
        assert page.locator("h1").all_inner_texts() == [heading]
        assert page.get_attribute("html", "lang") == language


def test_an_unknown_address_leads_home_in_its_language(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}{UNKNOWN}?taal=en")
    page.locator("main a").click()
    expect(page).to_have_url(f"{server.url}/?taal=en")
    expect(page.locator("h1")).to_have_text("National view 16-27")


def test_health_answers(server: RunningServer) -> None:
    with urlopen(f"{server.url}/gezond") as answer:
        assert (answer.status, answer.read()) == (200, b"ok, publication 4\n")


@pytest.mark.parametrize(("signed_in", "status"), [(True, 404), (False, 401)])
def test_a_file_that_does_not_exist_is_a_404_for_who_may_know(
    server: RunningServer, signed_in: bool, status: int
) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(f"{server.url}/assets/bestaat-niet.js", headers={"Cookie": server.cookie} if signed_in else {}))
    refused.value.close()
    assert refused.value.code == status


def follow(page: Page, link: str, heading: str) -> None:
    page.click(link)
    expect(page.locator("h1")).to_have_text(heading)


def test_a_followed_link_brings_the_focus_to_the_heading(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/")
    follow(page, "#national-regions-body >> text=Twente", "Twente")
    expect(page.locator("h1")).to_be_focused()
    assert page.evaluate("() => window.scrollY") == 0
    page.click("#menu >> text=Meer")
    follow(page, "#menu >> text=Definities", "Definities")
    expect(page.locator("h1")).to_be_focused()
    follow(page, "#menu >> text=Landelijk", "Landelijk beeld 16-27")
    expect(page.locator("h1")).to_be_focused()


@pytest.mark.parametrize("path", ["/", "/regio/AM05", "/definities"])
def test_the_menu_leads_to_the_regions(browser_page: BrowserPage, server: RunningServer, path: str) -> None:
    page = browser_page.page
    open_page(page, server.url + path)
    page.click("#menu >> text=Regio’s")
    expect(page.locator("#national-map-title")).to_be_in_viewport()
    expect(page.locator("#regios")).to_be_focused()


def test_a_figure_leads_to_its_definition(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/")
    page.locator(".tile-foot a", has_text="uitleg").nth(1).click()
    expect(page.locator("h1")).to_have_text("Definities")
    target = page.evaluate("() => location.hash.slice(1)")
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()
