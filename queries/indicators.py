"""Indicators: their definitions, their counts per region, what was promised, and figures from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

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
    """From the frozen start of a region to its target, in young people."""

    start_on: date
    start: float
    target_on: date
    target: float

    def expected_on(self, day: date) -> float:
        """A straight line from start to target; before the start the start, after the end the target."""
        span = (self.target_on - self.start_on).days
        passed = min(max((day - self.start_on).days, 0), span)
        return self.start + (self.target - self.start) * (passed / span if span else 1)


@dataclass(frozen=True)
class Definition:
    """One version of an indicator in the registry; names and texts in both languages."""

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


@dataclass(frozen=True)
class ElsewhereValue:
    """A figure that its source protected: rounded to `rounding_base` there, so parts may differ from the whole."""

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


def counts(
    reader: Reader,
    codes: Iterable[str],
    dates: Iterable[date],
    series_code: str,
) -> list[Count]:
    """Of all regions and NL01: `codes` on these dates, and `series_code` on every date."""
    table = published.indicator_count
    columns = [table.c[name] for name in Count.__dataclass_fields__]
    series = table.c.indicator_code == series_code
    wanted = or_(series, table.c.indicator_code.in_(list(codes)) & table.c.reference_date.in_(list(dates)))
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
    start = reader.visible(published.baseline).subquery()
    goal = reader.visible(published.target).subquery()
    statement = select(
        start.c.region_code,
        start.c.indicator_code,
        start.c.baseline_on,
        start.c.amount,
        goal.c.target_on,
        goal.c.amount,
    ).join(goal, (goal.c.region_code == start.c.region_code) & (goal.c.indicator_code == start.c.indicator_code))
    return {(row[0], row[1]): Promise(row[2], row[3], row[4], row[5]) for row in reader.rows(statement)}


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


def values_elsewhere(reader: Reader, indicator_code: str) -> list[ElsewhereValue]:
    """Figures of a national source, the newest period first."""
    table = published.indicator_value
    columns = [table.c[name] for name in ElsewhereValue.__dataclass_fields__]
    statement = reader.visible(table).with_only_columns(*columns).where(table.c.indicator_code == indicator_code)
    return [ElsewhereValue(*row) for row in reader.rows(statement.order_by(table.c.period_from.desc()))]
