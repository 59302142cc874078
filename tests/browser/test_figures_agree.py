"""The list, the table of the map, what the map prints and what it tells under the pointer are the same figures."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visiting import fresh_page
from tests.serving import RunningServer

pytestmark = pytest.mark.browser
DIVISIONS = {"standaard": 35, "doorstroompunt": 40, "provincie": 12}
MEASURES = ("standaard", "in_traject", "geplaatst", "vsv")
LISTED = """() => Object.fromEntries([...document.querySelectorAll("#national-regions tbody tr")].map(row =>
  [row.cells[0].dataset.sort, [row.cells[2], row.cells[3]].map(cell => cell.textContent.trim())]))"""
IN_TABLE = """() => Object.fromEntries([...document.querySelectorAll("#national-map-table tbody tr")].map(row =>
  [row.cells[0].textContent, [row.cells[1], row.cells[2]].map(cell => cell.textContent.trim())]))"""
ON_MAP = """() => Object.fromEntries(document.querySelector("#national-map .js-plotly-plot").data
  .filter(trace => trace.customdata).map(trace => [trace.name, trace.text]))"""
PRINTED = """() => document.querySelector("#national-map .js-plotly-plot").data
  .filter(trace => trace.mode === "text").flatMap(trace => trace.text)"""
PERCENTAGE = re.compile(r"^\d+(,\d)?%$|^≤ 5%$|^≥ 95%$")
TOLD = re.compile(r"<b>.*</b><br>((?:[≤≥] )?[\d,]+%)")


def figures(page: Page, script: str) -> dict[str, list[str]]:
    """Of regions with a figure; a list shows a sign and a table a word where there is none."""
    found: dict[str, list[str]] = page.evaluate(script)
    return {name: shown for name, shown in found.items() if PERCENTAGE.match(shown[0])}


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("division", DIVISIONS)
def test_list_table_and_map_say_the_same(browser: Browser, server: RunningServer, division: str, measure: str) -> None:
    address = f"{server.url}/?indeling={division}&maat={measure}"
    with fresh_page(browser, address) as page:
        page.click("#national-map [data-action=table]")
        listed, in_table = figures(page, LISTED), figures(page, IN_TABLE)
        every: dict[str, str] = page.evaluate(ON_MAP)
        printed: list[str] = page.evaluate(PRINTED)
    assert len(every) == DIVISIONS["provincie" if measure == "vsv" else division]
    assert listed == in_table
    assert listed
    told = {name: TOLD.match(text) for name, text in every.items() if name in listed}
    assert {name: found and found[1] for name, found in told.items()} == {name: listed[name][0] for name in told}
    assert len(told) == len(listed)
    assert set(printed) <= {shown[0].removesuffix("%") for shown in listed.values()}
