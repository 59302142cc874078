"""Undo: the state of an earlier publication stands again, in a new one. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from warehouse import chain
from warehouse.moment import of_one_moment
from warehouse.publish import approved, versions
from warehouse.publish.approved import Sources
from warehouse.publish.contents import VERSIONED, content_hash
from warehouse.publish.prepared import OvertakenError, Prepared, PublishResult, basis, write
from warehouse.refused import RefusedError
from warehouse.schema import intake as intake_area
from warehouse.schema import published

KEPT = ("reference_date", "demonstration", "content_hash", "key_fingerprint")


class RestoreRefusedError(RefusedError):
    """There is no such publication, or what stood in it is not there any more as it was."""


def restore(
    intake: Engine, warehouse: Engine, number: int, *, published_by: str, published_at: datetime, note: str = ""
) -> PublishResult | None:
    """Written without a question; None when that state stands already."""
    while True:
        prepared = prepare(intake, warehouse, number)
        if prepared is None:
            return None
        try:
            told = note_on(number, note)
            return write(intake, warehouse, prepared, published_by=published_by, published_at=published_at, note=told)
        except OvertakenError:
            continue


def prepare(intake: Engine, warehouse: Engine, number: int) -> Prepared | None:
    """RestoreRefusedError when that publication cannot be shown again as it was."""
    with intake.begin() as given, warehouse.begin() as connection:
        of_one_moment(given)
        of_one_moment(connection)
        wanted = _publication(connection, number)
        held = {table: versions.stood_in(connection, table, number) for table in VERSIONED}
        if content_hash(held) != wanted.content_hash:
            raise _not_as_it_was(number)
        changes = [versions.change(connection, table, rows) for table, rows in held.items()]
        if all(change.is_empty for change in changes):
            return None
        sources = approved.sources(given)
        entry = {
            **{name: wanted._mapping[name] for name in KEPT},
            "restores": number,
            "sources_hash": sources.hash,
            "journal_hash": chain.newest_hash(given, intake_area.journal),
        }
        regions = len(held[published.participation])
        return Prepared(basis(connection, sources), entry, changes, regions)


def note_on(number: int, note: str) -> str:
    return f"Herstelt de stand van publicatie {number}. {note}".strip()


def returning(connection: Connection, sources: Sources) -> Sequence[tuple[str, date, int]]:
    """Region, date and version of deliveries that were published once, do not stand now, and are the newest of their
    date that was approved."""
    acts = published.delivery_act.c
    key = (acts.region_code, acts.reference_date, acts.version)
    ever = {tuple(row) for row in connection.execute(select(*key))}
    standing = {tuple(row) for row in connection.execute(select(*key).where(acts.last_publication.is_(None)))}
    newest = {delivery.key[:2]: delivery.key for delivery in sources.deliveries}
    return sorted(found for found in newest.values() if found in ever - standing)


def _publication(connection: Connection, number: int) -> Row[Any]:
    table = published.publication
    found = connection.execute(select(table).where(table.c.number == number)).one_or_none()
    if found is None:
        raise RestoreRefusedError(
            f"Publicatie {number} bestaat niet. Geef: trajectmonitor publications",
            f"There is no publication {number}. Give: trajectmonitor publications",
        )
    return found


def _not_as_it_was(number: int) -> RestoreRefusedError:
    return RestoreRefusedError(
        f"Wat in publicatie {number} stond, is niet meer wat het was. Geef: trajectmonitor verify",
        f"What stood in publication {number} is not what it was. Give: trajectmonitor verify",
    )
