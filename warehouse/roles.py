"""The roles of PostgreSQL that keep the areas apart: groups, which an operator grants to users who log in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

INTAKE = "trajectmonitor_intake"
PUBLISH = "trajectmonitor_publish"
WEB = "trajectmonitor_web"
ROLES = (INTAKE, PUBLISH, WEB)
FORBIDDEN = "42501"


class RolesMissingError(LookupError):
    """Roles are not there, and whoever migrates may not make them; holds their names."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = tuple(missing)


def make_missing(connection: Connection) -> None:
    """Roles belong to all databases of a server, so the migration of another may be making the same ones right now."""
    missing = _missing(connection)
    try:
        for role in missing:
            connection.execute(text(_make(role)))
    except ProgrammingError as problem:
        if is_forbidden(problem):
            raise RolesMissingError(missing) from problem
        raise


def is_forbidden(problem: DBAPIError) -> bool:
    """The user of the database may not do what was asked, which is something else than a table that is not there."""
    return getattr(problem.orig, "sqlstate", None) == FORBIDDEN


def _missing(connection: Connection) -> list[str]:
    standing = set(connection.scalars(text("SELECT rolname FROM pg_roles")))
    return [role for role in ROLES if role not in standing]


def _make(role: str) -> str:
    return (
        f"DO $$ BEGIN CREATE ROLE {role} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
    )
