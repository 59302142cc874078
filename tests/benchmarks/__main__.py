"""Prints one table; ends 1 when a page is over a budget that does not depend on the machine."""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from playwright.sync_api import Browser, sync_playwright
from tqdm import tqdm

from dashboard.address import Filters
from dashboard.settings import WebSettings
from tests.asking import Site, app_of
from tests.benchmarks import PAGES
from tests.benchmarks.budgets import Budgeted, measured, over_budget
from tests.benchmarks.changes import (
    Recorded,
    change_region,
    changes_a_second,
    open_region,
    record,
    regions_of,
    replay,
)
from tests.benchmarks.growth import fact_count, grown
from tests.benchmarks.processes import cpu_seconds, proportional_mib
from tests.benchmarks.visits import new_context, visit, watch_network
from tests.browsing import launch, let_in
from tests.serving import HOUSE, Demonstration, RunningServer, demonstration_in, serving, settings_for

SIZES = (300_000, 3_000_000)  # facts and rollup rows
RUNS = 5
CHANGES = 200
Table = dict[str, str]


def main() -> int:
    cache = HOUSE / ".pytest_cache" / "d" / "demonstration"
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        grew = [grown(demonstration_in(cache), Path(folder) / str(size), size) for size in SIZES]
        tables, budgeted = zip(*(_measured(browser, one, Path(folder)) for one in grew), strict=True)
        browser.close()
    _print(tables)
    too_much = [line for pages in budgeted for line in over_budget(pages)]
    print(*too_much, sep="\n", file=sys.stderr)
    return 1 if too_much else 0


def _measured(browser: Browser, demonstration: Demonstration, folder: Path) -> tuple[Table, list[Budgeted]]:
    table = {"facts and rollup rows": f"{fact_count(demonstration):,}"} | _asked_first(demonstration)
    let_in(browser, demonstration)
    with serving(demonstration, folder / "server.log") as server:
        pages = [measured(browser, server, demonstration, page) for page in PAGES]
        steps: list[Callable[[], Table]] = [
            lambda: _exact(pages),
            lambda: _server(browser, server),
            lambda: _loads(browser, server),
            lambda: _change(browser, server, slow=False),
            lambda: _change(browser, server, slow=True),
        ]
        for step in tqdm(steps, desc="Measuring", unit="step"):
            table |= step()
    return table, pages


def _asked_first(demonstration: Demonstration) -> Table:
    """Of a page that nobody asked since the start, each time for another reference date; without a browser.

    In time of this process, as others may keep the machine busy. What was loaded is kept from the collector, as in the
    server: else its rounds over that would be measured.
    """
    settings = WebSettings.from_environment(settings_for(demonstration))
    with app_of(settings) as app:
        site = Site(app)
        gc.collect()
        gc.freeze()
        return {f"{path}  made on the server, CPU ms": f"{_milliseconds(site, path):.0f}" for path in PAGES}


def _milliseconds(site: Site, path: str) -> float:
    took = []
    for month in range(1, 11):
        before = process_time()
        site.page(path, Filters(reference_date=date(2026, month, 1)))
        took.append((process_time() - before) * 1000)
    return median(took)


def _exact(pages: list[Budgeted]) -> Table:
    table = {}
    for page in pages:
        table[f"{page.path}  first load, kB"] = f"{page.bytes / 1000:.1f}"
        table[f"{page.path}  first load, requests"] = str(page.requests)
        table[f"{page.path}  SQL statements"] = str(page.statements)
    return table


def _loads(browser: Browser, server: RunningServer) -> Table:
    table = {}
    for path in PAGES:
        url = server.url + path
        for name, slow in (("", False), (" at 10 Mbit/s, 40 ms", True)):
            cold, warm = zip(*(_cold_and_warm(browser, url, slow=slow) for _ in range(RUNS)), strict=True)
            table[f"{path}  cold drawn{name}, ms"] = f"{median(cold):.0f}"
            table[f"{path}  warm drawn{name}, ms"] = f"{median(warm):.0f}"
    return table


def _cold_and_warm(browser: Browser, url: str, *, slow: bool) -> tuple[float, float]:
    context = new_context(browser)
    drawn = visit(context, url, slow=slow).drawn_ms, visit(context, url, slow=slow).drawn_ms
    context.close()
    return drawn


def _change(browser: Browser, server: RunningServer, *, slow: bool) -> Table:
    context = new_context(browser)
    page = context.new_page()
    open_region(page, server.url)
    watch_network(page, slow=slow)
    drawn = [change_region(page, region) for region in regions_of(page)[: RUNS + 1]]
    context.close()
    return {f"change of region drawn{' at 10 Mbit/s, 40 ms' if slow else ''}, ms": f"{median(drawn[1:]):.0f}"}


def _server(browser: Browser, server: RunningServer) -> Table:
    context = new_context(browser)
    page = context.new_page()
    open_region(page, server.url)
    recorded = record(page)
    context.close()
    first = _cpu_a_change(server, recorded, len(recorded.regions))
    again = _cpu_a_change(server, recorded, CHANGES)
    rate = changes_a_second(server, recorded)
    return {
        "callbacks a change": str(len(recorded.calls)),
        "server CPU a change, each region once, ms": f"{first:.1f}",
        f"server CPU a change, {CHANGES} changes, ms": f"{again:.1f}",
        "changes a second, 8 at once": f"{rate:.0f}",
        "memory of all server processes (PSS), MiB": f"{proportional_mib(server.process.pid):.0f}",
    }


def _cpu_a_change(server: RunningServer, recorded: Recorded, changes: int) -> float:
    before = cpu_seconds(server.process.pid)
    replay(server, recorded, changes)
    return (cpu_seconds(server.process.pid) - before) * 1000 / changes


def _print(tables: tuple[Table, ...]) -> None:
    width = max(map(len, tables[0]))
    print()
    for name in tables[0]:
        print(f"{name:{width}}", *(f"{table[name]:>15}" for table in tables))


if __name__ == "__main__":
    sys.exit(main())
