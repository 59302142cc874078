"""A series against its own past: gaps, copies and leaps. Warnings only, for chance and real change look alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from warehouse.intake.delivered import Delivered, stocks_of
from warehouse.intake.findings import Finding
from warehouse.reference import codes_of, label_of, rows
from warehouse.schema.calendar import months_between

FEWEST_CHANGES = 6
FAR_OUT = 6.0  # robust z: a change that pure chance would bring about once in many millions
SPREAD_OF_MEDIAN = 1.4826
SMALLEST_LEAP = 20
FEWEST_TO_COPY = 20

Stocks = Mapping[date, Mapping[str, int]]


def check(delivered: Delivered) -> Iterator[Finding]:
    lines = delivered.lines("phase_count")
    if not lines.complete:
        return
    own = stocks_of(lines)
    stocks = {**delivered.earlier.stocks, **own}
    for finding in (*_gaps(delivered, sorted(stocks)), *_copies(stocks), *_leaps(stocks), *_too_many(delivered, own)):
        if finding.values["day"] in own:
            yield Finding(finding.code, lines.title, column=finding.column, values=finding.values)


def _gaps(delivered: Delivered, days: Sequence[date]) -> Iterator[Finding]:
    """Dates further apart than the rhythm. A month without flows is no gap: in a small region nobody may have moved."""
    for before, after in pairwise(days):
        if months_between(before, after) > delivered.rhythm_months:
            yield Finding("series_gap", column="peildatum", values={"before": before, "day": after})


def _copies(stocks: Stocks) -> Iterator[Finding]:
    for before, after in pairwise(sorted(stocks)):
        if stocks[before] == stocks[after] and sum(stocks[after].values()) >= FEWEST_TO_COPY:
            yield Finding("copy_of_last", column="peildatum", values={"before": before, "day": after})


def _leaps(stocks: Stocks) -> Iterator[Finding]:
    """Changes of one phase, far from its usual change (median and median absolute deviation)."""
    days = sorted(stocks)
    for phase in codes_of("phase"):
        counts = [stocks[day].get(phase) for day in days]
        changes = [_change(before, after) for before, after in pairwise(counts)]
        yield from _far_out(phase, days[1:], changes)


def _change(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


def _far_out(phase: str, days: Sequence[date], changes: Sequence[int | None]) -> Iterator[Finding]:
    known = [change for change in changes if change is not None]
    if len(known) < FEWEST_CHANGES:
        return
    usual = median(known)
    spread = max(1.0, SPREAD_OF_MEDIAN * median(abs(change - usual) for change in known))
    for day, change in zip(days, changes, strict=True):
        if change is not None and abs(change - usual) > max(FAR_OUT * spread, SMALLEST_LEAP):
            values = {"day": day, "phase": f"{phase} {label_of('phase', phase)}", "change": f"{change:+d}"}
            yield Finding("outlier", column="fase", values=values)


def _too_many(delivered: Delivered, own: Stocks) -> Iterator[Finding]:
    region = next((row for row in rows("region") if row["code"] == delivered.region_code), None)
    for day, stock in own.items():
        if region and sum(stock.values()) > int(region["inhabitants_15_24"]):
            values = {"day": day, "sum": sum(stock.values()), "inhabitants": region["inhabitants_15_24"]}
            yield Finding("more_than_inhabitants", column="peildatum", values=values)
