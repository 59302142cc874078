"""What is wrong around a database, as its own error tells it: the disk, the rights, or the database itself."""

from __future__ import annotations

import errno
import os
from enum import Enum
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, ProgrammingError

from warehouse.roles import FORBIDDEN

_FULL = {
    *("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_FSYNC"),
    *("SQLITE_IOERR_SHMOPEN", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMMAP"),
    *("53100", errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
}
_READ_ONLY = {"SQLITE_READONLY", "SQLITE_PERM", "25006", errno.EROFS, errno.EACCES, errno.EPERM}
_CANNOT_OPEN = ("SQLITE_CANTOPEN", "SQLITE_IOERR_SHMOPEN")


class Trouble(Enum):
    FULL = "full"
    READ_ONLY = "read_only"
    FORBIDDEN = "forbidden"
    AWAY = "away"


def trouble_of(problem: DBAPIError | OSError, url: URL | None = None) -> Trouble | None:
    """None when it is a mistake of the program's own."""
    sign = _sign(problem)
    if sign in _READ_ONLY or _is_read_only(sign, url):
        return Trouble.READ_ONLY
    if sign in _FULL:
        return Trouble.FULL
    if sign == FORBIDDEN:
        return Trouble.FORBIDDEN
    return Trouble.AWAY if isinstance(problem, InterfaceError | OperationalError | ProgrammingError) else None


def _sign(problem: DBAPIError | OSError) -> str | int | None:
    """The code that a server, SQLite or the system gives."""
    if isinstance(problem, OSError):
        return problem.errno
    given = getattr(problem.orig, "sqlstate", None) or getattr(problem.orig, "sqlite_errorname", None)
    return "SQLITE_READONLY" if str(given).startswith("SQLITE_READONLY") else given


def _is_read_only(sign: str | int | None, url: URL | None) -> bool:
    """SQLite cannot open a file either when it may not write beside it."""
    if not str(sign).startswith(_CANNOT_OPEN) or url is None or not url.database:
        return False
    file = Path(url.database)
    return file.is_file() and not all(os.access(place, os.W_OK) for place in (file, file.absolute().parent))
