"""Where young people went when their trajectory ended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import func

from queries.reader import Reader
from warehouse.schema import published


def exits(
    reader: Reader, places: Collection[str], first_period: date, last_period: date
) -> Mapping[str, Mapping[str, int]]:
    """Young people by destination, per place (a region or NL01), from the first to the last month together."""
    table = published.exit_total
    statement = (
        reader.visible(table)
        .with_only_columns(table.c.region_code, table.c.destination_code, func.sum(table.c.youths).label("youths"))
        .where(table.c.region_code.in_(places), table.c.period.between(first_period, last_period))
        .group_by(table.c.region_code, table.c.destination_code)
    )
    found: dict[str, dict[str, int]] = {place: {} for place in places}
    for row in reader.rows(statement):
        found[row.region_code][row.destination_code] = int(row.youths)
    return found
