"""Opens pages of the dashboard, and reads what a visitor sees on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, Response, expect
from playwright.sync_api import TimeoutError as WaitedTooLongError

from tests.browsing import LAPTOP, BrowserPage, shared_window, watched

PHONE, SMALL_PHONE = (390, 844), (360, 740)
NOT_TAKING_PART, WITHOUT_FIGURES = "/regio/AM12", "/regio/AM33"
HISTORY, HISTORY_OF_STEP = "/regio/AM05/geschiedenis/K01", "/regio/AM05/geschiedenis/mijlpaal-AM05-TOM-4"
HISTORIES = (HISTORY, HISTORY_OF_STEP, "/geschiedenis/K01")
CHANGES = ("/wijzigingen", "/regio/AM01/wijzigingen")
CHANGES_OF_KIND = "/wijzigingen?sinds=1&soort=status"
TRAJECTORIES = ("/trajecten", "/regio/AM05/trajecten", "/regio/AM12/trajecten")
MILESTONES = ("/mijlpalen", "/regio/AM05/mijlpalen", f"{NOT_TAKING_PART}/mijlpalen")
OUTCOMES = ("/uitkomsten", "/regio/AM05/uitkomsten", f"{WITHOUT_FIGURES}/uitkomsten")
EXPERIMENT = "/experimenten/AM05-AM05-E1"
EXPERIMENTS = ("/experimenten", "/regio/AM05/experimenten", f"{NOT_TAKING_PART}/experimenten", EXPERIMENT)
PAGES = (
    *("/", "/regio/AM05", NOT_TAKING_PART, WITHOUT_FIGURES, "/definities"),
    *TRAJECTORIES,
    *MILESTONES,
    *EXPERIMENTS,
    *OUTCOMES,
    *CHANGES,
    *HISTORIES,
)
UNKNOWN = "/bestaat-niet"
NO_PAGE = "Failed to load resource: the server responded with a status of 404 (NOT FOUND)"
WAIT_MS, LOOK_AGAIN_MS = 15_000, 100

DRAWN = """() => document.querySelector("h1") && document.title.startsWith(document.querySelector("h1").textContent)
  && [...document.querySelectorAll(".dash-graph")].every(graph => graph.querySelector(".main-svg"))"""
STAY, STAYED = "() => { window.stayed = true; }", "() => window.stayed === true"
# The words of the page, the choices that hold, and the words of every graph, as one text that can be compared.
SHOWN = """() => {
  const words = part => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll(".dash-graph, select").forEach(graph => graph.remove());
    return copy.textContent;
  };
  const parts = [...document.querySelectorAll("header, section.context, .older, main, footer.site-footer")].map(words);
  const chosen = [...document.querySelectorAll("select")].map(one => `${one.id}=${one.selectedOptions[0]?.text}`);
  const graphs = [...document.querySelectorAll(".js-plotly-plot")].map(
    graph => JSON.stringify([graph.data.map(trace => [trace.name, trace.text, trace.y]), graph.layout.annotations]));
  return [location.pathname + location.search, document.title, ...chosen, ...parts, ...graphs];
}"""


def open_page(page: Page, url: str) -> Response:
    """Until all of it is drawn."""
    response = page.goto(url)
    assert response is not None
    wait_until(page, DRAWN)
    return response


def wait_until(page: Page, condition: str, about: object = None) -> None:
    """Looks now and then: to look at every frame leaves a large page no time to be drawn in."""
    page.wait_for_function(condition, arg=about, timeout=WAIT_MS, polling=LOOK_AGAIN_MS)


@contextmanager
def visit(browser: Browser, url: str, size: tuple[int, int] = LAPTOP) -> Iterator[BrowserPage]:
    """In a tab of its own, with all that its console said since it was opened."""
    visited = watched(shared_window(browser, size).new_page())
    open_page(visited.page, url)
    yield visited
    visited.page.close()


@contextmanager
def fresh_page(browser: Browser, url: str, size: tuple[int, int] = LAPTOP) -> Iterator[Page]:
    with visit(browser, url, size) as visited:
        yield visited.page


def shown(page: Page) -> list[str]:
    found: list[str] = page.evaluate(SHOWN)
    return found


@cache
def shown_at(browser: Browser, url: str) -> list[str]:
    """The same whenever it is asked: the demonstration stands still."""
    with fresh_page(browser, url) as page:
        return shown(page)


def assert_shows(page: Page, expected: list[str]) -> None:
    """At once or a moment later."""
    try:
        wait_until(page, f"expected => JSON.stringify(({SHOWN})()) === JSON.stringify(expected)", expected)
    except WaitedTooLongError:
        assert shown(page) == expected


def assert_restored(browser: Browser, page: Page, url: str, select: str, parameter: str) -> None:
    """After a choice the page shows what its new address shows elsewhere; so do back and forward.

    A page with many parts is loaded again, and goes on from the same select.
    """
    open_page(page, url)
    before = shown(page)
    page.evaluate(STAY)
    choose(page, select, parameter.split("=")[1])
    expect(page).to_have_url(f"{url}?{parameter}")
    after = shown_at(browser, page.url)
    assert after[3:] != before[3:]
    assert_shows(page, after)
    is_loaded_anew = page.locator("[data-anew]").count() > 0
    if is_loaded_anew:
        expect(page.locator(f"#{select}")).to_be_focused()
    page.go_back()
    assert_shows(page, before)
    page.go_forward()
    assert_shows(page, after)
    assert bool(page.evaluate(STAYED)) is not is_loaded_anew


def parameters(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def choose(page: Page, select: str, value: str) -> None:
    page.select_option(f"#{select}", value)


def focused(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "() => ({tag: document.activeElement.tagName, id: document.activeElement.id})"
    )
    return found
