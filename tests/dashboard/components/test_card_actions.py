"""What the small scripts of a page do, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

ASSETS = Path(__file__).parents[3] / "assets"
CARD = """
<div id="melding"></div>
<section class="card"><h2 class="card-title">Één titel: 5.550 & meer</h2>
<p class="card-sentence">Er zijn 5.550 jongeren.</p><p class="card-source">Bron: regio’s</p>
<button type="button" data-action="download" data-said="bewaard">Download</button>
<button type="button" data-action="table" aria-expanded="false" aria-controls="t">Tabel</button>
<div class="card-table" id="t"><table><tr><th>Fase</th><th>Aantal</th></tr>{rows}</table></div></section>
"""
LIST = """
<table><thead><tr><th><button data-action="sort">Regio</button></th>
<th><button data-action="sort">Aandeel</button></th></tr></thead><tbody>
<tr><th data-sort="Twente">Twente</th><td data-sort="64">64%</td></tr>
<tr><th data-sort="Drenthe">Drenthe</th><td data-sort="">×</td></tr>
<tr><th data-sort="Zeeland">Zeeland</th><td data-sort="9.5">10%</td></tr></tbody></table>
"""
FIELDS = [
    ("1.955", "1955"),
    ("−15", "-15"),
    ("-15", "-15"),
    ("+235", "235"),
    ("61,5%", "61,5%"),
    ("< 10", "< 10"),
    ("=SOM(A1)", "'=SOM(A1)"),
    ("+31 6", "'+31 6"),
    ("-rm", "'-rm"),
    ("@naam", "'@naam"),
    ("a;b", '"a;b"'),
    ("1-11-2026", "1-11-2026"),
]

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True)
    yield context.new_page()
    context.close()


def show(page: Page, body: str, *scripts: str) -> None:
    page.set_content(f'<html lang="nl"><body>{body}</body></html>')
    for script in scripts:
        page.add_script_tag(path=ASSETS / script)


def names(page: Page) -> list[str]:
    return page.locator("tbody th").all_inner_texts()


def test_a_table_is_saved_for_a_dutch_spreadsheet_and_runs_nothing(page: Page) -> None:
    rows = "".join(f"<tr><th>rij</th><td>{shown.replace('<', '&lt;')}</td></tr>" for shown, _field in FIELDS)
    show(page, CARD.format(rows=rows), "card_actions.js")
    with page.expect_download() as download:
        page.click("[data-action=download]")
    content = download.value.path().read_bytes().decode("utf-8")
    assert download.value.suggested_filename == "een-titel-5-550-meer.csv"
    assert content.startswith("\ufeffFase;Aantal\r\n")
    assert content.splitlines()[1:] == [f"rij;{field}" for _shown, field in FIELDS]
    assert page.inner_text("#melding") == "bewaard"


def test_a_button_opens_what_it_controls_and_escape_closes_it(page: Page) -> None:
    show(page, CARD.format(rows="<tr><td><a href='#'>x</a></td></tr>"), "disclosure.js")
    page.click("[data-action=table]")
    assert page.get_attribute("#t", "data-open") == ""
    page.focus("#t a")
    page.keyboard.press("Escape")
    assert page.get_attribute("[data-action=table]", "aria-expanded") == "false"
    assert page.evaluate("document.activeElement.dataset.action") == "table"


def test_a_list_is_sorted_both_ways_with_gaps_last_and_keeps_its_order(page: Page) -> None:
    show(page, LIST, "table_sort.js")
    page.click("text=Aandeel")
    assert names(page) == ["Zeeland", "Twente", "Drenthe"]
    page.click("text=Aandeel")
    assert names(page) == ["Twente", "Zeeland", "Drenthe"]
    page.evaluate("document.querySelectorAll('td')[1].dataset.sort = '99'")
    assert names(page) == ["Zeeland", "Twente", "Drenthe"]


def test_the_heading_is_the_title_and_gets_the_focus_after_a_link(page: Page) -> None:
    body = '<a class="site-name" href="/x">Trajectmonitor</a><select><option>a</select><h1 tabindex="-1">Twente</h1>'
    page.route("http://site.test/**", lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto("http://site.test/")
    page.add_script_tag(path=ASSETS / "focus_h1.js")
    assert page.title() == "Twente · Trajectmonitor"
    page.evaluate("document.querySelector('a').addEventListener('click', event => event.preventDefault())")
    page.click("a")
    page.evaluate("document.querySelector('h1').textContent = 'Zeeland'")
    assert page.evaluate("document.activeElement.textContent") == "Zeeland"
    page.focus("select")
    page.evaluate("document.querySelector('h1').textContent = 'Drenthe'")
    assert (page.title(), page.evaluate("document.activeElement.tagName")) == ("Drenthe · Trajectmonitor", "SELECT")


FOLDED = """
<section class="card"><h2 class="card-title">Fasen</h2><p class="card-source">Bron</p>
<button type="button" data-action="table" aria-expanded="false" aria-controls="t">Tabel</button>
<button type="button" data-action="download" data-said="bewaard">Download</button>
<div class="card-table" id="t" data-table='
["table",{{}},["tr",{{"class":"head"}},["th",{{}},"Fase"],["td",{{}},"{cell}"]]]'></div></section>
"""


def test_a_folded_table_is_made_when_it_is_opened_and_follows_its_page(page: Page) -> None:
    show(page, FOLDED.format(cell="&lt;b&gt;5"), "folded_table.js", "disclosure.js")
    assert page.locator("table").count() == 0
    page.click("[data-action=table]")
    assert page.locator("tr.head").inner_text().split() == ["Fase", "<b>5"]
    page.evaluate("""document.getElementById("t").dataset.table = '["table",{},["tr",{},["td",{},"8"]]]'""")
    assert page.locator("table").inner_text() == "8"


def test_a_closed_table_is_made_anew_when_its_page_changed(page: Page) -> None:
    show(page, FOLDED.format(cell="5"), "folded_table.js", "disclosure.js")
    for _ in range(2):
        page.click("[data-action=table]")
    page.evaluate("""document.getElementById("t").dataset.table = '["table",{},["tr",{},["td",{},"8"]]]'""")
    page.click("[data-action=table]")
    assert page.locator("table").inner_text() == "8"


def test_a_folded_table_is_saved_without_being_opened(page: Page) -> None:
    show(page, FOLDED.format(cell="5"), "folded_table.js", "disclosure.js", "card_actions.js")
    with page.expect_download() as saved:
        page.click("[data-action=download]")
    assert saved.value.path().read_text("utf-8-sig").split() == ["Fase;5"]
