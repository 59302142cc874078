"""Much is read, and all of it as it was at one moment, whoever writes meanwhile."""

from __future__ import annotations

from sqlalchemy import Connection, text


def of_one_moment(connection: Connection) -> None:
    """From here to the end of the transaction, which only reads; on SQLite every transaction is so."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
