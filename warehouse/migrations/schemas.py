"""Where the tables of an area stand in the database that is being migrated."""

from __future__ import annotations

from alembic import op
from sqlalchemy import MetaData, Table


def schema_of(area: str) -> str | None:
    """For `ALTER TABLE`, which does not follow the translation of schemas: SQLite has none."""
    return None if op.get_bind().dialect.name == "sqlite" else area


def standing(area: str, table: str) -> Table:
    """As it is at this migration, whatever columns are added later."""
    return Table(table, MetaData(), autoload_with=op.get_bind(), schema=schema_of(area))
