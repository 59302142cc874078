"""Who has rights in a region, and when each person was here last: for whoever goes through the list each quarter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, func, select

from warehouse.accounts import audit, guests, people
from warehouse.accounts.audit import Event
from warehouse.accounts.guests import Guest
from warehouse.accounts.people import Person
from warehouse.schema import accounts
from warehouse.schema.role_codes import MINISTRY


def with_rights(connection: Connection, region_code: str, *, at: datetime) -> list[Person]:
    """Who sees the rows of this region now."""
    holding = [one for one in people.everyone(connection) if one.rights.hold_on(at.date())]
    return [one for one in holding if one.rights.role_code == MINISTRY or region_code in one.rights.regions]


def guests_of(connection: Connection, region_code: str, *, at: datetime) -> list[Guest]:
    """Whose link for this region holds now."""
    return [one for one in guests.everyone(connection) if one.region_code == region_code and one.holds_at(at)]


def invited_until(connection: Connection) -> Mapping[int, datetime]:
    """By person: until when the link works, or worked, with which a password is chosen. Who used it has none."""
    found = select(accounts.invitation.c.person_id, func.max(accounts.invitation.c.ends_at))
    return {row[0]: row[1] for row in connection.execute(found.group_by(accounts.invitation.c.person_id))}


def last_seen(connection: Connection) -> Mapping[int, datetime]:
    """By person: the last use of a session that stands, else the last sign-in."""
    signed_in = (
        select(people.TABLE.c.person_id, func.max(audit.TABLE.c.written_at))
        .select_from(audit.ENTRIES.join(people.TABLE, people.TABLE.c.login == audit.BY))
        .where(audit.TABLE.c.event_code == Event.SIGNED_IN.value)
        .group_by(people.TABLE.c.person_id)
    )
    used = (
        select(accounts.session.c.person_id, func.max(accounts.session.c.seen_at))
        .where(accounts.session.c.person_id.is_not(None))
        .group_by(accounts.session.c.person_id)
    )
    return {row[0]: row[1] for statement in (signed_in, used) for row in connection.execute(statement)}
