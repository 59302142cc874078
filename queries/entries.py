"""Rows of counts, promises, pilots and logs that came or went after an earlier publication: one statement for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    Float,
    Integer,
    Select,
    String,
    Table,
    cast,
    literal,
    null,
    union_all,
)

from queries.reader import Publication, Reader
from queries.region_standing import IN_VIEW
from warehouse.schema import published

INDICATOR, PHASE = published.indicator_count.name, published.phase_total.name
FLOW, DESTINATION = published.flow_total.name, published.exit_total.name
WAITING = published.waiting_count.name
COUNTS = (INDICATOR, PHASE, WAITING, FLOW, DESTINATION)
NOTE, PILOT = published.experiment_note.name, published.pilot.name
TARGET, PARTICIPATION = published.target.name, published.participation.name
ELSEWHERE, PARTNER = published.indicator_value.name, published.partner.name
KINDS: dict[str, Any] = {
    "day": Date,
    "code": String,
    "other_code": String,
    "on": Date,
    "amount": Float,
    "base": Float,
    "regions": Integer,
    "text": String,
}


@dataclass(frozen=True)
class Entry:
    """A row of the table `subject`: `day`, `code` and `other_code` are its key, what follows is what it tells.

    A count has its denominator, if any, in `base`, and in `regions` how many regions are in it; a figure from
    elsewhere has in `regions` the version of its definition.
    """

    subject: str
    region_code: str
    first_publication: int
    last_publication: int | None
    day: date | None
    code: str | None
    other_code: str | None
    on: date | None
    amount: float | None
    base: float | None
    regions: int | None
    text: str | None

    @property
    def key(self) -> tuple[object, ...]:
        version = self.regions if self.subject == ELSEWHERE else None
        return self.subject, self.region_code, self.day, self.code, self.other_code, version


def entries(reader: Reader, since: Publication) -> list[Entry]:
    """What did not stand unchanged since then. Of reference dates that are new, only young people in sight are told."""
    parts = [part.where(way) for table, part in _parts(reader, since) for way in _ways(reader, since, table)]
    return [Entry(*row) for row in reader.connection.execute(union_all(*parts))]


def _ways(reader: Reader, since: Publication, table: Table) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """It came and still stood, or it went; each by itself, so that both are found along the index."""
    came = (table.c.first_publication > since.number) & reader.stood(table)
    return came, table.c.last_publication.between(since.number, reader.publication.number - 1)


def _parts(reader: Reader, since: Publication) -> list[tuple[Table, Select[Any]]]:
    return [*_counts(reader, since), *_told(reader)]


def _counts(reader: Reader, since: Publication) -> list[tuple[Table, Select[Any]]]:
    """Of what was counted beside phases, flows and exits the indicators tell, and nothing of every cell of it."""
    indicator, phase, waiting, flow, end = (
        published.indicator_count,
        published.phase_total,
        published.waiting_count,
        published.flow_total,
        published.exit_total,
    )
    known = since.reference_date
    share = {"code": "indicator_code", "amount": "numerator", "base": "denominator", "regions": "regions"}
    counted = {"amount": "youths", "regions": "regions"}
    shares = _part(reader, indicator, day="reference_date", **share)
    phases = _part(reader, phase, day="reference_date", code="phase_code", **counted)
    waits = _part(reader, waiting, day="reference_date", code="waiting_class_code", **counted)
    flows = _part(reader, flow, day="period", code="from_code", other_code="to_code", **counted)
    ends = _part(reader, end, day="reference_date", code="destination_code", **counted)
    return [
        (indicator, shares.where((indicator.c.indicator_code == IN_VIEW) | (indicator.c.reference_date <= known))),
        (phase, phases.where(phase.c.reference_date <= known)),
        (waiting, waits.where(waiting.c.reference_date <= known)),
        (flow, flows.where(flow.c.period < known)),
        (end, ends.where(end.c.reference_date <= known)),
    ]


def _told(reader: Reader) -> list[tuple[Table, Select[Any]]]:
    columns = {
        published.experiment_note: {"day": "noted_on", "code": "experiment_code", "text": "observed"},
        published.pilot: {
            "code": "pilot_code",
            "other_code": "pilot_line_code",
            "on": "baseline_on",
            "text": "name",
        },
        published.target: {"code": "indicator_code", "on": "target_on", "amount": "amount"},
        published.partner: {"code": "organisation", "other_code": "pilot_code", "on": "since_on"},
        published.participation: {"on": "since_on", "text": "rhythm_code"},
        published.indicator_value: {
            "day": "period_from",
            "code": "indicator_code",
            "other_code": "period",
            "amount": "numerator",
            "base": "denominator",
            "regions": "version",
            "text": "status",
        },
    }
    return [(table, _part(reader, table, **named)) for table, named in columns.items()]


def _part(reader: Reader, table: Table, **named: str) -> Select[Any]:
    """The columns of `Entry`: those that are `named` by their name in the table, the others empty."""
    found = [table.c[name] for name in ("region_code", "first_publication", "last_publication")]
    values = [_value(table.c[named[name]] if name in named else None, kind).label(name) for name, kind in KINDS.items()]
    return reader.of_any_publication(table).with_only_columns(literal(table.name).label("subject"), *found, *values)


def _value(column: Column[Any] | None, kind: Any) -> ColumnElement[Any]:
    """Of one kind in every part. A date is one already, and SQLite would make a number of it."""
    if column is None:
        return cast(null(), kind)
    return column if kind is Date else cast(column, kind)
