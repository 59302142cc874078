"""Rules that stand in the way of pilots: the room they were given, what came of it, and which change they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.pilots import OfPilots
from queries.reader import Reader
from warehouse.schema import published

NATIONAL = "landelijk"


@dataclass(frozen=True)
class RuleRoom:
    """`until_on` is the last day of the room that was given; None where there is none yet, or where it does not end."""

    region_code: str
    rule_code: str
    rule: str
    why: str
    scope_code: str
    until_on: date | None
    result: str | None
    change_asked: str | None
    reported_on: date
    pilot_line_code: str

    @property
    def is_national(self) -> bool:
        return self.scope_code == NATIONAL


def rule_rooms(reader: Reader) -> list[RuleRoom]:
    """The oldest first."""
    found = OfPilots.of(reader, published.rule_room, None)
    statement = found.select(RuleRoom.__dataclass_fields__, {"pilot_line_code": found.pilot.c.pilot_line_code})
    rows = found.rows.c
    return [
        RuleRoom(*row) for row in reader.rows(statement.order_by(rows.reported_on, rows.region_code, rows.rule_code))
    ]
