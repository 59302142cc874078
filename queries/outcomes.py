"""How trajectories ended, whether that lasts, and who came back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Select, Table, func, literal, union_all

from queries.reader import Reader
from queries.trajectories import Movement
from warehouse.schema import published
from warehouse.schema.calendar import months_before

ENDED_WELL, STILL_WELL, RELAPSED = "K07", "K10", "K11"
LASTING_EXIT, RELAPSE = "F5", "F6"
AGAIN = ("F1", "F2", "F3", "F4")
IN_ORDER, WHOLE = "op_orde", "ALLE"
WELL, RETURNED, UNTRACED, NOT_YET = "goed", "terug", "niet_gevolgd", "nog_niet"


def exits(reader: Reader, places: Collection[str], reference_date: date) -> Mapping[str, Mapping[str, int]]:
    """Young people by destination, per place (a region or NL01), in the twelve months before a reference date.

    A place has no destinations when one of its months was not delivered.
    """
    table = published.exit_total
    statement = (
        reader.visible(table)
        .with_only_columns(table.c.region_code, table.c.destination_code, table.c.youths)
        .where(table.c.region_code.in_(places), table.c.reference_date == reference_date)
    )
    found: dict[str, dict[str, int]] = {place: {} for place in places}
    for row in reader.rows(statement):
        found[row.region_code][row.destination_code] = row.youths
    return found


@dataclass(frozen=True)
class Assessed:
    """Young people whose life domains were discussed, by (domain, state); ALLE is all five domains together."""

    region_code: str
    reference_date: date
    youths: Mapping[tuple[str, str], int]
    regions: int

    def in_order(self, domain_code: str) -> int:
        return self.youths.get((domain_code, IN_ORDER), 0)

    def assessed(self, domain_code: str) -> int:
        return sum(youths for (domain, _state), youths in self.youths.items() if domain == domain_code)


@dataclass(frozen=True)
class Followed:
    """One group after some months: who left in the quarter that begins at `period`, by what became of them."""

    region_code: str
    period: date
    months: int
    youths: Mapping[str, int]
    regions: int

    @property
    def known(self) -> int:
        """Those of whom it is known whether it lasted."""
        return self.youths.get(WELL, 0) + self.youths.get(RETURNED, 0)

    @property
    def is_open(self) -> bool:
        """Some are not that far yet, so the figure can still change."""
        return self.youths.get(NOT_YET, 0) > 0


@dataclass(frozen=True)
class Answered:
    """Young people who were asked in the quarter that begins at `period`, by (question, answer)."""

    region_code: str
    period: date
    youths: Mapping[tuple[str, str], int]
    regions: int

    def said(self, question_code: str, answer_code: str) -> int:
        return self.youths.get((question_code, answer_code), 0)

    def asked(self, question_code: str) -> int:
        return sum(youths for (question, _answer), youths in self.youths.items() if question == question_code)


@dataclass(frozen=True)
class Outcomes:
    """Of every place that may be seen. `exits` are by place, `by_age` by region and age band: the country has no ages.

    `returns` are relapses after a lasting exit and new beginnings; `assessed` are of one date, `followed` of quarters
    of leaving, from old to new and within a quarter from the shortest time on; `answered` of the newest quarter.
    `meetings` of steering groups in twelve months are by region and whether a young person was at the table.
    """

    exits: Mapping[str, Mapping[str, int]]
    by_age: Mapping[tuple[str, str], Mapping[str, int]]
    returns: Sequence[Movement]
    assessed: Sequence[Assessed]
    followed: Sequence[Followed]
    answered: Sequence[Answered]
    meetings: Mapping[str, Mapping[str, int]]


def outcomes(
    reader: Reader, reference_date: date, periods: Collection[date], places: Collection[str] | None = None
) -> Outcomes:
    """All facts in one statement. `periods` are the months of the returns; domains are told once a quarter, so theirs
    is the newest date up to the reference date. `places` are those that are followed over the quarters, None for every.
    """
    parts = (
        _exits(reader, reference_date),
        _exits_by_age(reader, reference_date),
        _returns(reader, periods),
        _assessed(reader, reference_date),
        _followed(reader, reference_date, places),
        _answered(reader, reference_date),
        _meetings(reader, reference_date),
    )
    rows: dict[str, list[Any]] = defaultdict(list)
    for row in reader.connection.execute(union_all(*parts)):
        rows[row.fact].append(row)
    return Outcomes(
        exits=_by_place(rows["exit_total"]),
        by_age=_by_place_and_band(rows["exit_count"]),
        returns=[Movement(*row[1:]) for row in sorted(rows["flow_total"], key=lambda row: row.day)],
        assessed=[Assessed(*found) for found in _by_two_codes(rows["domain_count"])],
        followed=_groups(rows["retention_count"]),
        answered=[Answered(*found) for found in _by_two_codes(rows["pulse_count"])],
        meetings=_by_place(rows["steering_meeting"]),
    )


def _counted(reader: Reader, table: Table, day: str, code: str, other: str, regions: Any = None) -> Select[Any]:
    """Every fact in the same columns, so that they can be asked together."""
    known = table.c.regions if regions is None else literal(regions)
    named: list[Column[Any] | Any] = [
        table.c[day].label("day"),
        table.c[code].label("code"),
        table.c[other].label("other"),
    ]
    columns = [literal(table.name).label("fact"), table.c.region_code, *named, table.c.youths, known.label("regions")]
    return reader.visible(table).with_only_columns(*columns)


def _exits(reader: Reader, day: date) -> Select[Any]:
    table = published.exit_total
    found = _counted(reader, table, "reference_date", "destination_code", "destination_code")
    return found.where(table.c.reference_date == day)


def _exits_by_age(reader: Reader, day: date) -> Select[Any]:
    table = published.exit_count
    found = _counted(reader, table, "reference_date", "destination_code", "age_band_code", regions=1)
    return found.where(table.c.reference_date == day)


def _returns(reader: Reader, periods: Collection[date]) -> Select[Any]:
    table = published.flow_total
    relapsed = (table.c.from_code == LASTING_EXIT) & (table.c.to_code == RELAPSE)
    began = (table.c.from_code == RELAPSE) & table.c.to_code.in_(AGAIN)
    found = _counted(reader, table, "period", "from_code", "to_code")
    return found.where(table.c.period.in_(periods), relapsed | began)


def _assessed(reader: Reader, until: date) -> Select[Any]:
    table = published.domain_count
    dates = reader.visible(table).with_only_columns(func.max(table.c.reference_date))
    newest = dates.where(table.c.reference_date <= until).scalar_subquery()
    return _counted(reader, table, "reference_date", "domain_code", "state_code").where(
        table.c.reference_date == newest
    )


def _followed(reader: Reader, until: date, places: Collection[str] | None) -> Select[Any]:
    table = published.retention_count
    found = _counted(reader, table, "period", "after_code", "state_code").where(table.c.period < until)
    return found if places is None else found.where(table.c.region_code.in_(places))


def _answered(reader: Reader, until: date) -> Select[Any]:
    """A quarter is told of when it has ended."""
    table = published.pulse_count
    quarters = reader.visible(table).with_only_columns(func.max(table.c.period))
    newest = quarters.where(table.c.period < until).scalar_subquery()
    return _counted(reader, table, "period", "question_code", "answer_code").where(table.c.period == newest)


def _meetings(reader: Reader, until: date) -> Select[Any]:
    table = published.steering_meeting
    place, at_table = table.c.region_code, table.c.at_table_code
    columns = (literal(table.name), place, func.max(table.c.held_on), at_table, at_table, func.count(), literal(1))
    held = table.c.held_on.between(months_before(until, 12), until)
    return reader.visible(table).with_only_columns(*columns).where(held).group_by(place, at_table)


def _by_place(rows: Sequence[Any]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row.region_code][row.code] = row.youths
    return dict(found)


def _by_place_and_band(rows: Sequence[Any]) -> dict[tuple[str, str], dict[str, int]]:
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row.region_code, row.other][row.code] = row.youths
    return dict(found)


def _by_two_codes(rows: Sequence[Any]) -> list[tuple[str, date, dict[tuple[str, str], int], int]]:
    """Region, day, young people by both codes, and how many regions are in it."""
    found: dict[tuple[str, date, int], dict[tuple[str, str], int]] = defaultdict(dict)
    for row in rows:
        found[row.region_code, row.day, row.regions][row.code, row.other] = row.youths
    return [(region, day, youths, regions) for (region, day, regions), youths in found.items()]


def _groups(rows: Sequence[Any]) -> list[Followed]:
    found: dict[tuple[str, date, int, int], dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row.region_code, row.day, int(row.code), row.regions][row.other] = row.youths
    groups = sorted(found.items(), key=lambda group: group[0][1:3])
    return [Followed(region, period, months, youths, regions) for (region, period, months, regions), youths in groups]
