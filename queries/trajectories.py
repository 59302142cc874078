"""Young people in the phases F0-F6: where they stand, and who moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, distinct, func, literal, or_, union_all

from queries.reader import NATIONAL_CODE, Access, Reader
from warehouse.schema import published

Pair = tuple[str, str]


def phases(
    reader: Reader, places: Collection[str], dates: Collection[date]
) -> Mapping[tuple[str, date], Mapping[str, int]]:
    """Young people by phase, per place (a region or NL01) and reference date."""
    table = published.phase_total
    statement = (
        reader.visible(table)
        .with_only_columns(table.c.region_code, table.c.reference_date, table.c.phase_code, table.c.youths)
        .where(table.c.region_code.in_(places), table.c.reference_date.in_(dates))
    )
    found: dict[tuple[str, date], dict[str, int]] = {}
    for row in reader.rows(statement):
        found.setdefault((row.region_code, row.reference_date), {})[row.phase_code] = row.youths
    return found


@dataclass(frozen=True)
class Movement:
    """Young people who went from one phase to another in one month; `regions` is how many are in it."""

    region_code: str
    period: date
    from_code: str
    to_code: str
    youths: int
    regions: int

    @classmethod
    def added(cls, found: Iterable[Movement], months: Collection[date]) -> dict[Pair, int]:
        """By pair of phases, of all places and these months together."""
        total: dict[Pair, int] = defaultdict(int)
        for one in found:
            if one.period in months:
                total[one.from_code, one.to_code] += one.youths
        return dict(total)


def movements(
    reader: Reader, places: Collection[str], periods: Collection[date], always: tuple[str, str] | None = None
) -> list[Movement]:
    """Every movement in `periods`, and of the pair (from, to) in `always` every month that there is."""
    table = published.flow_total
    columns = [table.c[name] for name in Movement.__dataclass_fields__]
    wanted: ColumnElement[bool] = table.c.period.in_(periods)
    if always:
        wanted = or_(wanted, (table.c.from_code == always[0]) & (table.c.to_code == always[1]))
    statement = reader.visible(table).with_only_columns(*columns).where(table.c.region_code.in_(places), wanted)
    in_order = (table.c.period, table.c.region_code, table.c.from_code, table.c.to_code)
    return [Movement(*row) for row in reader.rows(statement.order_by(*in_order))]


@dataclass(frozen=True)
class Moved:
    """Young people who went from one phase to another in several months together; `months` is in how many."""

    region_code: str
    from_code: str
    to_code: str
    youths: int
    months: int


def moved(reader: Reader, places: Collection[str], periods: Collection[date]) -> list[Moved]:
    """Movements in `periods` added up, per place and pair of phases. Who left out a month has fewer months."""
    table = published.flow_total
    keys = (table.c.region_code, table.c.from_code, table.c.to_code)
    statement = (
        reader.visible(table)
        .with_only_columns(*keys, func.sum(table.c.youths), func.count())
        .where(table.c.region_code.in_(places), table.c.period.in_(periods))
        .group_by(*keys)
        .order_by(*keys)
    )
    return [Moved(*row) for row in reader.rows(statement)]


PHASES_BY_AGE, WAITING, INTAKES, TURNED_18 = "phase_count", "waiting_count", "intake_count", "turning_18"
REGISTRATIONS, STEPS_BY_AGE, STEPS_BY_DURATION = "registration_count", "step_age", "step_duration"
COUNTED = {
    name: published.metadata.tables[f"{published.AREA}.{name}"]
    for name in (PHASES_BY_AGE, WAITING, INTAKES, TURNED_18, REGISTRATIONS, STEPS_BY_AGE, STEPS_BY_DURATION)
}


@dataclass(frozen=True)
class Question:
    """What is asked of one fact: of which places, on which reference dates.

    `together` adds the places up; those that are `steady` are only places that have every one of the dates.
    """

    fact: str
    places: Collection[str]
    dates: Collection[date]
    together: bool = False
    steady: bool = False


@dataclass(frozen=True)
class Counted:
    """Young people under one or two codes of a fact; an empty second code where there is one only.

    `regions` is how many are in it. Places that are added up are told as the country.
    """

    fact: str
    region_code: str
    reference_date: date
    code: str
    other_code: str
    youths: int
    regions: int


def counted(reader: Reader, questions: Sequence[Question]) -> list[Counted]:
    """The answers to all questions together, in one statement; sums are of every region, whoever asks for them."""
    if reader.access.sees_everything:
        return _answers(reader, questions)
    own, sums = ([one for one in questions if one.together is together] for together in (False, True))
    with reader.everywhere() as wide:
        parts = _answers(wide, [replace(one, together=False) for one in sums])
    return [*_summed(reader.access, parts), *_answers(reader, own)]


def _answers(reader: Reader, questions: Sequence[Question]) -> list[Counted]:
    if not questions:
        return []
    answers = reader.connection.execute(union_all(*(_asked(reader, one) for one in questions)))
    return [Counted(*row) for row in answers]


def _summed(access: Access, parts: Iterable[Counted]) -> list[Counted]:
    """As the database adds them up; nothing of a fact that one region told, which may not be seen."""
    facts: dict[tuple[str, date], list[Counted]] = {}
    for one in parts:
        facts.setdefault((one.fact, one.reference_date), []).append(one)
    told = (rows for rows in facts.values() if access.may_tell({one.region_code for one in rows}))
    found: dict[tuple[str, date, str, str], Counted] = {}
    for one in (one for rows in told for one in rows):
        key = (one.fact, one.reference_date, one.code, one.other_code)
        before = found.get(key)
        youths, regions = (before.youths, before.regions) if before else (0, 0)
        found[key] = replace(one, region_code=NATIONAL_CODE, youths=youths + one.youths, regions=regions + 1)
    return list(found.values())


def _asked(reader: Reader, question: Question) -> Select[Any]:
    table = COUNTED[question.fact]
    place, day, first, *others = (table.c[name] for name in table.info["keys"])
    second = others[0] if others else literal("")
    statement = reader.visible(table).where(place.in_(question.places), day.in_(question.dates))
    if question.steady:
        every = reader.visible(table).with_only_columns(place).where(day.in_(question.dates)).group_by(place)
        statement = statement.where(place.in_(every.having(func.count(distinct(day)) == len(question.dates))))
    if question.together:
        summed = (func.sum(table.c.youths), func.count())
        columns = (literal(question.fact), literal(NATIONAL_CODE), day, first, second, *summed)
        return statement.with_only_columns(*columns).group_by(day, first, *others)
    regions = table.c.regions if "regions" in table.c else literal(1)
    return statement.with_only_columns(literal(question.fact), place, day, first, second, table.c.youths, regions)
