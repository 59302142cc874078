"""What must be on the first screen is there; nothing is cut, overlaps or makes a page scroll sideways."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visiting import (
    CHANGES,
    CHANGES_OF_KIND,
    HISTORIES,
    LAPTOP,
    OUTCOMES,
    PAGES,
    SMALL_PHONE,
    UNKNOWN,
    fresh_page,
)
from tests.serving import RunningServer

pytestmark = pytest.mark.browser
FIRST_SCREEN = {
    "/": ["#national-reading > *", ".tile", "#national-attention", "#national-changes", "#national-obstacles"],
    "/regio/AM05": ["#region-reading > *", ".tile"],
    "/regio/AM01": ["#region-reading > *", ".tile", ".reading-notice"],
    "/trajecten": ["#trajectories-reading > *"],
    "/regio/AM05/trajecten": ["#trajectories-reading > *"],
    "/mijlpalen": ["#milestones-reading > *", ".tile", "#milestones-plans-title"],
    "/regio/AM05/mijlpalen": ["#milestones-reading > *", ".tile"],
    "/experimenten": ["#experiments-reading > *", ".tile", "#experiments-short-undecided-title"],
    "/uitkomsten": ["#outcomes-reading > *", "#outcomes-destinations-title", "#outcomes-lasting-title"],
    "/wijzigingen": ["#changes-reading > *", "#changes-corrections", "#changes-kinds"],
}
BELOW = """([selectors, height]) => selectors.flatMap(selector => {
  const parts = [...document.querySelectorAll(selector)];
  if (parts.length === 0) return [`${selector} is not there`];
  return parts.map(part => part.getBoundingClientRect().bottom)
    .filter(bottom => bottom > height).map(bottom => `${selector} ends at ${Math.round(bottom)}`);
})"""
# Words of tiles, reading line and context bar: boxes of text that meet, and boxes that are narrower than their words.
OVERLAPPING = """() => [...document.querySelectorAll(".tile, .context, .reading")].flatMap(part => {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const boxes = [];
  while (walker.nextNode()) {
    const words = walker.currentNode;
    if (!words.data.trim() || words.parentElement.closest(".visually-hidden, select")) continue;
    const range = document.createRange();
    range.selectNodeContents(words);
    for (const box of range.getClientRects()) boxes.push([words.data, box]);
  }
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  return boxes.flatMap(([words, box], at) => boxes.slice(at + 1)
    .filter(([others, other]) => others !== words && meet(box, other)).map(([others]) => `${words} | ${others}`));
})"""
CUT = """() => [...document.querySelectorAll(".tile *, .context *, .reading *, .card-title, .card-source")]
  .filter(part => part.checkVisibility() && !part.closest(".visually-hidden") && part.scrollWidth > part.clientWidth + 1
    && !["inline", "contents"].includes(getComputedStyle(part).display))
  .map(part => `${part.className || part.id || part.tagName}: ${part.textContent.slice(0, 40)}`)"""
NOTHING = {"sideways": 0, "cut": [], "over": [], "below": []}
OLDER = "/regio/AM37?lijn=TOM&stand=1"
CORRECTED = "/regio/AM01/geschiedenis/K01?peildatum=2026-07-01"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", dict.fromkeys([*PAGES, *FIRST_SCREEN, UNKNOWN, CHANGES_OF_KIND, OLDER, CORRECTED]))
def test_the_first_screen_answers_and_nothing_is_cut_overlaps_or_sticks_out(
    browser: Browser, server: RunningServer, path: str, language: str
) -> None:
    """On a phone in Dutch, on the smallest one: its words are the longer ones."""
    mark = "&" if "?" in path else "?"
    for size in (LAPTOP, SMALL_PHONE) if language == "nl" else (LAPTOP,):
        with fresh_page(browser, f"{server.url}{path}{mark}taal={language}", size) as page:
            first = FIRST_SCREEN.get(path, []) if size == LAPTOP else []
            found = {"sideways": page.evaluate(SIDEWAYS), "cut": page.evaluate(CUT), "over": page.evaluate(OVERLAPPING)}
            assert found | {"below": page.evaluate(BELOW, [first, LAPTOP[1]])} == NOTHING, size


@pytest.mark.parametrize("path", ["/", "/regio/AM05", *OUTCOMES, *CHANGES, *HISTORIES])
def test_a_page_at_four_times_its_size_does_not_scroll_sideways(
    browser: Browser, server: RunningServer, path: str
) -> None:
    with fresh_page(browser, server.url + path, (LAPTOP[0] // 4, LAPTOP[1] // 4)) as page:
        assert page.evaluate(SIDEWAYS) == 0
