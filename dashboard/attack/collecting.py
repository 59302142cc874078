"""From the tables that were read, and for whom, to the numbers that can be known from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table

from dashboard.attack.undriven import UndrivenError
from queries.reader import Access, open_reader
from warehouse.attack.numbers import COUNTING, WITHOUT_COUNTS, Number, numbers_of
from warehouse.publish.indicator_counts import definitions
from warehouse.schema import published

BEFORE_THERE_IS_A_ROLE = Access("nobody", frozenset())
Seen = Iterable[tuple[Access | None, Table]]


def numbers(engine: Engine, seen: Seen) -> frozenset[Number]:
    """Of all visitors together: they may tell each other what they saw."""
    for _access, table in seen:
        _check_is_known(table)
    with engine.connect() as connection:
        defined = definitions(connection)
        found = _rows(connection, seen)
    return frozenset(
        number for table, rows in found.items() for row in rows for number in numbers_of(table, row._asdict(), defined)
    )


def _check_is_known(table: Table) -> None:
    """Also when no row stands in it yet."""
    if table.metadata is not published.metadata or table.name not in COUNTING.keys() | WITHOUT_COUNTS:
        raise UndrivenError("table", table.fullname)


def _rows(connection: Connection, seen: Seen) -> Mapping[str, set[Row[Any]]]:
    """By the name of a table: everything that they may see of it, of every publication."""
    found: dict[str, set[Row[Any]]] = defaultdict(set)
    for access, table in seen:
        reader = open_reader(connection, access or BEFORE_THERE_IS_A_ROLE)
        found[table.name].update(reader.rows(reader.visible(table, since=reader.publications[-1])))
    return found
