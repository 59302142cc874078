"""Numerator and denominator of every indicator that can be computed from published facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from warehouse.publish.facts import BY_NAME
from warehouse.publish.protect import Node
from warehouse.publish.rollups import Totals
from warehouse.schema.calendar import months_before, months_from
from warehouse.schema.lists import NATIONAL_CODE, indicator_version


class Term(NamedTuple):
    """A node of a fact."""

    fact: str
    node: Node


@dataclass(frozen=True)
class Definition:
    """One version of an indicator; numerator and denominator add up their terms.

    `window_months` is 0 for a stock, else how many months are counted together: by the fact itself when it is published
    of a reference date, else here, of the window that ends `lag_months` before the date.
    """

    indicator_code: str
    valid_from: date
    valid_to: date | None
    fact: str
    numerator: frozenset[Term]
    denominator: frozenset[Term]
    window_months: int
    lag_months: int = 0

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def days(self, term: Term, day: date) -> list[date]:
        """The published dates of which a term is added up. A stock beside moves is counted when these begin."""
        main, fact = BY_NAME[self.fact], BY_NAME[term.fact]
        if main.date == fact.date == "reference_date":
            return [day]
        last = months_before(day, self.lag_months)
        first = months_before(last, self.window_months)
        return [first] if fact is not main else [one for one in months_from(first, last) if fact.is_published_on(one)]


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
    """The versions that name nodes of a fact; the others count no young people, or come from a national source."""
    found = connection.execute(select(indicator_version).where(indicator_version.c.numerator_codes.is_not(None)))
    return [
        Definition(
            row.indicator_code,
            row.valid_from,
            row.valid_to,
            row.fact,
            terms(row.fact, row.numerator_codes),
            terms(row.fact, row.denominator_codes),
            row.window_months,
            row.lag_months or 0,
        )
        for row in found
    ]


def terms(fact: str, texts: str) -> frozenset[Term]:
    """A path of codes, `ALLE>op_orde`; with the name of another fact before it when it is of that one."""
    parts = (text.rpartition(":") for text in texts.split())
    return frozenset(Term(other or fact, tuple(path.split(">"))) for other, _, path in parts)


def indicator_counts(
    defined: Iterable[Definition], totals: Mapping[str, Totals], moments: Collection[tuple[str, date]]
) -> IndicatorCounts:
    """By indicator, region and reference date, with the country. `moments` are for what is published by period."""
    counts: dict[tuple[str, str, date], IndicatorCount] = {}
    for definition in defined:
        fact = BY_NAME[definition.fact]
        for region, day in totals.get(fact.name, ()) if fact.date == "reference_date" else moments:
            asked = region != NATIONAL_CODE and definition.is_valid_on(day) and fact.is_published_on(day)
            if asked and (count := _count(definition, totals, region, day)):
                counts[definition.indicator_code, region, day] = count
    return {**counts, **_national(counts)}


def rows(counts: IndicatorCounts) -> list[dict[str, Any]]:
    return [
        {"indicator_code": indicator, "region_code": region, "reference_date": day, **vars(count)}
        for (indicator, region, day), count in counts.items()
    ]


def _count(definition: Definition, totals: Mapping[str, Totals], region: str, day: date) -> IndicatorCount | None:
    """None when too little was delivered: what is missing is not zero."""
    numerator, denominator = (
        [count for term in terms for count in _counts(definition, term, totals, region, day)]
        for terms in (definition.numerator, definition.denominator)
    )
    if None in numerator or None in denominator:
        return None
    return IndicatorCount(sum(filter(None, numerator)), sum(filter(None, denominator)), 1)


def _counts(
    definition: Definition, term: Term, totals: Mapping[str, Totals], region: str, day: date
) -> Iterator[int | None]:
    """A stock needs every node; of months together, one that nobody was counted in may be left out."""
    for one in definition.days(term, day):
        total = totals[term.fact].get((region, one))
        yield None if total is None else total.youths.get(term.node, 0 if definition.window_months else None)


def _national(regional: IndicatorCounts) -> IndicatorCounts:
    country: dict[tuple[str, str, date], IndicatorCount] = {}
    for (indicator, _, day), count in regional.items():
        place = (indicator, NATIONAL_CODE, day)
        country[place] = country[place] + count if place in country else count
    return country
