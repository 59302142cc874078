"""Young people in the phases F0-F6: where they stand, and who moved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_

from queries.reader import Reader
from warehouse.schema import published


def phases(
    reader: Reader, places: Collection[str], dates: Collection[date]
) -> Mapping[tuple[str, date], Mapping[str, int]]:
    """Young people by phase, per place (a region or NL01) and reference date."""
    table = published.phase_total
    statement = (
        reader.visible(table)
        .with_only_columns(table.c.region_code, table.c.reference_date, table.c.phase_code, table.c.youths)
        .where(table.c.region_code.in_(places), table.c.reference_date.in_(dates))
    )
    found: dict[tuple[str, date], dict[str, int]] = {}
    for row in reader.rows(statement):
        found.setdefault((row.region_code, row.reference_date), {})[row.phase_code] = row.youths
    return found


@dataclass(frozen=True)
class Movement:
    """Young people who went from one phase to another in one month; `regions` is how many are in it."""

    region_code: str
    period: date
    from_code: str
    to_code: str
    youths: int
    regions: int


def movements(
    reader: Reader, places: Collection[str], periods: Collection[date], always: tuple[str, str] | None = None
) -> list[Movement]:
    """Every movement in `periods`, and of the pair (from, to) in `always` every month that there is."""
    table = published.flow_total
    columns = [table.c[name] for name in Movement.__dataclass_fields__]
    wanted: ColumnElement[bool] = table.c.period.in_(periods)
    if always:
        wanted = or_(wanted, (table.c.from_code == always[0]) & (table.c.to_code == always[1]))
    statement = reader.visible(table).with_only_columns(*columns).where(table.c.region_code.in_(places), wanted)
    return [Movement(*row) for row in reader.rows(statement.order_by(table.c.period))]
