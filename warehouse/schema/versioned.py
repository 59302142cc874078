"""How a table is made that keeps every row that was ever published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Date, Index, Integer, String, Table

from warehouse.schema import columns
from warehouse.schema.lists import metadata


def versioned(name: str, keys: list[Column[Any]], *values: Column[Any], asked_by: Sequence[str] = ()) -> Table:
    """`asked_by` are the keys by which pages ask for rows, if not those of most tables."""
    for column in keys:
        column.primary_key, column.nullable = True, False
    return Table(
        name,
        metadata,
        *keys,
        Column("first_publication", Integer, primary_key=True),
        Column("last_publication", Integer),
        *values,
        Index(f"ix_{name}_standing", "last_publication", *(asked_by or _asked_by(keys))),
        info={"keys": tuple(column.name for column in keys), "versioned": True},
    )


def _asked_by(keys: list[Column[Any]]) -> list[str]:
    """By what pages ask of the rows that stand: of which day, of one region or of all. What was replaced is elsewhere
    in the index, under the publication in which it stood last, so that no page passes over it, however much it is."""
    first, day = keys[0].name, next((column.name for column in keys if isinstance(column.type, Date)), None)
    if day is None:
        return [column.name for column in keys[:2]]
    return [day, first] if first == "region_code" else [first, day]


def counted(name: str, day: str, *codes: str, asked_by: Sequence[str] = ()) -> Table:
    """Counts of regions and of the country: where a rollup would hold the same rows as its fact, both are one table."""
    return versioned(
        name,
        [Column("region_code", String(8)), Column(day, Date), *map(columns.code, codes)],
        columns.youths(),
        Column("regions", Integer, nullable=False),
        asked_by=asked_by,
    )
