"""Files that were sent and wait at the door. Whoever sends needs no right to read, and no module that screens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select

from warehouse.intake.file_names import bare
from warehouse.schema.intake import inbox


@dataclass(frozen=True)
class Waiting:
    """`sent_by` is the function of the sender, who says with `texts_confirmed` that no text tells of one person."""

    file_name: str
    content: bytes
    sent_at: datetime
    sent_by: str
    texts_confirmed: bool


def send(
    connection: Connection, *, file_name: str, content: bytes, sent_by: str, sent_at: datetime, texts_confirmed: bool
) -> str:
    """Returns the number under which the file waits."""
    inbox_id = str(uuid4())
    sent = {"sent_by": sent_by, "sent_at": sent_at, "texts_confirmed": texts_confirmed}
    connection.execute(insert(inbox).values(inbox_id=inbox_id, file_name=bare(file_name), content=content, **sent))
    return inbox_id


def waiting(connection: Connection) -> list[str]:
    """The numbers of what waits, the oldest first."""
    return list(connection.scalars(select(inbox.c.inbox_id).order_by(inbox.c.sent_at, inbox.c.inbox_id)))


def take_out(connection: Connection, inbox_id: str) -> Waiting | None:
    """None when another is taking it out, or has done so."""
    is_it = inbox.c.inbox_id == inbox_id
    columns = (column for column in inbox.c if column.name != "inbox_id")
    found = connection.execute(select(*columns).where(is_it).with_for_update(skip_locked=True)).one_or_none()
    if found is None:
        return None
    connection.execute(delete(inbox).where(is_it))
    return Waiting(*found)
