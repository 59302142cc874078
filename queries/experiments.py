"""Small steps that pilots try, and what they saw and learned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, func, select

from queries.pilots import OfPilots
from queries.reader import Publication, Reader
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


def experiments(reader: Reader, since: Publication | None = None) -> list[Experiment]:
    """The ones to check first in front; with `since` also what stood differently then.

    Those of other regions too, as far as these share them.
    """
    found = OfPilots.of(reader, published.experiment, since)
    note = _newest_notes(reader).subquery()
    elsewhere = {
        "pilot_line_code": found.pilot.c.pilot_line_code,
        "pilot_name": found.pilot.c.name,
        **{name: note.c[name] for name in OF_NOTE},
    }
    statement = found.select(Experiment.__dataclass_fields__, elsewhere).outerjoin(note, _is_newest(note, found.rows))
    own = [Experiment(*row) for row in reader.rows(statement)]
    shared = [] if reader.access.sees_everything else _shared(reader, since)
    return sorted((*own, *shared), key=lambda one: (one.check_on, *one.key, one.first_publication))


def _shared(reader: Reader, since: Publication | None) -> list[Experiment]:
    """By other regions. The line and the name of its pilot go with it, and nothing else of that pilot."""
    rows, note = reader.visible(published.experiment, since).subquery(), _newest_notes(reader).subquery()
    told = [one for one in Experiment.__dataclass_fields__ if one not in (*OF_PILOT, *OF_NOTE)]
    columns = [*(rows.c[name] for name in told), *(note.c[name] for name in OF_NOTE), rows.c.pilot_code]
    is_foreign = rows.c.region_code.not_in(reader.access.visible_codes or ())
    found = reader.rows(select(*columns).outerjoin(note, _is_newest(note, rows)).where(is_foreign))
    pilots = _pilots(reader, since)
    return [
        Experiment(**{**{name: getattr(row, name) for name in (*told, *OF_NOTE)}, **pilot})
        for row in found
        for pilot in _stood_beside(row, pilots, reader.publication)
    ]


def _pilots(reader: Reader, since: Publication | None) -> Mapping[tuple[str, str], list[Any]]:
    with reader.everywhere() as wide:
        found: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for row in wide.rows(wide.own(published.pilot, since)):
            found[row.region_code, row.pilot_code].append(row)
    return found


def _stood_beside(row: Any, pilots: Mapping[tuple[str, str], list[Any]], now: Publication) -> Iterator[dict[str, Any]]:
    """The pilot as it was told when the experiment was."""
    stood_in = min(row.last_publication or now.number, now.number)
    for pilot in pilots.get((row.region_code, row.pilot_code), ()):
        if pilot.first_publication <= stood_in <= (pilot.last_publication or now.number):
            yield {"pilot_line_code": pilot.pilot_line_code, "pilot_name": pilot.name}


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
