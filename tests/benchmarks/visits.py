"""What a browser fetches for a page, and when the page is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.browsing import new_context as window

DRAWN = """() => new Promise(drawn => {
  const look = () => {
    const charts = [...document.querySelectorAll(".chart")];
    const all = document.querySelector(".site") && charts.every(chart => chart.querySelector(".main-svg"));
    all ? drawn(performance.now()) : requestAnimationFrame(look);
  };
  look();
})"""
REGIONAL_OFFICE = {"offline": False, "latency": 40, "downloadThroughput": 1_250_000, "uploadThroughput": 1_250_000}


@dataclass(frozen=True)
class Call:
    """One request, as a server sees it."""

    method: str
    path: str
    body: str | None


@dataclass
class Visit:
    drawn_ms: float = 0.0
    calls: list[Call] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """On the wire, headers included."""
        return sum(self.sizes.values())

    def note_request(self, event: dict[str, Any]) -> None:
        request = event["request"]
        if request["url"].startswith("http"):
            parts = urlsplit(request["url"])
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            self.calls.append(Call(request["method"], path, request.get("postData")))
            self.sizes[event["requestId"]] = 0

    def note_end(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.sizes:
            self.sizes[event["requestId"]] = int(event["encodedDataLength"])


def new_context(browser: Browser) -> BrowserContext:
    return window(browser, viewport={"width": 1366, "height": 768})


def visit(context: BrowserContext, url: str, *, slow: bool = False) -> Visit:
    page = context.new_page()
    network = watch_network(page, slow=slow)
    seen = Visit()
    network.on("Network.requestWillBeSent", seen.note_request)
    network.on("Network.loadingFinished", seen.note_end)
    page.goto(url)
    seen.drawn_ms = drawn_after(page)
    page.wait_for_load_state("networkidle")
    page.close()
    return seen


def drawn_after(page: Page) -> float:
    """Milliseconds from the start of the navigation until every graph of the page is drawn, if it has any."""
    return float(page.evaluate(DRAWN))


def watch_network(page: Page, *, slow: bool = False) -> CDPSession:
    """`slow` is the line of a small office: 10 Mbit/s and 40 ms to the server."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    if slow:
        network.send("Network.emulateNetworkConditions", REGIONAL_OFFICE)
    return network
