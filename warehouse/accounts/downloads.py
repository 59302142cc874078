"""Figures that were taken away: written down within bounds, and erased when their term is over."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, func, select

from warehouse.accounts import audit
from warehouse.accounts.audit import CONTENT, TABLE, Event, Wanted
from warehouse.accounts.proof import DOWNLOADS
from warehouse.reference.terms import first_kept

# More than anybody takes by hand. Who lets a program do it, fills no log with it: one entry tells that there was more.
MOST_AN_HOUR = 100
ONCE_IN = timedelta(minutes=1)


def note(connection: Connection, page: str, *, by: str, at: datetime, **told: object) -> None:
    """The same again within a minute stands there already."""
    audit.stop_for(connection)
    hour = at.replace(minute=0, second=0, microsecond=0)
    wanted = Wanted(Event.DOWNLOADED, since=min(hour, at - ONCE_IN), by=by)
    lately = audit.entries(connection, most=MOST_AN_HOUR + 1, wanted=wanted)
    taken = sum(one.written_at >= hour for one in lately)
    is_again = any(one.written_at > at - ONCE_IN and (one.subject, one.details) == (page, told) for one in lately)
    if is_again or taken > MOST_AN_HOUR:
        return
    details = told if taken < MOST_AN_HOUR else {"more_than": MOST_AN_HOUR}
    audit.write(connection, Event.DOWNLOADED, page, by=by, at=at, **details)


def past_term(connection: Connection, today: date) -> int:
    """Of how many it still stands who took what."""
    return connection.scalar(select(func.count()).select_from(CONTENT).where(_is_past(today))) or 0


def erase(connection: Connection, today: date) -> int:
    """In the caller's transaction: of how many it is gone now who took what."""
    return connection.execute(delete(CONTENT).where(_is_past(today))).rowcount


def _is_past(today: date) -> ColumnElement[bool]:
    past = select(TABLE.c.number).where(
        TABLE.c.event_code == Event.DOWNLOADED.value, TABLE.c.written_at < first_kept(DOWNLOADS, today)
    )
    return CONTENT.c.number.in_(past)
