"""Months together, summed while they are exact: the sum of twelve rounded months would mislead.

Months by themselves stay behind: a month and a year together would narrow each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date

from warehouse.publish.facts import FACTS, PHASE_COUNT, Counts, Fact
from warehouse.publish.protect import Node


def to_publish(delivered: Mapping[str, Counts]) -> dict[str, Counts]:
    """By fact; months are counted together on the dates of which a region delivered its phases."""
    moments = delivered[PHASE_COUNT.name]
    return {
        fact.name: together(fact, delivered[fact.name], moments if fact.months else delivered[fact.name])
        for fact in FACTS
    }


def together(fact: Fact, delivered: Counts, moments: Collection[tuple[str, date]]) -> Counts:
    """By region and date, for those of which everything behind it was delivered: a missing month is not zero."""
    behind = {
        (region, day): [(region, one) for one in fact.days_behind(day)]
        for region, day in moments
        if fact.is_published_on(day)
    }
    return {
        moment: _summed(delivered, days) for moment, days in behind.items() if all(one in delivered for one in days)
    }


def _summed(delivered: Counts, days: Collection[tuple[str, date]]) -> Counter[Node]:
    """A destination that nobody went to may be left out of a month."""
    sums: Counter[Node] = Counter()
    for one in days:
        sums.update(delivered[one])
    return sums
