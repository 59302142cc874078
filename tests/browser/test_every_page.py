"""Every page, as it is opened in Dutch, on the smallest phone and in English: what must be on its first screen is
there, nothing is cut, overlaps or sticks out, axe finds nothing with all that opens, no security policy is broken, no
error is thrown and no other machine is asked."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.everyone import OPEN_ALL, SIDEWAYS, violations
from tests.browser.visiting import (
    CHANGES,
    CHANGES_OF_KIND,
    HISTORIES,
    NO_PAGE,
    OUTCOMES,
    PAGES,
    SMALL_PHONE,
    UNKNOWN,
    fresh_page,
    visit,
)
from tests.browsing import LAPTOP
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
OLDER = "/regio/AM37?lijn=TOM&stand=1"
CORRECTED = "/regio/AM01/geschiedenis/K01?peildatum=2026-07-01"
ADDRESSES = dict.fromkeys([*PAGES, *FIRST_SCREEN, UNKNOWN, CHANGES_OF_KIND, OLDER, CORRECTED])
FIRST = ("nl", LAPTOP)
SEEN = [FIRST, ("nl", SMALL_PHONE), ("en", LAPTOP)]
WELL: dict[str, Any] = {"sideways": 0, "cut": [], "over": [], "below": [], "axe": [], "errors": [], "policy": []}


@pytest.mark.parametrize("seen", SEEN, ids=["nl", "nl phone", "en"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_is_whole_calm_and_for_everyone(
    browser: Browser, server: RunningServer, path: str, seen: tuple[str, tuple[int, int]]
) -> None:
    """On a phone in Dutch alone: its words are the longer ones. Then axe has looked at every language and width."""
    language, size = seen
    mark = "&" if "?" in path else "?"
    with visit(browser, f"{server.url}{path}{mark}taal={language}", size) as visited:
        page = visited.page
        first = FIRST_SCREEN.get(path, []) if size == LAPTOP else []
        found = {"sideways": page.evaluate(SIDEWAYS), "cut": page.evaluate(CUT), "over": page.evaluate(OVERLAPPING)}
        found |= {"below": page.evaluate(BELOW, [first, LAPTOP[1]])}
        page.evaluate(OPEN_ALL)
        axe = [] if seen == FIRST else violations(page)
        found |= {"axe": axe, "errors": visited.errors, "policy": visited.violations}
        assert found == WELL | ({"errors": [NO_PAGE]} if path == UNKNOWN else {})
        assert visited.hosts == {urlsplit(server.url).netloc}


@pytest.mark.parametrize("path", ["/", "/regio/AM05", *OUTCOMES, *CHANGES, *HISTORIES])
def test_a_page_at_four_times_its_size_does_not_scroll_sideways(
    browser: Browser, server: RunningServer, path: str
) -> None:
    with fresh_page(browser, server.url + path, (LAPTOP[0] // 4, LAPTOP[1] // 4)) as page:
        assert page.evaluate(SIDEWAYS) == 0
