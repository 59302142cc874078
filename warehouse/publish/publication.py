"""A numbered publication: everything that was approved, protected and written at once, or not at all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row

from warehouse import chain
from warehouse.moment import of_one_moment
from warehouse.publish import approved, restoration, versions
from warehouse.publish.approved import Approved
from warehouse.publish.contents import content_hash, contents
from warehouse.publish.prepared import OvertakenError, Prepared, PublishResult, basis, write
from warehouse.publish.protect import KEY_BYTES, fingerprint
from warehouse.publish.versions import Change
from warehouse.refused import RefusedError
from warehouse.schema import intake as intake_area
from warehouse.schema import published

# What changes by the mere coming in of deliveries, or tells no figure.
ABOUT_DELIVERIES = frozenset(
    {published.delivery_status, published.fact_source, published.delivery_act, published.sought}
)


class KeyRefusedError(RefusedError):
    """The key has the wrong length, or is another one than that of the last publication."""


def publish(
    intake: Engine,
    warehouse: Engine,
    *,
    published_by: str,
    published_at: datetime,
    note: str = "",
    **wanted: Any,
) -> PublishResult | None:
    """What `prepare` gives for what is `wanted`, written without a question; None when there is nothing new."""
    while True:
        prepared = prepare(intake, warehouse, published_at=published_at, **wanted)
        if prepared is None:
            return None
        try:
            return write(intake, warehouse, prepared, published_by=published_by, published_at=published_at, note=note)
        except OvertakenError:
            continue


def prepare(
    intake: Engine,
    warehouse: Engine,
    *,
    key: bytes,
    published_at: datetime,
    demonstration: bool,
    new_series: bool = False,
    unattended: bool = False,
    again: bool = False,
) -> Prepared | None:
    """None when there is nothing new. `new_series` allows another key, which rounds every count anew.

    `unattended` is when nobody looks: then it is nothing new that deliveries came in which wait for approval, and
    after an undo nothing is published. `again` publishes what an undo took back, though nothing else was approved.
    """
    _check_length(key)
    with intake.begin() as given, warehouse.begin() as connection:
        of_one_moment(connection)
        last = chain.newest(connection, published.publication)
        is_new_key = _is_new_key(last, key, new_series)
        found = approved.read(given)
        if found.is_empty or (_stays_undone(last, found, unattended) and not again):
            return None
        reference_date = found.last_date or published_at.date().replace(day=1)
        held = contents(connection, found, key, reference_date)
        changes = [versions.change(connection, table, rows) for table, rows in held.items()]
        if not is_new_key and not any(_is_news(change, unattended) for change in changes):
            return None
        entry = {
            "reference_date": reference_date,
            "demonstration": demonstration,
            "content_hash": content_hash(held),
            "key_fingerprint": fingerprint(key),
            "restores": None,
            "sources_hash": found.sources.hash,
            "journal_hash": chain.newest_hash(given, intake_area.journal),
        }
        returning = restoration.returning(connection, found.sources) if last and last.restores else ()
        return Prepared(basis(connection, found.sources), entry, changes, len(found.newest), is_new_key, returning)


def _is_new_key(last: Row[Any] | None, key: bytes, allowed: bool) -> bool:
    is_new = last is not None and last.key_fingerprint != fingerprint(key)
    if is_new and not allowed:
        raise _another_key()
    return is_new


def _stays_undone(last: Row[Any] | None, found: Approved, unattended: bool) -> bool:
    """After an undo someone has to look first, and to have approved something else than what was undone."""
    if last is None or last.restores is None:
        return False
    return unattended or bool(last.sources_hash == found.sources.hash)


def _is_news(change: Change, unattended: bool) -> bool:
    return not change.is_empty and not (unattended and change.table in ABOUT_DELIVERIES)


def _check_length(key: bytes) -> None:
    if len(key) != KEY_BYTES:
        raise KeyRefusedError(
            f"De geheime sleutel is {len(key)} bytes lang, niet {KEY_BYTES}. Geef {2 * KEY_BYTES} hexadecimale tekens.",
            f"The secret key has {len(key)} bytes, not {KEY_BYTES}. Give {2 * KEY_BYTES} hexadecimal characters.",
        )


def _another_key() -> KeyRefusedError:
    return KeyRefusedError(
        "De geheime sleutel is een andere dan bij de vorige publicatie. Gebruik de oude sleutel, of begin bewust een "
        "nieuwe reeks: dan worden alle aantallen opnieuw afgerond.",
        "The secret key differs from that of the last publication. Use the old key, or start a new series on purpose: "
        "every count is then rounded anew.",
    )
