"""What stands in the way, and at which level it must be solved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from queries.reader import Reader
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
    pilot_line_code: str


def open_obstacles(reader: Reader) -> list[Obstacle]:
    """Those that are not solved, the oldest first."""
    table = reader.visible(published.obstacle).subquery()
    pilot = reader.visible(published.pilot).subquery()
    columns = [
        pilot.c.pilot_line_code if name == "pilot_line_code" else table.c[name]
        for name in Obstacle.__dataclass_fields__
    ]
    statement = (
        select(*columns)
        .join(pilot, (pilot.c.region_code == table.c.region_code) & (pilot.c.pilot_code == table.c.pilot_code))
        .where(table.c.solved_on.is_(None))
        .order_by(table.c.reported_on, table.c.region_code, table.c.obstacle_code)
    )
    return [Obstacle(*row) for row in reader.rows(statement)]
