"""Rows of which each holds the hash of the one before it: what is changed, taken out or slipped in shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, select
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError

from warehouse.roles import is_forbidden

START = "0" * 64
HASHES = ("previous_hash", "hash")


@dataclass(frozen=True)
class Break:
    """What is wrong with one link; `number` is None for what should have had a link and has none."""

    number: int | None
    what: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """`hashes` are those of the links, from old to new."""

    hashes: tuple[str, ...]
    broken: tuple[Break, ...]

    @property
    def head(self) -> str:
        """What to note down elsewhere: it stands for everything up to here."""
        return self.hashes[-1] if self.hashes else START


def written(value: object) -> str:
    """Of days and moments; TypeError for anything else that JSON does not know."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no way to write a {type(value).__name__} down")


_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=written).encode


def canonical(values: Mapping[str, Any]) -> bytes:
    """The same in every database. Without what is empty: a column that is added later changes no older hash."""
    given = {name: value for name, value in values.items() if value is not None}
    return _encode(given).encode()


def link(previous: str, content: Mapping[str, Any]) -> str:
    return hashlib.sha256(previous.encode() + canonical(content)).hexdigest()


def linked(previous: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """A whole row, with the hashes that tie it to the row before it."""
    return {**content, "previous_hash": previous, "hash": link(previous, content)}


def newest(connection: Connection, table: Table) -> Row[Any] | None:
    return connection.execute(select(table).order_by(table.c.number.desc()).limit(1)).one_or_none()


def newest_hash(connection: Connection, table: Table) -> str:
    """START when there is no link yet."""
    last = newest(connection, table)
    return last.hash if last else START


def add(connection: Connection, table: Table, entries: Iterable[Mapping[str, Any]]) -> int:
    """Adds entries, which lack their number and hashes, to the end of the chain; the number of the last one."""
    last = newest(connection, table)
    before, previous = (last.number, last.hash) if last else (0, START)
    rows: list[dict[str, Any]] = []
    for number, entry in enumerate(entries, before + 1):
        rows.append(linked(previous, {**entry, "number": number}))
        previous = rows[-1]["hash"]
    if rows:
        connection.execute(table.insert(), rows)
    return before + len(rows)


def is_readable(engine: Engine, table: Table) -> bool:
    """False where its database is not there, or where this user may not look into it."""
    try:
        connection = engine.connect()
    except (InterfaceError, OperationalError):
        return False
    try:
        connection.execute(select(table.c.number).limit(1))
    except ProgrammingError as problem:
        if is_forbidden(problem):
            return False
        raise
    finally:
        connection.close()
    return True


def links(connection: Connection, table: Table, *, after: int = 0) -> list[dict[str, Any]]:
    """With a higher number than `after`, from old to new."""
    rows = connection.execute(select(table).where(table.c.number > after).order_by(table.c.number)).mappings()
    return [dict(row) for row in rows]


def breaks(found: Iterable[Mapping[str, Any]], *, number: int = 0, previous: str = START) -> Iterator[Break]:
    """Of links from old to new: which are not what they were when they were made, and where some are missing.

    `number` and `previous` are of the link before them, when that was looked at already.
    """
    for row in found:
        if row["number"] != number + 1:
            yield Break(row["number"], "gap", {"first": number + 1, "last": row["number"] - 1})
        elif row["previous_hash"] != previous:
            yield Break(row["number"], "loose", {"before": number})
        if row["hash"] != link(row["previous_hash"], _content(row)):
            yield Break(row["number"], "changed")
        number, previous = row["number"], row["hash"]


def _content(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in HASHES}
