"""Who writes a table waits for whoever is writing it."""

from __future__ import annotations

from sqlalchemy import Connection, Table, text


def one_at_a_time(connection: Connection, table: Table) -> None:
    """A second transaction stops here until the first is over; on SQLite `writing=True` has seen to that before."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"LOCK TABLE {table.fullname} IN SHARE ROW EXCLUSIVE MODE"))
