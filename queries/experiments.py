"""Small steps that pilots try, and what they saw and learned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, func, select

from queries.pilots import OfPilots
from queries.reader import Publication, Reader
from queries.sealed import Sealed
from warehouse.schema import published

RUNNING, ENDED, LEARNED = "loopt", "afgerond", "gestopt_met_les"
STOPPED, SCALED_UP = "stoppen", "opschalen"
TEMPORARY = "tijdelijk"
OF_PILOT, OF_NOTE = ("pilot_line_code", "pilot_name"), ("observed", "noted_on")
DUTCH = "nl"


@dataclass(frozen=True)
class Experiment:
    """`observed` is the newest note in its log, of the day `noted_on`.

    `internal` is "ja" when it is no example for other regions; `language` is that of its texts, Dutch when not told.
    """

    region_code: str
    experiment_code: str
    title: str
    question: str
    started_on: date
    check_on: date
    ended_on: date | None
    verdict_code: str | None
    lesson: str | None
    comes_from: str | None
    life_domain_code: str
    small_step: str
    method: str
    for_whom: str
    owner: str
    funding: str | None
    policy_domain_code: str | None
    next_step: str | None
    funding_until: date | None
    internal: str | None
    language: str | None
    pilot_line_code: str
    pilot_name: str
    observed: str | None
    noted_on: date | None
    first_publication: int
    last_publication: int | None

    @property
    def status(self) -> str:
        if self.ended_on is None:
            return RUNNING
        return LEARNED if self.verdict_code == STOPPED and self.lesson else ENDED

    @property
    def is_running(self) -> bool:
        return self.ended_on is None

    @property
    def key(self) -> tuple[str, str]:
        return self.region_code, self.experiment_code

    @property
    def spoken(self) -> str:
        """The language of its texts."""
        return self.language or DUTCH

    def is_undecided(self, today: date) -> bool:
        """Its check date has come and nothing was decided."""
        return self.is_running and self.verdict_code is None and self.check_on <= today

    def quiet_days(self, today: date) -> int:
        """Days since the newest note in its log, or since it began as long as there is none; 0 when it ended."""
        return max((today - max(self.noted_on or self.started_on, self.started_on)).days, 0) if self.is_running else 0

    def money_ends_by(self, day: date) -> bool:
        """It runs on temporary money that is spent by then."""
        is_temporary = self.is_running and self.funding == TEMPORARY
        return is_temporary and self.funding_until is not None and self.funding_until <= day


def experiments(
    reader: Reader, since: Publication | None = None, everyone: Sealed[list[Experiment]] | None = None
) -> list[Experiment]:
    """The ones to check first in front; with `since` also what stood differently then.

    Those of other regions too, as far as these share them: the line and the name of its pilot go with it, and nothing
    else of that pilot. `everyone` are those of every region, when they were read before.
    """
    if reader.access.sees_everything:
        return _with_pilots(reader, since)
    beside = {_version(one): one for one in (everyone or _everyone(reader, since)).for_sums}
    seen = ((beside.get(_version(row)), row) for row in _seen(reader, since))
    return _first_to_check(replace(one, **row._mapping) for one, row in seen if one)


def _everyone(reader: Reader, since: Publication | None) -> Sealed[list[Experiment]]:
    with reader.everywhere() as wide:
        return Sealed(_with_pilots(wide, since))


def _with_pilots(reader: Reader, since: Publication | None) -> list[Experiment]:
    found = OfPilots.of(reader, published.experiment, since)
    note = _newest_notes(reader).subquery()
    elsewhere = {
        "pilot_line_code": found.pilot.c.pilot_line_code,
        "pilot_name": found.pilot.c.name,
        **{name: note.c[name] for name in OF_NOTE},
    }
    statement = found.select(Experiment.__dataclass_fields__, elsewhere).outerjoin(note, _is_newest(note, found.rows))
    return _first_to_check(Experiment(*row) for row in reader.rows(statement))


def _seen(reader: Reader, since: Publication | None) -> list[Any]:
    """What both locks let through: all but the line and the name of a pilot."""
    rows, note = reader.visible(published.experiment, since).subquery(), _newest_notes(reader).subquery()
    told = (name for name in Experiment.__dataclass_fields__ if name not in (*OF_PILOT, *OF_NOTE))
    columns = (*(rows.c[name] for name in told), *(note.c[name] for name in OF_NOTE))
    return reader.rows(select(*columns).outerjoin(note, _is_newest(note, rows)))


def _version(row: Any) -> tuple[str, str, int]:
    return row.region_code, row.experiment_code, row.first_publication


def _first_to_check(found: Iterable[Experiment]) -> list[Experiment]:
    return sorted(found, key=lambda one: (one.check_on, *one.key, one.first_publication))


def _is_newest(note: Subquery, rows: Subquery) -> ColumnElement[bool]:
    same_region = note.c.region_code == rows.c.region_code
    return same_region & (note.c.experiment_code == rows.c.experiment_code) & (note.c.newness == 1)


@dataclass(frozen=True)
class Note:
    """One entry of a log."""

    region_code: str
    experiment_code: str
    noted_on: date
    observed: str
    learned: str | None


def notes(reader: Reader, region_code: str, experiment_code: str) -> list[Note]:
    """The log of one experiment, the oldest entry first."""
    table = reader.visible(published.experiment_note).subquery().c
    columns = (table[name] for name in Note.__dataclass_fields__)
    own = (table.region_code == region_code, table.experiment_code == experiment_code)
    return [Note(*row) for row in reader.rows(select(*columns).where(*own).order_by(table.noted_on))]


def _newest_notes(reader: Reader) -> Select[Any]:
    table = published.experiment_note
    newness = func.row_number().over(
        partition_by=[table.c.region_code, table.c.experiment_code], order_by=table.c.noted_on.desc()
    )
    return reader.visible(table).add_columns(newness.label("newness"))
