"""A link with which a person chooses a password, once: at the beginning, and when it was forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from warehouse.accounts import people, tokens
from warehouse.accounts.people import Person
from warehouse.schema import accounts

HOLDS_FOR = timedelta(days=7)
TABLE = accounts.invitation


def invite(connection: Connection, person: Person, *, at: datetime) -> str:
    """The token of the link; an earlier one of this person holds no more."""
    take_back(connection, person)
    token = tokens.fresh()
    values = {"token_hash": tokens.hash_of(token), "person_id": person.person_id, "ends_at": at + HOLDS_FOR}
    connection.execute(insert(TABLE).values(**values))
    return token


def invited(connection: Connection, token: str, *, at: datetime) -> Person | None:
    """Whom this link invites; None when there is no such link, it is over, or the rights of the person are."""
    mine = select(TABLE.c.person_id).where(TABLE.c.token_hash == tokens.hash_of(token), TABLE.c.ends_at > at)
    person_id = connection.scalar(mine)
    person = people.by_id(connection, person_id) if person_id is not None else None
    return person if person and person.rights.hold_on(at.date()) else None


def take_back(connection: Connection, person: Person) -> None:
    connection.execute(delete(TABLE).where(TABLE.c.person_id == person.person_id))
