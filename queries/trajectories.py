"""Young people in the phases F0-F6: where they stand, who moved, and where they went when their trajectory ended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, literal, or_, union_all

from queries.reader import Reader
from warehouse.schema import published

Counts = Mapping[tuple[str, date], Mapping[str, int]]


def phases(reader: Reader, places: Collection[str], dates: Collection[date]) -> Counts:
    """Young people by phase, per place (a region or NL01) and reference date."""
    return _by_place_and_date(reader.rows(_counted(reader, published.phase_total, "phase_code", places, dates)))


def phases_and_exits(
    reader: Reader, places: Collection[str], dates: Collection[date], reference_date: date
) -> tuple[Counts, Counts]:
    """As `phases`, and beside it young people by destination in the twelve months before `reference_date`.

    A place has no destinations when one of its months was not delivered.
    """
    stocks = _counted(reader, published.phase_total, "phase_code", places, dates)
    exits = _counted(reader, published.exit_total, "destination_code", places, [reference_date])
    rows = list(reader.connection.execute(union_all(stocks, exits)))
    tables = (published.phase_total, published.exit_total)
    of_phases, of_exits = (_by_place_and_date(row for row in rows if row.name == table.name) for table in tables)
    return of_phases, of_exits


def _counted(reader: Reader, table: Table, code: str, places: Collection[str], dates: Collection[date]) -> Select[Any]:
    columns = (table.c.region_code, table.c.reference_date, table.c[code].label("code"), table.c.youths)
    found = reader.visible(table).with_only_columns(literal(table.name).label("name"), *columns)
    return found.where(table.c.region_code.in_(places), table.c.reference_date.in_(dates))


def _by_place_and_date(rows: Iterable[Any]) -> Counts:
    found: dict[tuple[str, date], dict[str, int]] = {}
    for row in rows:
        found.setdefault((row.region_code, row.reference_date), {})[row.code] = row.youths
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
