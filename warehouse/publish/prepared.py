"""A publication before it is written: what it would change, and from what it was made."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert

from warehouse import chain
from warehouse.publish import approved, versions
from warehouse.publish.approved import Sources
from warehouse.publish.versions import Change
from warehouse.schema import published
from warehouse.turns import one_at_a_time

logger = logging.getLogger(__name__)


class OvertakenError(Exception):
    """Something was published, delivered or approved since this was prepared, so it must be prepared anew."""


@dataclass(frozen=True)
class Basis:
    """The last publication, of number 0 when there is none, and the sources. From the same comes the same."""

    number: int
    hash: str
    reference_date: date | None
    sources: Sources


@dataclass(frozen=True)
class Prepared:
    """`entry` is the row of the publication as far as it is known before someone says yes.

    `returning` are deliveries that an undo took back and that would stand again.
    """

    basis: Basis
    entry: Mapping[str, Any]
    changes: Sequence[Change]
    regions: int
    is_new_series: bool = False
    returning: Sequence[tuple[str, date, int]] = ()

    @property
    def number(self) -> int:
        return self.basis.number + 1


@dataclass(frozen=True)
class PublishResult:
    """`added` and `closed` are numbers of rows by table; a table that did not change is left out."""

    number: int
    reference_date: date
    regions: int
    added: Mapping[str, int]
    closed: Mapping[str, int]


def basis(warehouse: Connection, sources: Sources) -> Basis:
    last = chain.newest(warehouse, published.publication)
    if last is None:
        return Basis(0, chain.START, None, sources)
    return Basis(last.number, last.hash, last.reference_date, sources)


def write(
    intake: Engine, warehouse: Engine, prepared: Prepared, *, published_by: str, published_at: datetime, note: str
) -> PublishResult:
    """Exactly what was prepared, at once or not at all. OvertakenError when its basis is not what it was."""
    signed = {"number": prepared.number, "published_by": published_by, "published_at": published_at, "note": note}
    with warehouse.execution_options(writing=True).begin() as connection:
        one_at_a_time(connection, published.publication)
        with intake.begin() as given:
            if basis(connection, approved.sources(given)) != prepared.basis:
                raise OvertakenError
        row = chain.linked(prepared.basis.hash, {**prepared.entry, **signed})
        connection.execute(insert(published.publication), [row])
        for change in prepared.changes:
            versions.apply(connection, change, prepared.number)
    return _logged(prepared)


def _logged(prepared: Prepared) -> PublishResult:
    result = PublishResult(
        prepared.number,
        prepared.entry["reference_date"],
        prepared.regions,
        {change.table.name: len(change.added) for change in prepared.changes if change.added},
        {change.table.name: len(change.closed) for change in prepared.changes if change.closed},
    )
    logger.info("Publication %d: rows added %s, rows closed %s", result.number, result.added, result.closed)
    return result
