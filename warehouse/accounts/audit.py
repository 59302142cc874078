"""What was done: entries that are only added, each tied to the one before it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from warehouse import chain
from warehouse.schema import accounts
from warehouse.turns import one_at_a_time

TABLE = accounts.audit


class Event(StrEnum):
    """What can be in the log; the values stand in the table."""

    SIGNED_IN = "ingelogd"
    REFUSED = "geweigerd"
    SIGNED_OUT = "uitgelogd"
    ADDED = "toegevoegd"
    RIGHTS = "rechten"
    ENDED = "beeindigd"
    INVITED = "uitgenodigd"
    CHOSEN = "wachtwoord"
    LOOKED_AS = "bekeken_als"
    LOOKED_BACK = "bekijken_gestopt"
    GUEST_MADE = "gastlink"
    GUEST_REVOKED = "gastlink_ingetrokken"
    APPROVED = "goedgekeurd"
    PUBLISHED = "gepubliceerd"
    DOWNLOADED = "gedownload"
    EXPORTED = "logboek_gedownload"


@dataclass(frozen=True)
class Entry:
    """`subject` is what or whom it was done to."""

    number: int
    written_at: datetime
    written_by: str
    event: Event
    subject: str
    details: Mapping[str, Any] = field(default_factory=dict)


def write(connection: Connection, event: Event, subject: str, *, by: str, at: datetime, **details: object) -> None:
    """In the transaction of what was done, so that neither is there without the other; it must be one that writes."""
    one_at_a_time(connection, TABLE)
    told = json.dumps(details, ensure_ascii=False, sort_keys=True, default=chain.written) if details else None
    entry = {"written_at": at, "written_by": by, "event_code": event.value, "subject": subject[:400]}
    chain.add(connection, TABLE, [{**entry, "details": told}])


def entries(connection: Connection, *, most: int | None = None, since: datetime | None = None) -> list[Entry]:
    """The newest first."""
    statement = select(TABLE).order_by(TABLE.c.number.desc()).limit(most)
    if since:
        statement = statement.where(TABLE.c.written_at >= since)
    return [_entry(row) for row in connection.execute(statement)]


def check(connection: Connection) -> chain.Checked:
    """Whether the log is what was written."""
    found = chain.links(connection, TABLE)
    return chain.Checked(tuple(row["hash"] for row in found), tuple(chain.breaks(found)))


def _entry(row: Any) -> Entry:
    details = json.loads(row.details) if row.details else {}
    return Entry(row.number, row.written_at, row.written_by, Event(row.event_code), row.subject, details)
