"""The one door: a file is screened against what its region delivered before, and accepted when it may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from warehouse.intake.accept import Acceptance, UnconfirmedTextsError, accept
from warehouse.intake.history import history
from warehouse.intake.inbox import Waiting, take_out
from warehouse.intake.screening import Screening, screen


@dataclass(frozen=True)
class Arrival:
    """`acceptance` is None when the file was not taken in: it fails, or it has texts that nobody confirmed."""

    screening: Screening
    acceptance: Acceptance | None


def receive(
    connection: Connection,
    *,
    file_name: str,
    content: bytes,
    received_by: str,
    received_at: datetime,
    texts_confirmed: bool,
) -> Arrival:
    """In the caller's transaction. Nothing of a file that is not taken in is kept."""
    screening = screen(content, file_name, today=received_at.date(), history=history(connection))
    if screening.failed:
        return Arrival(screening, None)
    try:
        acceptance = accept(
            connection,
            screening,
            file_name=file_name,
            content=content,
            received_by=received_by,
            received_at=received_at,
            texts_confirmed_by=received_by if texts_confirmed else None,
        )
    except UnconfirmedTextsError:
        acceptance = None
    return Arrival(screening, acceptance)


def receive_waiting(connection: Connection, inbox_id: str, received_at: datetime) -> tuple[Waiting, Arrival] | None:
    """Whatever comes of it, the file is out of the inbox in the same transaction. None when it was so before.

    It is received when it is taken in, not when it was sent: what was known at an earlier moment stays the same.
    """
    found = take_out(connection, inbox_id)
    if found is None:
        return None
    return found, receive(
        connection,
        file_name=found.file_name,
        content=found.content,
        received_by=found.sent_by,
        received_at=received_at,
        texts_confirmed=found.texts_confirmed,
    )
