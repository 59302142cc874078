"""Passwords of local accounts: argon2id, long enough, and none that everyone tries first."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Connection, select, update

from warehouse.accounts.people import Person, plain
from warehouse.refused import RefusedError
from warehouse.schema import accounts

SHORTEST, LONGEST = 12, 200
SITE = "trajectmonitor"
TABLE = accounts.person
# 19 MiB a time, so that two workers who check at once stay small; OWASP names these as equal to more memory.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hashed(password: str, person: Person) -> str:
    """What is kept of it. RefusedError with what is wrong with it. It takes long: no transaction waits for it."""
    _check(password, person)
    return HASHER.hash(password)


def keep(connection: Connection, person: Person, hashed: str) -> None:
    connection.execute(update(TABLE).where(TABLE.c.person_id == person.person_id).values(password_hash=hashed))


def kept_of(connection: Connection, login: str) -> str | None:
    """None for who does not exist or has no password."""
    return connection.scalar(select(TABLE.c.password_hash).where(TABLE.c.login == plain(login)))


def checked(kept: str | None, password: str) -> str | None:
    """None when it is wrong, else what is to be kept of it: the same, but for what was kept in an older way.

    Takes as long without anything to compare with, so that nobody learns who has a password; and long enough that no
    transaction waits for it.
    """
    try:
        HASHER.verify(kept or _of_nobody(), password[: LONGEST + 1])
    except (VerifyMismatchError, InvalidHashError):
        return None
    return HASHER.hash(password) if kept and HASHER.check_needs_rehash(kept) else kept


def _check(password: str, person: Person) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        raise RefusedError(
            f"Een wachtwoord heeft {SHORTEST} tot {LONGEST} tekens. Een zin van een paar woorden is goed.",
            f"A password has {SHORTEST} to {LONGEST} characters. A sentence of some words is good.",
        )
    if _is_common(password) or _is_monotonous(password):
        raise RefusedError(
            "Dit wachtwoord staat in lijsten die iedereen kent, of is een herhaling. Kies iets anders.",
            "This password stands in lists that everyone knows, or repeats itself. Choose something else.",
        )
    names = (person.login.split("@")[0], SITE)
    if any(len(name) >= SHORTEST // 3 and name in password.lower() for name in names):
        raise RefusedError(
            "In het wachtwoord staat de inlognaam of de naam van deze site.",
            "The password holds the login or the name of this site.",
        )


@cache
def _of_nobody() -> str:
    return HASHER.hash("nobody has this password")


def _is_common(password: str) -> bool:
    """Imported when somebody chooses a password: the lists take 13 MB, and a page needs none of them."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return password.lower() in FREQUENCY_LISTS["passwords"]


def _is_monotonous(password: str) -> bool:
    half = password.lower() * 2
    return password.lower() in half[1:-1] or len(set(password)) < SHORTEST // 3
