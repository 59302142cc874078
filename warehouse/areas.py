"""The databases of the areas, and how a connection to one is opened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url

from warehouse.discreet import keep_values_out
from warehouse.schema import AREA_NAMES

BUSY_TIMEOUT_MS = 30_000

WAITING = f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}"
# The system keeps what is read of a file already, once for all; here each thread of each process would do so again.
FOR_READING = (WAITING, "PRAGMA cache_size=-256")
FOR_WRITING = (
    WAITING,
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # What is taken out is overwritten: a file of persons that waited in the inbox is then nowhere in it any more.
    "PRAGMA secure_delete=ON",
)


def open_engine(url: str, *, read_only: bool = False) -> Engine:
    """SQLite has no schemas, so there an area's schema name falls away; PostgreSQL keeps it.

    With `read_only` a file of SQLite is never written to, nor made when it is missing. On PostgreSQL the role decides;
    there every transaction then reads all as it was at one moment, as it always does in a file.
    """
    if make_url(url).get_backend_name() != "sqlite":
        moment = {"isolation_level": "REPEATABLE READ"} if read_only else {}
        return keep_values_out(create_engine(url, pool_pre_ping=True, hide_parameters=True, **moment))
    if not read_only:
        _make_folder(url)
    made = create_engine(_only_to_read(url) if read_only else url, hide_parameters=True)
    engine = keep_values_out(made).execution_options(schema_translate_map=dict.fromkeys(AREA_NAMES))
    event.listen(engine, "connect", partial(_prepare_sqlite, FOR_READING if read_only else FOR_WRITING))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _only_to_read(url: str) -> URL:
    parts = make_url(url)
    file = Path(parts.database or "").absolute().as_uri()
    return parts.set(database=file, query={**parts.query, "mode": "ro", "uri": "true"})


def _make_folder(url: str) -> None:
    database = make_url(url).database
    if database and database != ":memory:":
        Path(database).parent.mkdir(parents=True, exist_ok=True)


def _prepare_sqlite(statements: Sequence[str], connection: Any, _record: object) -> None:
    # The driver must not begin transactions by itself: _begin_sqlite does, so that DDL is part of them too.
    connection.isolation_level = None
    cursor = connection.cursor()
    for statement in statements:
        cursor.execute(statement)
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    """A writer says so (`writing=True`) and waits its turn at once, instead of failing when it first writes."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")
