"""Small steps that pilots try, and what they saw and learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from queries.reader import Reader
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

    @property
    def status(self) -> str:
        if self.ended_on is None:
            return "loopt"
        return "gestopt_met_les" if self.verdict_code == "stoppen" and self.lesson else "afgerond"


def experiments(reader: Reader, region_code: str | None = None) -> list[Experiment]:
    """Of one region or of all, the ones to check first in front."""
    table = reader.visible(published.experiment).subquery()
    pilot = reader.visible(published.pilot).subquery()
    note = _newest_notes(reader).subquery()
    renamed = {"pilot_line_code": pilot.c.pilot_line_code, "observed": note.c.observed}
    columns = [renamed[name] if name in renamed else table.c[name] for name in Experiment.__dataclass_fields__]
    statement = (
        select(*columns)
        .join(pilot, (pilot.c.region_code == table.c.region_code) & (pilot.c.pilot_code == table.c.pilot_code))
        .outerjoin(
            note,
            (note.c.region_code == table.c.region_code)
            & (note.c.experiment_code == table.c.experiment_code)
            & (note.c.newness == 1),
        )
        .order_by(table.c.check_on, table.c.region_code, table.c.experiment_code)
    )
    if region_code:
        statement = statement.where(table.c.region_code == region_code)
    return [Experiment(*row) for row in reader.rows(statement)]


def _newest_notes(reader: Reader) -> Select[Any]:
    table = published.experiment_note
    newness = func.row_number().over(
        partition_by=[table.c.region_code, table.c.experiment_code], order_by=table.c.noted_on.desc()
    )
    return reader.visible(table).add_columns(newness.label("newness"))
