"""What was done: entries that are only added, each tied to the one before it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, inspect, select

from warehouse import chain
from warehouse.schema import accounts
from warehouse.turns import one_at_a_time

TABLE = accounts.audit


class Event(StrEnum):
    """What can be in the log; the values stand in the table."""

    SIGNED_IN = "ingelogd"
    REFUSED = "geweigerd"
    BLOCKED = "geblokkeerd"
    SIGNED_OUT = "uitgelogd"
    ADDED = "toegevoegd"
    RIGHTS = "rechten"
    ENDED = "beeindigd"
    INVITED = "uitgenodigd"
    CHOSEN = "wachtwoord"
    BOUND = "gekoppeld"
    UNBOUND = "ontkoppeld"
    CALENDAR_MADE = "agenda_gemaakt"
    CALENDAR_ENDED = "agenda_ingetrokken"
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
    stop_for(connection)
    told = json.dumps(details, ensure_ascii=False, sort_keys=True, default=chain.written) if details else None
    entry = {"written_at": at, "written_by": by, "event_code": event.value, "subject": subject[:400]}
    chain.add(connection, TABLE, [{**entry, "details": told}])


def stop_for(connection: Connection) -> None:
    """Nobody else adds to the log until this transaction is over; an error of the database where nobody may."""
    one_at_a_time(connection, TABLE)


@dataclass(frozen=True)
class Wanted:
    """Which entries: of one event, from a moment, before another moment, with a lower number than this one."""

    event: Event | None = None
    since: datetime | None = None
    until: datetime | None = None
    below: int | None = None


def entries(connection: Connection, *, most: int | None = None, wanted: Wanted | None = None) -> list[Entry]:
    """The newest first."""
    statement = select(TABLE).where(*_conditions(wanted or Wanted())).order_by(TABLE.c.number.desc()).limit(most)
    return [_entry(row) for row in connection.execute(statement)]


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.event:
        yield TABLE.c.event_code == wanted.event.value
    if wanted.since:
        yield TABLE.c.written_at >= wanted.since
    if wanted.until:
        yield TABLE.c.written_at < wanted.until
    if wanted.below:
        yield TABLE.c.number < wanted.below


def check(connection: Connection) -> chain.Checked:
    """Whether the log is what was written."""
    found = chain.links(connection, TABLE)
    return chain.Checked(tuple(row["hash"] for row in found), tuple(chain.breaks(found)))


def is_there(engine: Engine) -> bool:
    """False where the tables were not made; an error of the database where it is away."""
    return inspect(engine).has_table(TABLE.name, schema=None if engine.dialect.name == "sqlite" else accounts.AREA)


def _entry(row: Any) -> Entry:
    details = json.loads(row.details) if row.details else {}
    return Entry(row.number, row.written_at, row.written_by, Event(row.event_code), row.subject, details)
