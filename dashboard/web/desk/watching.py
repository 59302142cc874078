"""How far this process looked at the log: what came since is looked at each time, the whole of it when asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from warehouse import chain
from warehouse.accounts import proof
from warehouse.chain import Break


@dataclass(frozen=True)
class Seen:
    """Up to the entry `number`, which has this hash; `whole_at` is when all of it was looked at last."""

    number: int
    head: str
    broken: tuple[Break, ...]
    at: datetime
    whole_at: datetime


class Watch:
    def __init__(self) -> None:
        self._seen: Seen | None = None

    def look(self, connection: Connection, *, at: datetime, whole: bool = False) -> Seen:
        """All of it, the first time, and when something was wrong or the entry that was last is another one now."""
        before = None if whole else self._seen
        if before and (before.broken or not proof.stands(connection, before.number, before.head)):
            before = None
        since, head = (before.number, before.head) if before else (0, chain.START)
        checked = proof.check(connection, at=at, number=since, previous=head)
        number = since + len(checked.hashes)
        head = checked.head if checked.hashes else head
        self._seen = Seen(number, head, checked.broken, at, before.whole_at if before else at)
        return self._seen
