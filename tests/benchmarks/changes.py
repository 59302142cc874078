"""Another region is chosen: until all is drawn in the browser, and what the server does for it."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import cycle, islice
from time import perf_counter
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.benchmarks.visits import Call, Visit, drawn_after, watch_network
from tests.serving import RunningServer

SELECT = "context-region"
FIRST_REGION = "/regio/AM05"
# The last change of the page counts, once the page has been quiet for a second.
CHANGE_REGION = """([id, region]) => new Promise(drawn => {
  const start = performance.now();
  let last = start;
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
  const select = document.getElementById(id);
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(select, region);
  select.dispatchEvent(new Event("change", {bubbles: true}));
  const timer = setInterval(() => {
    if (performance.now() - last < 1000) return;
    clearInterval(timer);
    watch.disconnect();
    drawn(last - start);
  }, 50);
})"""
REGIONS = f"""() => [...document.querySelectorAll("#{SELECT} option")].map(option => option.value)"""


@dataclass(frozen=True)
class Recorded:
    """The calls of one change to the region at address `region`; for another region its address takes the place."""

    region: str
    calls: tuple[Call, ...]
    regions: tuple[str, ...]

    def changes(self) -> Iterator[tuple[Call, ...]]:
        for region in cycle(self.regions):
            yield tuple(replace(call, body=(call.body or "").replace(self.region, region)) for call in self.calls)


def open_region(page: Page, url: str) -> None:
    page.goto(url + FIRST_REGION)
    drawn_after(page)
    page.wait_for_load_state("networkidle")


def change_region(page: Page, region: str) -> float:
    """Milliseconds until the last change of the page."""
    return float(page.evaluate(CHANGE_REGION, [SELECT, region]))


def regions_of(page: Page) -> tuple[str, ...]:
    """Addresses of the regions that can be chosen, but for the one that is."""
    return tuple(path for path in page.evaluate(REGIONS) if path.startswith("/regio/") and path != FIRST_REGION)


def record(page: Page) -> Recorded:
    """The callbacks that one change of region posts, from a page that shows a region."""
    regions = regions_of(page)
    seen = Visit()
    network = watch_network(page)
    network.on("Network.requestWillBeSent", seen.note_request)
    change_region(page, regions[0])
    network.detach()
    calls = tuple(call for call in seen.calls if call.method == "POST")
    if not any(regions[0] in (call.body or "") for call in calls):
        raise LookupError(f"choosing {regions[0]} posted no callback that names it: {seen.calls}")
    return Recorded(regions[0], calls, regions)


def replay(server: RunningServer, recorded: Recorded, changes: int) -> None:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=30)
    for calls in islice(recorded.changes(), changes):
        for call in calls:
            headers = {"Content-Type": "application/json", "Accept-Encoding": "br", "Cookie": server.cookie}
            connection.request(call.method, call.path, call.body, headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status not in (200, 204):
                raise RuntimeError(f"{call.path} answered {answer.status}")
    connection.close()


def changes_a_second(server: RunningServer, recorded: Recorded, *, at_once: int = 8, each: int = 60) -> float:
    start = perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        for done in [pool.submit(replay, server, recorded, each) for _ in range(at_once)]:
            done.result()
    return at_once * each / (perf_counter() - start)
