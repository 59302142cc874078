"""What a value was in the publications up to the one that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, Table, literal, null, select, union_all

from queries.reader import NATIONAL_CODE, Publication, Reader
from warehouse.schema import published

INDICATOR, PHASE, MOVEMENT, DESTINATION = "indicator", "phase", "movement", "destination"
State = TypeVar("State")


@dataclass(frozen=True)
class Step(Generic[State]):
    """What a publication made of a value; None where it did not stand."""

    publication: Publication
    was: State | None
    now: State | None


@dataclass(frozen=True)
class Timeline(Generic[State]):
    """Every publication in which a value came, went or became another one, the oldest first."""

    steps: tuple[Step[State], ...]

    @classmethod
    def of(cls, publications: Iterable[Publication], state: Callable[[Publication], State | None]) -> Timeline[State]:
        """`publications` from old to new; `state` is the value in one of them."""
        steps, was = [], None
        for publication in publications:
            now = state(publication)
            if now != was:
                steps.append(Step(publication, was, now))
            was = now
        return cls(tuple(steps))

    @property
    def first(self) -> Publication | None:
        return self.steps[0].publication if self.steps else None

    @property
    def now(self) -> State | None:
        return self.steps[-1].now if self.steps else None


@dataclass(frozen=True)
class Sums:
    """Where the figures of a kind stand: counts of young people, per region, day and codes."""

    table: Table
    codes: tuple[str, ...]
    day: str


SUMS: Mapping[str, Sums] = {
    INDICATOR: Sums(published.indicator_count, ("indicator_code",), "reference_date"),
    PHASE: Sums(published.phase_total, ("phase_code",), "reference_date"),
    MOVEMENT: Sums(published.flow_total, ("from_code", "to_code"), "period"),
    DESTINATION: Sums(published.exit_total, ("destination_code",), "reference_date"),
}


@dataclass(frozen=True)
class Figure:
    """One of `SUMS`; without `codes` all that there are. `days` are reference dates, of movements months."""

    kind: str
    codes: tuple[str, ...]
    days: tuple[date, ...]


@dataclass(frozen=True)
class Amount:
    """A figure of one place; `denominator` is None for a count that is no part of another."""

    region_code: str
    codes: tuple[str, ...]
    day: date
    numerator: int
    denominator: int | None
    first_publication: int
    last_publication: int | None


def amounts(reader: Reader, figure: Figure, places: Collection[str]) -> list[Amount]:
    """All that stood so far, in the order of places, codes, days and publications."""
    sums = SUMS[figure.kind]
    table = sums.table.c
    codes, day = [table[name] for name in sums.codes], table[sums.day]
    counted = [table.numerator, table.denominator] if figure.kind == INDICATOR else [table.youths, null()]
    asked = [column == code for column, code in zip(codes, figure.codes, strict=False)]
    statement = (
        _ever(reader, sums.table)
        .with_only_columns(table.region_code, day, *counted, table.first_publication, table.last_publication, *codes)
        .where(table.region_code.in_(places), day.in_(figure.days), *asked)
        .order_by(table.region_code, *codes, day, table.first_publication)
    )
    return [Amount(row[0], tuple(row[6:]), *row[1:6]) for row in reader.rows(statement)]


def amounts_together(reader: Reader, figure: Figure, regions: Collection[str]) -> list[Amount]:
    """The sum of regions in each publication so far, told as the country; of one region for who sees it."""
    with reader.everywhere() as wide:
        found = amounts(wide, figure, regions)
    sums = []
    for publication in reader.so_far:
        stood = [one for one in found if publication.holds(one)]
        if stood and reader.access.may_tell({one.region_code for one in stood}):
            sums.append(_sum(stood, publication))
    return sums


def _sum(stood: Collection[Amount], publication: Publication) -> Amount:
    first, wholes = next(iter(stood)), [one.denominator for one in stood if one.denominator is not None]
    whole = sum(wholes) if wholes else None
    numbers = (sum(one.numerator for one in stood), whole, publication.number, publication.number)
    return Amount(NATIONAL_CODE, first.codes, first.day, *numbers)


@dataclass(frozen=True)
class Promised:
    """A target, or the frozen baseline with the hash that shows that it never changed."""

    subject: str
    region_code: str
    day: date
    amount: float
    content_hash: str | None
    first_publication: int
    last_publication: int | None


def promised(reader: Reader, indicator_code: str, places: Collection[str]) -> list[Promised]:
    """All that stood so far: what regions promised, and from where it is measured."""
    target, baseline = published.target.c, published.baseline.c
    goal = _promised(reader, published.target, target.target_on, null())
    start = _promised(reader, published.baseline, baseline.baseline_on, baseline.content_hash)
    of_both = union_all(*(_of(part, indicator_code, places) for part in (goal, start))).subquery()
    in_order = select(of_both).order_by(of_both.c.region_code, of_both.c.subject.desc(), of_both.c.first_publication)
    return [Promised(*row) for row in reader.rows(in_order)]


def _promised(reader: Reader, table: Table, day: Any, content_hash: Any) -> tuple[Table, Select[Any]]:
    columns = (literal(table.name).label("subject"), table.c.region_code, day.label("day"), table.c.amount)
    stood = (table.c.first_publication, table.c.last_publication)
    return table, _ever(reader, table).with_only_columns(*columns, content_hash.label("content_hash"), *stood)


def _of(part: tuple[Table, Select[Any]], indicator_code: str, places: Collection[str]) -> Select[Any]:
    table, rows = part
    return rows.where(table.c.indicator_code == indicator_code, table.c.region_code.in_(places))


KEYS: Mapping[Table, tuple[str, ...]] = {
    published.milestone: ("pilot_code", "step_code"),
    published.experiment: ("experiment_code",),
}
TOLD = {table.name: table for table in KEYS}


def is_known(reader: Reader, subject: str, region_code: str, codes: Collection[str]) -> bool:
    """A milestone or an experiment with these codes stood in a publication so far, where this user may see it."""
    table = TOLD[subject]
    own = [table.c[name] == code for name, code in zip(KEYS[table], codes, strict=True)]
    stood = _ever(reader, table).where(table.c.region_code == region_code, *own).limit(1)
    return bool(reader.rows(stood))


def _ever(reader: Reader, table: Table) -> Select[Any]:
    return reader.visible(table, reader.so_far[0])
