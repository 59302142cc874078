"""From which delivery a published value comes: who delivered it, and who approved it at each level, when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from queries.history import DESTINATION, INDICATOR, MOVEMENT, PHASE, Figure
from queries.reader import Publication, Reader
from warehouse.schema import lists, published
from warehouse.schema.calendar import months_before, months_from
from warehouse.schema.levels import DELIVERED, LEVELS
from warehouse.schema.rounding import MONTHS_APART
from warehouse.schema.windows import WINDOWS

FACTS = {
    PHASE: published.phase_count.name,
    MOVEMENT: published.phase_flow.name,
    DESTINATION: published.exit_count.name,
}
ACTS = (DELIVERED, *LEVELS)


@dataclass(frozen=True)
class Act:
    """`code` is that of the delivery itself, or of the level that approved it."""

    code: str
    acted_on: date
    acted_by: str


@dataclass(frozen=True)
class Source:
    """A delivery, and the publications in which it told something; `acts` from the delivery up to the last approval.

    Two are the same when they are the same delivery.
    """

    region_code: str
    reference_date: date
    version: int
    reason: str | None = field(compare=False)
    acts: tuple[Act, ...] = field(compare=False)
    first_publication: int = field(compare=False)
    last_publication: int | None = field(compare=False)

    @classmethod
    def newest(cls, sources: Iterable[Source], publication: Publication) -> Source | None:
        """Of those that told something in a publication; None when that was not written down yet."""
        told = [one for one in sources if publication.holds(one)]
        return max(told, key=lambda one: (one.reference_date, one.version), default=None)


def sources(reader: Reader, figure: Figure, places: Collection[str]) -> list[Source]:
    """Which deliveries told a figure, so far; of months together each delivery that told one of them."""
    fact, acts = published.fact_source, _acts(reader).subquery()
    is_of = _is_of(_behind(reader, figure))
    told = reader.visible(fact, reader.so_far[0]).where(fact.c.region_code.in_(places), is_of).subquery()
    same = [told.c[name] == acts.c[name] for name in ("region_code", "reference_date", "version")]
    order = (told.c.region_code, told.c.day, told.c.first_publication)
    statement = select(*told.c, *_done(acts.c)).outerjoin(acts, and_(*same)).order_by(*order)
    found = groupby(reader.rows(statement), key=lambda row: (row.region_code, row.day, row.first_publication))
    return [_source(list(rows)) for _, rows in found]


def deliveries_told(reader: Reader, region_code: str | None = None) -> list[Source]:
    """Every delivery of a region, or of all, that was approved so far.

    The newest of a region tells its milestones, experiments and targets.
    """
    acts = published.delivery_act.c
    key = (acts.region_code, acts.reference_date, acts.version, acts.first_publication)
    statement = _acts(reader).order_by(*key)
    if region_code:
        statement = statement.where(acts.region_code == region_code)
    named = [column.name for column in key]
    found = groupby(reader.rows(statement), key=lambda row: [getattr(row, name) for name in named])
    return [_source(list(rows)) for _, rows in found]


def _acts(reader: Reader) -> Select[Any]:
    return reader.visible(published.delivery_act, reader.so_far[0])


def _done(columns: Any) -> tuple[ColumnElement[Any], ...]:
    return columns.act_code, columns.acted_at, columns.acted_by, columns.reason


def _is_of(behind: Mapping[str, Collection[date]]) -> ColumnElement[bool]:
    table = published.fact_source.c
    return or_(*(and_(table.fact == fact, table.day.in_(days)) for fact, days in behind.items()))


def _behind(reader: Reader, figure: Figure) -> Mapping[str, Collection[date]]:
    """By table of counts the dates or months that were delivered for a figure."""
    (day,) = figure.days
    if figure.kind != INDICATOR:
        return {FACTS[figure.kind]: _days(FACTS[figure.kind], day)}
    version = lists.indicator_version.c
    columns = (version.fact, version.window_months, version.lag_months, version.denominator_codes)
    valid = version.valid_from <= day, or_(version.valid_to.is_(None), version.valid_to >= day)
    (found,) = reader.rows(select(*columns).where(version.indicator_code == figure.codes[0], *valid))
    return _of_definition(found, day)


def _of_definition(found: Any, day: date) -> Mapping[str, Collection[date]]:
    """Moves are added up over the window of the indicator; a stock beside them is that of its beginning."""
    others = {code.partition(":")[0] for code in found.denominator_codes.split() if ":" in code}
    if found.fact not in MONTHS_APART:
        return {found.fact: _days(found.fact, day)}
    last = months_before(day, found.lag_months or 0)
    first = months_before(last, found.window_months)
    return {found.fact: months_from(first, last), **{other: [first] for other in others}}


def _days(fact: str, day: date) -> list[date]:
    return WINDOWS[fact].days_behind(day) if fact in WINDOWS else [day]


def _source(rows: list[Any]) -> Source:
    """What the first row tells of the delivery, and the acts of all; of an act that was told twice the last."""
    first = rows[0]
    done: Mapping[str, Act] = {
        row.act_code: Act(row.act_code, _day(row.acted_at), row.acted_by) for row in rows if row.act_code
    }
    return Source(
        first.region_code,
        first.reference_date,
        first.version,
        next((row.reason for row in rows if row.reason), None),
        tuple(done[code] for code in ACTS if code in done),
        first.first_publication,
        first.last_publication,
    )


def _day(moment: datetime) -> date:
    return moment.date()
