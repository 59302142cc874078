"""Young people in the phases F0-F6: where they stand, and who moved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import func

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


def flows(reader: Reader, places: Collection[str], periods: Collection[date]) -> Mapping[tuple[str, str], int]:
    """Young people who moved from one phase to another in these months, all places together."""
    table = published.flow_total
    statement = (
        reader.visible(table)
        .with_only_columns(table.c.from_code, table.c.to_code, func.sum(table.c.youths).label("youths"))
        .where(table.c.region_code.in_(places), table.c.period.in_(periods))
        .group_by(table.c.from_code, table.c.to_code)
    )
    return {(row.from_code, row.to_code): int(row.youths) for row in reader.rows(statement)}


def flow_series(
    reader: Reader, places: Collection[str], from_code: str, to_code: str
) -> Mapping[str, list[tuple[date, int, int]]]:
    """Month by month, per place: (period, young people, regions that are in it)."""
    table = published.flow_total
    statement = (
        reader.visible(table)
        .with_only_columns(table.c.region_code, table.c.period, table.c.youths, table.c.regions)
        .where(table.c.region_code.in_(places), table.c.from_code == from_code, table.c.to_code == to_code)
        .order_by(table.c.period)
    )
    found: dict[str, list[tuple[date, int, int]]] = {place: [] for place in places}
    for row in reader.rows(statement):
        found[row.region_code].append((row.period, row.youths, row.regions))
    return found
