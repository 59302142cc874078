"""What a page can read from the warehouse as of a publication."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, Table, select

from queries.reader import Access, open_reader
from tests.areas import Areas
from warehouse.publish.contents import VERSIONED as VERSIONED
from warehouse.publish.versions import content_names
from warehouse.schema import published

Rows = list[tuple[Any, ...]]


def shown(areas: Areas, table: Table, number: int) -> Rows:
    """Contents of one table, without publications, in order of the keys; no key stands in it twice."""
    names, width = content_names(table), len(table.info["keys"])
    rows = [tuple(row[name] for name in names) for row in shown_rows(areas, table, number)]
    assert len({row[:width] for row in rows}) == len(rows)
    return rows


def shown_rows(areas: Areas, table: Table, number: int, **wanted: object) -> list[Mapping[str, Any]]:
    with areas.warehouse.connect() as connection:
        reader = open_reader(connection, Access("ministerie", None), number)
        ordered = reader.visible(table).filter_by(**wanted).order_by(*(table.c[key] for key in table.info["keys"]))
        return [dict(row._mapping) for row in reader.rows(ordered)]


def everything(areas: Areas, number: int) -> dict[str, Rows]:
    return {table.name: shown(areas, table, number) for table in VERSIONED}


def written(areas: Areas, table: Table) -> set[tuple[Any, ...]]:
    """Whole rows with their publications, closed ones too."""
    with areas.warehouse.connect() as connection:
        return {tuple(row) for row in connection.execute(select(table))}


def entries(areas: Areas) -> list[Row[Any]]:
    with areas.warehouse.connect() as connection:
        return list(connection.execute(select(published.publication).order_by(published.publication.c.number)))
