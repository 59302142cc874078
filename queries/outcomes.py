"""Where young people went when their trajectory ended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from queries.reader import Reader
from warehouse.schema import published


def exits(reader: Reader, places: Collection[str], reference_date: date) -> Mapping[str, Mapping[str, int]]:
    """Young people by destination, per place (a region or NL01), in the twelve months before a reference date.

    A place has no destinations when one of its months was not delivered.
    """
    table = published.exit_total
    statement = (
        reader.visible(table)
        .with_only_columns(table.c.region_code, table.c.destination_code, table.c.youths)
        .where(table.c.region_code.in_(places), table.c.reference_date == reference_date)
    )
    found: dict[str, dict[str, int]] = {place: {} for place in places}
    for row in reader.rows(statement):
        found[row.region_code][row.destination_code] = row.youths
    return found
