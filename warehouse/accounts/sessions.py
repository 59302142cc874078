"""Who is signed in. A session ends when nothing was asked for a while, after half a day, and when rights end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, update

from warehouse.accounts import guests, people, tokens
from warehouse.accounts.guests import Guest
from warehouse.accounts.people import Person
from warehouse.schema import accounts

IDLE, LONGEST = timedelta(hours=2), timedelta(hours=12)
# Often enough for who looks when a session was last used; seldom enough for a page that asks much.
SEEN_EVERY = timedelta(minutes=1)
TABLE = accounts.session
# Asked with every request, so made once, and one for the session and its person.
WITH_PERSON = (
    people.WITH_REGIONS.add_columns(TABLE.c.guest_id, TABLE.c.as_person_id, TABLE.c.begun_at, TABLE.c.seen_at)
    .select_from(TABLE.outerjoin(people.FROM, TABLE.c.person_id == people.TABLE.c.person_id))
    .where(TABLE.c.token_hash == bindparam("token_hash"))
)


@dataclass(frozen=True)
class Visitor:
    """Whose session it is: of a person or of a guest.

    `looks_as` is whose pages an administrator looks at; `seen_at` is when the session was last written down as used.
    """

    person: Person | None = None
    guest: Guest | None = None
    looks_as: Person | None = None
    seen_at: datetime | None = field(default=None, compare=False)

    @property
    def signature(self) -> str:
        """What stands in the log of what was done."""
        if self.guest:
            return f"gast {self.guest.guest_id}"
        return self.person.login if self.person else ""

    def holds_at(self, moment: datetime) -> bool:
        if self.guest:
            return self.guest.holds_at(moment)
        return self.person is not None and self.person.rights.hold_on(moment.date())


def begin(connection: Connection, visitor: Visitor, *, at: datetime) -> str:
    """The token of the session, for the cookie. Sessions that are over are cleared away."""
    _clear(connection, at)
    token = tokens.fresh()
    whose = {
        "person_id": visitor.person.person_id if visitor.person else None,
        "guest_id": visitor.guest.guest_id if visitor.guest else None,
    }
    connection.execute(insert(TABLE).values(token_hash=tokens.hash_of(token), **whose, begun_at=at, seen_at=at))
    return token


def visitor_of(connection: Connection, token: str, *, at: datetime) -> Visitor | None:
    """None when there is no such session, or when it is over."""
    rows = connection.execute(WITH_PERSON, {"token_hash": tokens.hash_of(token)}).all()
    if not rows or _is_over(row := rows[0], at):
        return None
    visitor = Visitor(
        people.of_rows(rows) if row.person_id is not None else None,
        guests.by_id(connection, row.guest_id) if row.guest_id is not None else None,
        _looked_at(connection, row.as_person_id, at) if row.as_person_id is not None else None,
        row.seen_at,
    )
    return visitor if visitor.holds_at(at) else None


def _looked_at(connection: Connection, person_id: int, at: datetime) -> Person | None:
    """Nobody, once the rights of that person are over: then an administrator looks as oneself again."""
    person = people.by_id(connection, person_id)
    return person if person and person.rights.hold_on(at.date()) else None


def is_due(visitor: Visitor, *, at: datetime) -> bool:
    """It is time to write down that the session was used."""
    return visitor.seen_at is not None and at - visitor.seen_at >= SEEN_EVERY


def used(connection: Connection, token: str, *, at: datetime) -> None:
    connection.execute(update(TABLE).where(_mine(token)).values(seen_at=at))


def look_as(connection: Connection, token: str, person: Person | None) -> None:
    """As that person; as oneself again with None."""
    whose = person.person_id if person else None
    connection.execute(update(TABLE).where(_mine(token)).values(as_person_id=whose))


def end(connection: Connection, token: str) -> None:
    connection.execute(delete(TABLE).where(_mine(token)))


def end_all(connection: Connection, person: Person) -> None:
    """Everywhere: after another password, or when somebody must go."""
    connection.execute(delete(TABLE).where(TABLE.c.person_id == person.person_id))


def _mine(token: str) -> Any:
    return TABLE.c.token_hash == tokens.hash_of(token)


def _is_over(row: Any, at: datetime) -> bool:
    return bool(at - row.seen_at >= IDLE or at - row.begun_at >= LONGEST)


def _clear(connection: Connection, at: datetime) -> None:
    over = or_(TABLE.c.seen_at <= at - IDLE, TABLE.c.begun_at <= at - LONGEST)
    connection.execute(delete(TABLE).where(over))
