"""Who may do what with the tables of an area, on PostgreSQL. SQLite has no roles: there, files keep the areas apart.

A migration that adds a table need not give rights on it: those who have them on an area's tables get them on the tables
that come later. A policy is made for each table by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from alembic import op

from warehouse.roles import PUBLISH, WEB, make_missing

READ = ("SELECT",)
ADD = ("SELECT", "INSERT", "UPDATE")
CHANGE = (*ADD, "DELETE")

# Asked once for a statement, not once for a row. Empty where the transaction did not tell for which regions it reads.
_TOLD = "current_setting('trajectmonitor.regions', true)"
IS_TOLD = f"(SELECT {_TOLD}) = '*' OR region_code = ANY ((SELECT string_to_array({_TOLD}, ','))::text[])"

# What is not internal is shared, but not with who told nothing.
IS_SHARED = f"(internal IS DISTINCT FROM 'ja' AND (SELECT {_TOLD}) <> '')"


def has_roles() -> bool:
    """False on SQLite. Where there are roles, those that lack are made first."""
    if op.get_bind().dialect.name == "sqlite":
        return False
    make_missing(op.get_bind())
    return True


def give(area: str, role: str, rights: Sequence[str]) -> None:
    """On the tables that the area has, and on those that whoever migrates adds to it later."""
    op.execute(f"GRANT USAGE ON SCHEMA {area} TO {role}")
    op.execute(f"GRANT {', '.join(rights)} ON ALL TABLES IN SCHEMA {area} TO {role}")
    op.execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA {area} GRANT {', '.join(rights)} ON TABLES TO {role}")
    if "INSERT" in rights:
        op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {area} TO {role}")
        op.execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA {area} GRANT USAGE ON SEQUENCES TO {role}")
        op.execute(f"REVOKE {', '.join(rights)} ON {area}.alembic_version_{area} FROM {role}")


def take_back(area: str, role: str) -> None:
    """All of it."""
    for kind in ("TABLES", "SEQUENCES"):
        op.execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA {area} REVOKE ALL ON {kind} FROM {role}")
        op.execute(f"REVOKE ALL ON ALL {kind} IN SCHEMA {area} FROM {role}")
    op.execute(f"REVOKE ALL ON SCHEMA {area} FROM {role}")


def keep_to_regions(table: str) -> None:
    """The web role sees, and where it may write writes, rows of the regions that its transaction told; of none when it
    told none. The owner of a table is not held to this."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY told_regions ON {table} TO {WEB} USING ({IS_TOLD})")
    op.execute(f"CREATE POLICY every_region ON {table} TO {PUBLISH} USING (true)")


def share_between_regions(table: str) -> None:
    """Of a table that keeps to regions: rows that are not internal are for everyone who tells for whom it reads."""
    op.execute(f"ALTER POLICY told_regions ON {table} USING ({IS_TOLD} OR {IS_SHARED}) WITH CHECK ({IS_TOLD})")


def keep_shared_to_regions(table: str) -> None:
    op.execute(f"ALTER POLICY told_regions ON {table} USING ({IS_TOLD}) WITH CHECK ({IS_TOLD})")


def open_to_all_regions(table: str) -> None:
    for policy in ("every_region", "told_regions"):
        op.execute(f"DROP POLICY {policy} ON {table}")
    op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
