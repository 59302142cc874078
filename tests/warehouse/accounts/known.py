"""Persons for tests of who may do what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy import Connection, Engine

from warehouse.accounts import people
from warehouse.accounts.people import Person, Rights

NOW = datetime(2026, 11, 18, 9, 30)  # noqa: DTZ001  # stored without a zone
TODAY = NOW.date()
REGIONS = ("AM01", "AM05", "AM23")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    with engine.execution_options(writing=True).begin() as connection:
        yield connection


def add(
    connection: Connection, login: str, role_code: str = "lezer", *regions: str, ends_on: date | None = None
) -> Person:
    rights = Rights(role_code, frozenset(regions), ends_on)
    return people.add(connection, login, login.split("@")[0].title(), rights, at=NOW, region_codes=REGIONS)
