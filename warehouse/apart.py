"""Exact counts and published figures never stand in one file: the web process opens the second and not the first."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL


class OneFileError(ValueError):
    """Intake and warehouse lead to the same file of SQLite."""


def check_apart(intake: URL, warehouse: URL) -> None:
    """OneFileError when these lead to one file. On PostgreSQL roles keep the areas of one database apart."""
    files = [Path(url.database).resolve() for url in (intake, warehouse) if _is_file(url) and url.database]
    if len(files) != len(set(files)):
        raise OneFileError(str(files[0]))


def _is_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite" and url.database != ":memory:"
