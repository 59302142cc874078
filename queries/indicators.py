"""Indicators: their definitions, their counts per region, what was promised, and figures from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from sqlalchemy import ColumnElement, Subquery, or_, select

from queries.reader import Reader
from warehouse.schema import lists, published

PROVISIONAL = "voorlopig"


@dataclass(frozen=True)
class Count:
    """Protected numbers of one indicator, region and reference date; `regions` is how many are in them."""

    indicator_code: str
    region_code: str
    reference_date: date
    numerator: int
    denominator: int
    regions: int


@dataclass(frozen=True)
class Promise:
    """From the frozen start of a region to its target, in young people; `interim` is what must be met on the way."""

    start_on: date
    start: float
    target_on: date
    target: float
    interim: tuple[tuple[date, float], ...] = ()

    def expected_on(self, day: date) -> float:
        """A straight line from point to point; before the start the start, after the end the target."""
        if day >= self.target_on:
            return self.target
        for (since, start), (until, end) in pairwise(self._path()):
            if day < until:
                return start + (end - start) * max((day - since).days, 0) / max((until - since).days, 1)
        return self.target

    def _path(self) -> list[tuple[date, float]]:
        """A start can be frozen later than was asked for: what should have been met before it is past."""
        between = [point for point in self.interim if self.start_on < point[0] < self.target_on]
        return [(self.start_on, self.start), *sorted(between), (self.target_on, self.target)]


@dataclass(frozen=True)
class Definition:
    """One version of an indicator in the registry; names and texts in both languages.

    `fact` is the table that it is computed or read from; `absent` says why it may have no figure, `acting` who acts.
    """

    code: str
    version: int
    name_nl: str
    name_en: str
    unit: str
    polarity: str
    source_nl: str
    source_en: str
    owner_nl: str
    owner_en: str
    rhythm_code: str
    disclosure_nl: str
    disclosure_en: str
    valid_from: date
    valid_to: date | None
    numerator_nl: str
    numerator_en: str
    denominator_nl: str
    denominator_en: str
    norm: float | None
    fact: str
    absent_nl: str | None
    absent_en: str | None
    acting_nl: str | None
    acting_en: str | None


@dataclass(frozen=True)
class ElsewhereValue:
    """A figure that its source protected: rounded to `rounding_base` there, so parts may differ from the whole."""

    indicator_code: str
    region_code: str
    version: int
    period: str
    numerator: int
    denominator: int
    rounding_base: int
    status: str
    source: str
    period_from: date

    @property
    def share(self) -> float:
        """Percentage."""
        return 100 * self.numerator / self.denominator

    @property
    def is_provisional(self) -> bool:
        return self.status == PROVISIONAL

    def points_since(self, earlier: ElsewhereValue) -> float | None:
        """Percentage points more than `earlier`; None when the definition changed between them: they do not compare."""
        return self.share - earlier.share if self.version == earlier.version else None


def counts(reader: Reader, dates: Iterable[date], series_code: str) -> list[Count]:
    """Of all regions and NL01: every indicator on these dates, and `series_code` on every date."""
    table = published.indicator_count
    columns = [table.c[name] for name in Count.__dataclass_fields__]
    series = table.c.indicator_code == series_code
    wanted = or_(series, table.c.reference_date.in_(list(dates)))
    return [Count(*row) for row in reader.rows(reader.visible(table).with_only_columns(*columns).where(wanted))]


def series(reader: Reader, codes: Iterable[str], since: date, until: date) -> list[Count]:
    """`codes` of every place that may be seen, on every reference date between these, the oldest first."""
    table = published.indicator_count
    columns = [table.c[name] for name in Count.__dataclass_fields__]
    wanted = table.c.indicator_code.in_(list(codes)) & table.c.reference_date.between(since, until)
    statement = reader.visible(table).with_only_columns(*columns).where(wanted)
    return [Count(*row) for row in reader.rows(statement.order_by(table.c.reference_date))]


def promises(reader: Reader) -> dict[tuple[str, str], Promise]:
    """By (region, indicator): only where there is both a frozen start and a target."""
    start, goal, way = (
        reader.visible(table).subquery() for table in (published.baseline, published.target, published.interim_target)
    )
    statement = (
        select(start.c.region_code, start.c.indicator_code, start.c.baseline_on, start.c.amount)
        .add_columns(goal.c.target_on, goal.c.amount.label("target"), way.c.due_on, way.c.amount.label("interim"))
        .join(goal, _same_promise(goal, start))
        .outerjoin(way, _same_promise(way, start))
    )
    found: dict[tuple[str, str], Promise] = {}
    for region, code, *ends, due_on, amount in reader.rows(statement):
        promise = found.get((region, code)) or Promise(*ends)
        interim = promise.interim if due_on is None else (*promise.interim, (due_on, amount))
        found[region, code] = replace(promise, interim=interim)
    return found


def _same_promise(one: Subquery, other: Subquery) -> ColumnElement[bool]:
    return (one.c.region_code == other.c.region_code) & (one.c.indicator_code == other.c.indicator_code)


def registry(reader: Reader) -> list[Definition]:
    """Every version of every indicator, in the order of the codes."""
    indicator, version = lists.indicator, lists.indicator_version
    names = Definition.__dataclass_fields__
    columns = [indicator.c[name] if name in indicator.c else version.c[name] for name in names]
    statement = (
        select(*columns)
        .join(version, version.c.indicator_code == indicator.c.code)
        .order_by(indicator.c.position, version.c.version)
    )
    return [Definition(*row) for row in reader.rows(statement)]


def values_elsewhere(reader: Reader, indicator_code: str | None = None) -> list[ElsewhereValue]:
    """Figures of a national source, of one indicator or of all, the newest period first.

    Their source published them of every place for everyone, and so does this.
    """
    table = published.indicator_value
    columns = [table.c[name] for name in ElsewhereValue.__dataclass_fields__]
    with reader.everywhere() as wide:
        statement = wide.visible(table).with_only_columns(*columns)
        if indicator_code:
            statement = statement.where(table.c.indicator_code == indicator_code)
        return [ElsewhereValue(*row) for row in wide.rows(statement.order_by(table.c.period_from.desc()))]
