"""Exits of twelve months together, summed while they are exact: the sum of twelve rounded months would mislead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

from warehouse.publish.facts import Counts
from warehouse.publish.protect import Node
from warehouse.schema.calendar import months_before

MONTHS = 12


def of_twelve_months(monthly: Counts, moments: Collection[tuple[str, date]]) -> Counts:
    """By region and reference date, for those of which every month was delivered: a missing month is not zero."""
    windows = {(region, day): [(region, month) for month in months_of(day)] for region, day in moments}
    return {
        moment: _summed(monthly, months)
        for moment, months in windows.items()
        if all(month in monthly for month in months)
    }


def months_of(day: date) -> list[date]:
    """Those that are counted together on a reference date."""
    return [months_before(day, back) for back in range(1, MONTHS + 1)]


def _summed(monthly: Counts, months: Collection[tuple[str, date]]) -> Counter[Node]:
    """A destination that nobody went to may be left out of a month."""
    sums: Counter[Node] = Counter()
    for month in months:
        sums.update(monthly[month])
    return sums
