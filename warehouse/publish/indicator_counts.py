"""Numerator and denominator of every indicator that can be computed from published facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from warehouse.publish.protect import Node
from warehouse.publish.rollups import Totals
from warehouse.schema.lists import NATIONAL_CODE, indicator_version


@dataclass(frozen=True)
class Definition:
    """One version of an indicator. `window_months` is 0 for a stock, else how many months its fact holds together."""

    indicator_code: str
    valid_from: date
    valid_to: date | None
    fact: str
    numerator: frozenset[str]
    denominator: frozenset[str]
    window_months: int

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class IndicatorCount:
    numerator: int
    denominator: int
    regions: int

    def __add__(self, other: IndicatorCount) -> IndicatorCount:
        return IndicatorCount(
            self.numerator + other.numerator, self.denominator + other.denominator, self.regions + other.regions
        )


IndicatorCounts = Mapping[tuple[str, str, date], IndicatorCount]


def definitions(connection: Connection) -> list[Definition]:
    """The versions that name a fact; the others are computed elsewhere or come from a national source."""
    found = connection.execute(select(indicator_version).where(indicator_version.c.fact.is_not(None)))
    return [
        Definition(
            row.indicator_code,
            row.valid_from,
            row.valid_to,
            row.fact,
            frozenset(row.numerator_codes.split()),
            frozenset(row.denominator_codes.split()),
            row.window_months,
        )
        for row in found
    ]


def indicator_counts(
    defined: Iterable[Definition], totals: Mapping[str, Totals], moments: Collection[tuple[str, date]]
) -> IndicatorCounts:
    """By indicator, region and reference date. `moments` are the regions and dates to compute; the country is added."""
    counts: dict[tuple[str, str, date], IndicatorCount] = {}
    for definition in defined:
        for region, day in moments:
            if definition.is_valid_on(day) and (count := _count(definition, totals[definition.fact], region, day)):
                counts[definition.indicator_code, region, day] = count
    return {**counts, **_national(counts)}


def rows(counts: IndicatorCounts) -> list[dict[str, Any]]:
    return [
        {"indicator_code": indicator, "region_code": region, "reference_date": day, **vars(count)}
        for (indicator, region, day), count in counts.items()
    ]


def _count(definition: Definition, totals: Totals, region: str, day: date) -> IndicatorCount | None:
    """None when too little was delivered: what is missing is not zero."""
    total = totals.get((region, day))
    if total is None or not _is_complete(definition, total.youths):
        return None
    numerator, denominator = (
        sum(count for (code,), count in total.youths.items() if code in codes)
        for codes in (definition.numerator, definition.denominator)
    )
    return IndicatorCount(numerator, denominator, 1)


def _is_complete(definition: Definition, youths: Mapping[Node, int]) -> bool:
    """A stock needs every phase; of the exits a destination that nobody went to may be left out."""
    return bool(definition.window_months) or all((code,) in youths for code in definition.denominator)


def _national(regional: IndicatorCounts) -> IndicatorCounts:
    country: dict[tuple[str, str, date], IndicatorCount] = {}
    for (indicator, _, day), count in regional.items():
        place = (indicator, NATIONAL_CODE, day)
        country[place] = country[place] + count if place in country else count
    return country
