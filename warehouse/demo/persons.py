"""Five invented persons, one for each role, with whom a demonstration is looked at."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from warehouse.accounts import people
from warehouse.accounts.people import Person, Rights
from warehouse.reference import codes_of
from warehouse.refused import RefusedError
from warehouse.schema.role_codes import ADMINISTRATOR, BUREAU, MINISTRY, READER, REGION

PERSONS = (
    ("Daan Visser", Rights(MINISTRY)),
    ("Sem de Boer", Rights(REGION, frozenset({"AM05"}))),
    ("Yara Bakker", Rights(BUREAU, frozenset({"AM05", "AM22", "AM23"}))),
    ("Noor Jansen", Rights(READER)),
    ("Eva Smit", Rights(ADMINISTRATOR)),
)


def login_of(role_code: str) -> str:
    """No address that anyone can have: `.example` is nobody's."""
    return f"{role_code}@demonstratie.example"


def let_in(connection: Connection, *, at: datetime) -> list[Person]:
    """Adds those who are not there yet; they have no password, and only a demonstration lets them in.

    RefusedError where real people are: one of these five is an administrator, whom anyone at this machine can be.
    """
    if people.everyone(connection) and not people.of_demonstration(connection):
        raise RefusedError(
            "In de database van personen staan echte mensen. Geef voor de demonstratie een andere op met "
            "TRAJECTMONITOR_ACCOUNTS_URL.",
            "The database of persons holds real people. Name another for the demonstration with "
            "TRAJECTMONITOR_ACCOUNTS_URL.",
        )
    return [_person(connection, name, rights, at) for name, rights in PERSONS]


def _person(connection: Connection, name: str, rights: Rights, at: datetime) -> Person:
    login = login_of(rights.role_code)
    known = people.by_login(connection, login)
    if known:
        return known
    return people.add(connection, login, name, rights, at=at, region_codes=codes_of("region"), demonstration=True)
