"""What whoever owns a database can do with it, past everything that refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, Table, select, text, update

GUARDED = ("intake.journal", "published.publication", "accounts.audit", "accounts.audit_content")


@contextmanager
def past_the_guards(engine: Engine) -> Iterator[Connection]:
    with engine.execution_options(writing=True).begin() as connection:
        if connection.dialect.name == "sqlite":
            triggers = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
            statements = [f"DROP TRIGGER {trigger}" for trigger in triggers]
        else:
            is_there = text("SELECT to_regclass(:name)")
            there = [table for table in GUARDED if connection.scalar(is_there, {"name": table})]
            statements = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in there]
        for statement in statements:
            connection.execute(text(statement))
        yield connection


def swap(connection: Connection, table: Table, one: int, other: int) -> None:
    """Two links change places."""
    for before, after in ((one, -1), (other, one), (-1, other)):
        connection.execute(update(table).where(table.c.number == before).values(number=after))


def link(connection: Connection, table: Table, number: int) -> dict[str, object]:
    return dict(connection.execute(select(table).where(table.c.number == number)).mappings().one())
