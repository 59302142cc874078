"""Which published tables an application reads while it answers, and for whom.

An answer is made of the rows that were read for it, the day, and files that everyone has. A statement can tell of no
rows but those of the tables that stand in it, whatever it joins, counts or leaves out. So who has every row of those
tables that this visitor may see, of every publication, knows at least what any answer can tell: an order, a colour,
a length or an empty place too. That is what the attacker gets, which makes it at least as strong as any real one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, Table, TextClause, event
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import ClauseElement

from dashboard.attack.undriven import UndrivenError
from queries.reader import Access

BEGINS = "BEGIN"


@dataclass
class Watch:
    """Is asked by the application who it is that asks, and hears what it reads for them."""

    access: Access | None = None
    seen: set[tuple[Access | None, Table]] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)

    def who_asks(self, _visitor: object) -> Access | None:
        return self.access

    def note(self, _connection: Any, _cursor: Any, statement: str, _given: Any, context: Any, _many: bool) -> None:
        compiled = context.compiled
        if compiled is None:
            self.unread += [statement] if statement != BEGINS else []
            return
        found = tables_of(compiled.statement)
        if found is None:
            self.unread.append(statement)
        else:
            self.seen |= {(self.access, table) for table in found}

    def check(self) -> None:
        """Raised here and not while the application answers: it would tell its visitor that the figures are away."""
        if self.unread:
            raise UndrivenError("statement", self.unread[0])


def tables_of(statement: ClauseElement) -> set[Table] | None:
    """Every table that stands anywhere in a statement; None when part of it is text that could name others."""
    parts = list(visitors.iterate(statement))
    if any(isinstance(part, TextClause) for part in parts):
        return None
    return {part for part in parts if isinstance(part, Table)}


@contextmanager
def watched(engine: Engine, watch: Watch) -> Iterator[Watch]:
    event.listen(engine, "before_cursor_execute", watch.note)
    try:
        yield watch
    finally:
        event.remove(engine, "before_cursor_execute", watch.note)
