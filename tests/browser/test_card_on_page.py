"""The three quiet actions of a card on a page: table, sentence, file."""

import csv
import io

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visiting import open_page
from tests.browsing import BrowserPage, new_context
from tests.serving import RunningServer

pytestmark = pytest.mark.browser
CARDS = [
    ("/", "national-map"),
    ("/", "national-flow"),
    ("/regio/AM05", "region-destinations"),
    ("/trajecten", "trajectories-flow"),
    ("/regio/AM05/trajecten", "trajectories-support"),
    ("/mijlpalen", "milestones-plans"),
    ("/uitkomsten", "outcomes-destinations"),
    ("/regio/AM05/uitkomsten", "outcomes-domains"),
    ("/wijzigingen", "changes-corrections"),
    ("/regio/AM01/wijzigingen", "changes-list"),
]
IN_SIGHT = ("/wijzigingen", "changes-list")
ALSO_IN_SIGHT = [("/uitkomsten", "outcomes-regions"), ("/uitkomsten", "outcomes-domains-of-regions")]


def downloaded(page: Page, card: str) -> tuple[str, str]:
    with page.expect_download() as download:
        page.locator(f"#{card} [data-action=download]").click()
    return download.value.suggested_filename, download.value.path().read_text("utf-8")


def _open_and_close(page: Page, card: str) -> None:
    button, table = page.locator(f"#{card} [data-action=table]"), page.locator(f"#{card}-table table")
    for is_open in (False, True, False):
        assert (button.get_attribute("aria-expanded"), table.is_visible()) == (str(is_open).lower(), is_open)
        button.click()


def actions(page: Page, card: str) -> list[str | None]:
    return [one.get_attribute("data-action") for one in page.locator(f"#{card} .action:visible").all()]


def test_a_table_that_stands_in_sight_is_not_opened(browser_page: BrowserPage, server: RunningServer) -> None:
    path, card = IN_SIGHT
    page = browser_page.page
    open_page(page, server.url + path)
    assert page.locator(f"#{card} .data-table").is_visible()
    assert actions(page, card) == ["copy", "download"]
    page.select_option("#filter-soort", "herzien")
    page.wait_for_url("**/wijzigingen?soort=herzien")
    page.locator(f"#{card} .list-beside").wait_for()
    _name, content = downloaded(page, card)
    assert content.splitlines()[0].removeprefix("\ufeff") == "Regio;Cijfer herzien"


def test_without_a_table_there_is_none_to_save(browser_page: BrowserPage, server: RunningServer) -> None:
    path, card = IN_SIGHT
    open_page(browser_page.page, f"{server.url}{path}?stand=1")
    assert actions(browser_page.page, card) == ["copy"]


FILES = [("nl", *card) for card in (*CARDS, IN_SIGHT, *ALSO_IN_SIGHT)] + [("en", *card) for card in CARDS[:3]]


@pytest.mark.parametrize(("language", "path", "card"), FILES)
def test_a_table_opens_and_closes_and_a_file_holds_it(
    browser_page: BrowserPage, server: RunningServer, language: str, path: str, card: str
) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}{path}?taal={language}")
    if (path, card) in CARDS:
        _open_and_close(page, card)
    name, content = downloaded(page, card)
    assert name.endswith(".csv")
    assert content.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(content.removeprefix("\ufeff")), delimiter=";"))
    assert [len(row) for row in rows] == [len(rows[0])] * len(rows)
    heads = page.locator(f"#{card} .data-table thead th").all_text_contents()
    names = page.locator(f"#{card} .data-table tbody th").all_text_contents()
    assert (rows[0], [row[0] for row in rows[1:]]) == (heads, names)
    cells = [cell.removesuffix("%") for row in rows[1:] for cell in row[1:]]
    numbers = [cell for cell in cells if cell.isdigit()]
    assert any(int(number) >= 10 for number in numbers)


def test_thousands_are_plain_numbers_in_a_file(browser_page: BrowserPage, server: RunningServer) -> None:
    page = browser_page.page
    open_page(page, f"{server.url}/")
    page.click("#national-flow [data-action=table]")
    shown = page.locator("#national-flow-table td.number").all_text_contents()
    _name, content = downloaded(page, "national-flow")
    thousands = [text for text in shown if "." in text]
    assert thousands
    for text in thousands:
        assert text not in content
        assert f";{text.replace('.', '')}" in content


def test_a_sentence_is_copied_with_its_source(browser: Browser, server: RunningServer) -> None:
    context = new_context(browser, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_page(page, f"{server.url}/regio/AM05")
    page.locator("#region-flow [data-action=copy]").click()
    expect(page.locator("#melding")).not_to_be_empty()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    sentence = page.locator("#region-flow-sentence").text_content() or ""
    source = page.locator("#region-flow-source").text_content() or ""
    assert "Twente" in source
    assert copied == f"{sentence} {source}."
    context.close()
