"""Chromium, and what it notices while a page is open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request, sync_playwright

from tests.serving import Demonstration
from tests.signing import COOKIE, cookie_of

ARGUMENTS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
VIOLATIONS_TO_CONSOLE = """
document.addEventListener("securitypolicyviolation", event =>
  console.error(`CSP: ${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`));
"""

LAPTOP = (1366, 768)

_cookies: dict[Browser, str] = {}


@dataclass
class BrowserPage:
    """A page, with the errors and violations that its console showed and the requests that it made."""

    page: Page
    errors: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def hosts(self) -> set[str]:
        """Names of the machines that were asked for anything; `data:` and `blob:` ask nobody."""
        return {urlsplit(url).netloc for url in self.requests if url.startswith(("http", "ws"))}

    def note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            (self.violations if message.text.startswith("CSP:") else self.errors).append(message.text)

    def note_error(self, error: Exception) -> None:
        self.errors.append(str(error))

    def note_request(self, request: Request) -> None:
        self.requests.append(request.url)


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium: Playwright's own build is not needed."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise FileNotFoundError("Chromium is not installed; `make test` installs it.")
    return playwright.chromium.launch(executable_path=found, args=ARGUMENTS)


def let_in(browser: Browser, demonstration: Demonstration) -> None:
    """Who looks is the invented person of the ministry, on every server of this demonstration."""
    _cookies[browser] = cookie_of(demonstration.accounts_url)


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    """A window without a past, but for who was let in."""
    context = browser.new_context(**options)
    if browser in _cookies:
        context.add_cookies([{"name": COOKIE, "value": _cookies[browser], "domain": "127.0.0.1", "path": "/"}])
    return context


@cache
def shared_window(browser: Browser, size: tuple[int, int]) -> BrowserContext:
    """One of each size: its tabs share what the browser keeps of scripts, as those of a visitor do."""
    return new_context(browser, viewport={"width": size[0], "height": size[1]})


def watched(page: Page) -> BrowserPage:
    watch = BrowserPage(page)
    page.add_init_script(VIOLATIONS_TO_CONSOLE)
    page.on("console", watch.note_console)
    page.on("pageerror", watch.note_error)
    page.on("request", watch.note_request)
    return watch


@pytest.fixture(scope="session")
def browser(demonstration: Demonstration) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launch(playwright)
        let_in(opened, demonstration)
        yield opened
        opened.close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[BrowserPage]:
    """A new tab of 1366 by 768, of who is signed in."""
    page = shared_window(browser, LAPTOP).new_page()
    yield watched(page)
    page.close()
