"""What was done: entries that are only added, each tied to the one before it.

What an entry holds (who, what) stands apart from the chain, which has the digest of it with a salt. So it can be erased
of a download that is past its term, and nobody can work it out from what is left.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, func, inspect, or_, select

from warehouse import chain
from warehouse.accounts import tokens
from warehouse.schema import accounts
from warehouse.schema.accounts import LONGEST_SUBJECT
from warehouse.turns import one_at_a_time

TABLE, CONTENT = accounts.audit, accounts.audit_content
ENTRIES = TABLE.outerjoin(CONTENT, CONTENT.c.number == TABLE.c.number)


def _held(name: str) -> ColumnElement[Any]:
    """Entries from before contents stood apart hold them themselves."""
    return func.coalesce(CONTENT.c[name], TABLE.c[name]).label(name)


BY, SUBJECT, DETAILS = _held("written_by"), _held("subject"), _held("details")


class Event(StrEnum):
    """What can be in the log; the values stand in the table."""

    SIGNED_IN = "ingelogd"
    REFUSED = "geweigerd"
    BLOCKED = "geblokkeerd"
    SIGNED_OUT = "uitgelogd"
    ADDED = "toegevoegd"
    RIGHTS = "rechten"
    RENAMED = "hernoemd"
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
    """`subject` is what or whom it was done to. Of one that was erased, who and what are empty."""

    number: int
    written_at: datetime
    written_by: str
    event: Event
    subject: str
    details: Mapping[str, Any] = field(default_factory=dict)
    is_erased: bool = False


def write(connection: Connection, event: Event, subject: str, *, by: str, at: datetime, **details: object) -> None:
    """In the transaction of what was done, so that neither is there without the other; it must be one that writes."""
    stop_for(connection)
    told = json.dumps(details, ensure_ascii=False, sort_keys=True, default=chain.written) if details else None
    content = {"written_by": by, "subject": subject[:LONGEST_SUBJECT], "details": told}
    salt = tokens.fresh()
    entry = {"written_at": at, "event_code": event.value, "digest": digest_of(salt, content)}
    number = chain.add(connection, TABLE, [entry])
    connection.execute(CONTENT.insert().values(number=number, salt=salt, **content))


def digest_of(salt: str, content: Mapping[str, Any]) -> str:
    return chain.link(salt, content)


def stop_for(connection: Connection) -> None:
    """Nobody else adds to the log until this transaction is over; an error of the database where nobody may."""
    one_at_a_time(connection, TABLE)


@dataclass(frozen=True)
class Wanted:
    """Which entries: of one event, from a moment, before another moment, with a lower number than this one.

    `by` is who did it, `who` a part of the name of who did it or to whom it was done.
    """

    event: Event | None = None
    since: datetime | None = None
    until: datetime | None = None
    below: int | None = None
    by: str | None = None
    who: str = ""


def entries(connection: Connection, *, most: int | None = None, wanted: Wanted | None = None) -> list[Entry]:
    """The newest first."""
    columns = (TABLE.c.number, TABLE.c.written_at, TABLE.c.event_code, BY, SUBJECT, DETAILS)
    found = select(*columns).select_from(ENTRIES).where(*_conditions(wanted or Wanted()))
    return [_entry(row) for row in connection.execute(found.order_by(TABLE.c.number.desc()).limit(most))]


def count(connection: Connection, wanted: Wanted) -> int:
    found = select(func.count()).select_from(ENTRIES).where(*_conditions(wanted))
    return connection.scalar(found) or 0


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.event:
        yield TABLE.c.event_code == wanted.event.value
    if wanted.since:
        yield TABLE.c.written_at >= wanted.since
    if wanted.until:
        yield TABLE.c.written_at < wanted.until
    if wanted.below:
        yield TABLE.c.number < wanted.below
    if wanted.by is not None:
        yield BY.in_((wanted.by,))
    if wanted.who:
        part = wanted.who.lower()
        yield or_(*(func.lower(each).contains(part, autoescape=True) for each in (BY, SUBJECT)))


def is_there(engine: Engine) -> bool:
    """False where the tables were not made; an error of the database where it is away."""
    return inspect(engine).has_table(TABLE.name, schema=None if engine.dialect.name == "sqlite" else accounts.AREA)


def _entry(row: Any) -> Entry:
    details = json.loads(row.details) if row.details else {}
    said = (row.written_by or "", Event(row.event_code), row.subject or "")
    return Entry(row.number, row.written_at, *said, details, is_erased=row.written_by is None)
