"""Every connection that is opened in a run is closed in it.

One that is left to Python goes when memory is tidied up: a warning, and so an error, in whatever test runs then.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool


def is_open(connection: Any) -> bool:
    if not isinstance(connection, sqlite3.Connection):
        return not connection.closed
    try:
        return connection.total_changes >= 0
    except sqlite3.ProgrammingError:
        return False


@pytest.fixture(scope="session", autouse=True)
def nothing_left_open() -> Iterator[None]:
    """Says which tests opened what nobody closed. It begins before everything else, and so it ends after it."""
    opened: dict[int, tuple[Any, str]] = {}

    def note(connection: Any, _record: object) -> None:
        opened[id(connection)] = connection, os.environ.get("PYTEST_CURRENT_TEST", "")

    def forget(connection: Any, _record: object) -> None:
        opened.pop(id(connection), None)

    event.listen(Pool, "connect", note)
    event.listen(Pool, "close", forget)
    yield
    event.remove(Pool, "connect", note)
    event.remove(Pool, "close", forget)
    assert sorted({test for connection, test in opened.values() if is_open(connection)}) == []
