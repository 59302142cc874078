"""What is looked at while a request is answered: which publications there are, and a reader of one.

All of it is read over one connection and so as it was at one moment: publications and their rows belong together,
whoever publishes meanwhile.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from flask import g
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from dashboard.clock import today
from queries.reader import Publication, Reader, open_reader, publications

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Visit:
    """The engine reads what was published, and nothing else."""

    engine: Engine

    def state(self) -> tuple[tuple[Publication, ...], date] | None:
        """On what every answer depends: the publications and the day; None when the warehouse is away."""
        try:
            return (self._publications(), today())
        except SQLAlchemyError:
            return None

    @contextmanager
    def reader(self, number: int | None) -> Iterator[Reader]:
        """Looks at publication `number`; at the newest when that one does not exist."""
        known = self._publications()
        existing = number if number in {one.number for one in known} else None
        yield open_reader(self._connection(), g.access, existing, known)

    def leave(self, _problem: BaseException | None) -> None:
        """When the request was answered."""
        try:
            if "connection" in g:
                g.pop("connection").close()
        except SQLAlchemyError:
            log.exception("the warehouse went away while it was asked")

    def known(self) -> tuple[Publication, ...]:
        """None at all when the warehouse is away: then this request shows no figure either."""
        try:
            return self._publications()
        except SQLAlchemyError:
            return ()

    def _publications(self) -> tuple[Publication, ...]:
        """Asked once for a request, also when they are away: who may look is decided by what is then looked at."""
        if "publications" not in g:
            g.publications = self._asked()
        if isinstance(g.publications, SQLAlchemyError):
            raise g.publications
        return g.publications  # type: ignore[no-any-return]

    def _asked(self) -> tuple[Publication, ...] | SQLAlchemyError:
        try:
            return publications(self._connection())
        except SQLAlchemyError as away:
            return away

    def _connection(self) -> Connection:
        if "connection" not in g:
            g.connection = self.engine.connect()
        return g.connection  # type: ignore[no-any-return]
