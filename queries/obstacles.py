"""What stands in the way, and at which level it must be solved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.pilots import OfPilots
from queries.reader import Publication, Reader
from warehouse.schema import published

NATIONAL_LEVEL = "rijk"


@dataclass(frozen=True)
class Obstacle:
    region_code: str
    obstacle_code: str
    title: str
    level_code: str
    theme_code: str | None
    reported_on: date
    solved_on: date | None
    next_step: str | None
    pilot_code: str
    pilot_line_code: str
    first_publication: int
    last_publication: int | None

    def is_open(self) -> bool:
        return self.solved_on is None


def obstacles(reader: Reader, since: Publication | None = None) -> list[Obstacle]:
    """Solved ones too, the oldest first; with `since` also what stood differently then."""
    found = OfPilots.of(reader, published.obstacle, since)
    statement = found.select(Obstacle.__dataclass_fields__, {"pilot_line_code": found.pilot.c.pilot_line_code})
    rows = found.rows.c
    in_order = statement.order_by(rows.reported_on, rows.region_code, rows.obstacle_code, rows.first_publication)
    return [Obstacle(*row) for row in reader.rows(in_order)]
