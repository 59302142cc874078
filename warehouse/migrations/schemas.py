"""Where the tables of an area stand in the database that is being migrated."""

from __future__ import annotations

from alembic import op


def schema_of(area: str) -> str | None:
    """For `ALTER TABLE`, which does not follow the translation of schemas: SQLite has none."""
    return None if op.get_bind().dialect.name == "sqlite" else area
