"""Small steps that pilots try, and what they saw and learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func

from queries.pilots import OfPilots
from queries.reader import Publication, Reader
from warehouse.schema import published


@dataclass(frozen=True)
class Experiment:
    """`observed` is the newest note in its log."""

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
    pilot_line_code: str
    observed: str | None
    first_publication: int
    last_publication: int | None

    @property
    def status(self) -> str:
        if self.ended_on is None:
            return "loopt"
        return "gestopt_met_les" if self.verdict_code == "stoppen" and self.lesson else "afgerond"


def experiments(reader: Reader, since: Publication | None = None) -> list[Experiment]:
    """The ones to check first in front; with `since` also what stood differently then."""
    found = OfPilots.of(reader, published.experiment, since)
    note = _newest_notes(reader).subquery()
    elsewhere = {"pilot_line_code": found.pilot.c.pilot_line_code, "observed": note.c.observed}
    rows = found.rows.c
    statement = (
        found.select(Experiment.__dataclass_fields__, elsewhere)
        .outerjoin(
            note,
            (note.c.region_code == rows.region_code)
            & (note.c.experiment_code == rows.experiment_code)
            & (note.c.newness == 1),
        )
        .order_by(rows.check_on, rows.region_code, rows.experiment_code, rows.first_publication)
    )
    return [Experiment(*row) for row in reader.rows(statement)]


def _newest_notes(reader: Reader) -> Select[Any]:
    table = published.experiment_note
    newness = func.row_number().over(
        partition_by=[table.c.region_code, table.c.experiment_code], order_by=table.c.noted_on.desc()
    )
    return reader.visible(table).add_columns(newness.label("newness"))
