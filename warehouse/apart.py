"""Exact counts, published figures and accounts never stand in one file: the web process does not open the first, reads
the second, and writes the third alone."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL


class OneFileError(ValueError):
    """Two databases lead to the same file of SQLite."""


def check_apart(*databases: URL) -> None:
    """OneFileError when two of these lead to one file. On PostgreSQL roles keep the areas of one database apart."""
    files = [Path(url.database).resolve() for url in databases if _is_file(url) and url.database]
    for file in files:
        if files.count(file) > 1:
            raise OneFileError(str(file))


def _is_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite" and url.database != ":memory:"
