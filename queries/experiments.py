"""Small steps that pilots try, and what they saw and learned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, func, select

from queries.pilots import OfPilots
from queries.reader import INTERNAL, Publication, Reader
from warehouse.schema import published

RUNNING, ENDED, LEARNED = "loopt", "afgerond", "gestopt_met_les"
STOPPED, SCALED_UP = "stoppen", "opschalen"
TEMPORARY = "tijdelijk"
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


def experiments(reader: Reader, since: Publication | None = None) -> list[Experiment]:
    """The ones to check first in front; with `since` also what stood differently then.

    Those of other regions too, as far as these share them.
    """
    with reader.everywhere() as wide:
        return seen_by(reader, _of_everyone(wide, since))


def seen_by(reader: Reader, every: Iterable[Experiment]) -> list[Experiment]:
    """Of those of every region the own ones and what others share: of a pilot its line and name go with it.

    Of one that is internal by now, what stood when it was not has no note: these are those of now.
    """
    found, access = list(every), reader.access
    kept = {one.key for one in found if one.internal == INTERNAL and reader.publication.holds(one)}
    shared = (one for one in found if access.sees(one.region_code) or one.internal != INTERNAL)
    return [
        one if access.sees(one.region_code) or one.key not in kept else replace(one, observed=None, noted_on=None)
        for one in shared
    ]


def _of_everyone(reader: Reader, since: Publication | None) -> list[Experiment]:
    found = OfPilots.of(reader, published.experiment, since)
    note = _newest_notes(reader).subquery()
    elsewhere = {
        "pilot_line_code": found.pilot.c.pilot_line_code,
        "pilot_name": found.pilot.c.name,
        **{name: note.c[name] for name in ("observed", "noted_on")},
    }
    statement = found.select(Experiment.__dataclass_fields__, elsewhere).outerjoin(note, _is_newest(note, found.rows))
    every = (Experiment(*row) for row in reader.rows(statement))
    return sorted(every, key=lambda one: (one.check_on, *one.key, one.first_publication))


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
