"""The key with which a calendar such as Outlook asks for the milestones of somebody; the web process signs it.

It stands here as it is, so that its owner can read the address again. Who reads the tables has not the signature.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, select, update

from warehouse.accounts import people, tokens
from warehouse.accounts.people import Person
from warehouse.schema import accounts

TABLE = accounts.person


def key_of(connection: Connection, person: Person) -> str | None:
    return connection.scalar(select(TABLE.c.calendar_key).where(_of(person)))


def make(connection: Connection, person: Person) -> str:
    """An earlier one opens nothing any more."""
    key = tokens.fresh()
    connection.execute(update(TABLE).where(_of(person)).values(calendar_key=key))
    return key


def end(connection: Connection, person: Person) -> bool:
    """False when there was none."""
    there = TABLE.c.calendar_key.is_not(None)
    return connection.execute(update(TABLE).where(_of(person), there).values(calendar_key=None)).rowcount > 0


def owner(connection: Connection, key: str) -> Person | None:
    """Also when the rights of this person are over."""
    person_id = connection.scalar(select(TABLE.c.person_id).where(TABLE.c.calendar_key == key))
    return people.by_id(connection, person_id) if person_id is not None else None


def _of(person: Person) -> ColumnElement[bool]:
    return TABLE.c.person_id == person.person_id
