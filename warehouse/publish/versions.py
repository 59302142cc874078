"""Makes the standing rows of a versioned table equal to wanted rows, without touching what did not change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, insert, select, update

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Change:
    """Whole rows without publication numbers, in the order of `content_names`: the keys first."""

    table: Table
    added: tuple[Row, ...]
    closed: tuple[Row, ...]

    @property
    def is_empty(self) -> bool:
        return not self.added and not self.closed

    @property
    def width(self) -> int:
        """How many of the first values are keys."""
        return len(self.table.info["keys"])


def content_names(table: Table) -> tuple[str, ...]:
    """The keys, then what they determine; not the publications."""
    keys = table.info["keys"]
    around = {*keys, "first_publication", "last_publication"}
    return (*keys, *(column.name for column in table.c if column.name not in around))


def content(table: Table, rows: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    names = content_names(table)
    return tuple(tuple(row[name] for name in names) for row in rows)


def change(connection: Connection, table: Table, wanted: Iterable[Row]) -> Change:
    """What has to happen before the standing rows are the wanted ones, each given in the order of `content_names`."""
    width = len(table.info["keys"])
    standing = {tuple(row) for row in connection.execute(_standing(table))}
    asked = set(wanted)
    added, closed = (sorted(rows, key=lambda row: row[:width]) for rows in (asked - standing, standing - asked))
    return Change(table, tuple(added), tuple(closed))


def apply(connection: Connection, wanted: Change, number: int) -> None:
    _close(connection, wanted, number - 1)
    _add(connection, wanted, number)


def stood_in(connection: Connection, table: Table, number: int) -> tuple[Row, ...]:
    """What a publication held of this table."""
    columns = (table.c[name] for name in content_names(table))
    stood = table.c.last_publication.is_(None) | (table.c.last_publication >= number)
    found = connection.execute(select(*columns).where(table.c.first_publication <= number, stood))
    return tuple(tuple(row) for row in found)


def _standing(table: Table) -> Select[Any]:
    columns = (table.c[name] for name in content_names(table))
    return select(*columns).where(table.c.last_publication.is_(None))


def _close(connection: Connection, wanted: Change, last: int) -> None:
    table, keys = wanted.table, wanted.table.info["keys"]
    if wanted.closed:
        is_row = (table.c[key] == bindparam(f"at_{key}") for key in keys)
        statement = update(table).where(*is_row, table.c.last_publication.is_(None)).values(last_publication=last)
        names = [f"at_{key}" for key in keys]
        connection.execute(statement, [dict(zip(names, row, strict=False)) for row in wanted.closed])


def _add(connection: Connection, wanted: Change, number: int) -> None:
    names = content_names(wanted.table)
    if wanted.added:
        values = [dict(zip(names, row, strict=True), first_publication=number) for row in wanted.added]
        connection.execute(insert(wanted.table), values)
