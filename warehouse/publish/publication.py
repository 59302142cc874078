"""A numbered publication: everything that was approved, protected and written at once, or not at all."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select

from warehouse.publish import approved, versions
from warehouse.publish.contents import content_hash, contents
from warehouse.publish.protect import KEY_BYTES, fingerprint
from warehouse.publish.refused import RefusedError
from warehouse.publish.versions import Change
from warehouse.schema import published
from warehouse.turns import one_at_a_time

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class PublishResult:
    """`added` and `closed` are numbers of rows by table; a table that did not change is left out."""

    number: int
    reference_date: date
    regions: int
    added: Mapping[str, int]
    closed: Mapping[str, int]


class KeyRefusedError(RefusedError):
    """The key has the wrong length, or is another one than that of the last publication."""


def publish(
    intake: Engine,
    warehouse: Engine,
    *,
    key: bytes,
    published_by: str,
    published_at: datetime,
    demonstration: bool,
    note: str = "",
    new_series: bool = False,
    for_receipts: bool = True,
) -> PublishResult | None:
    """None when there is nothing new. `new_series` allows another key, which rounds every count anew.

    Without `for_receipts` it is nothing new that deliveries came in which wait for approval.
    """
    _check_length(key)
    with warehouse.execution_options(writing=True).begin() as connection:
        last = _last_publication(connection)
        is_new_key = _is_new_key(last, key, new_series)
        found = _read(intake)
        if found.is_empty:
            return None
        reference_date = found.last_date or published_at.date().replace(day=1)
        held = contents(connection, found, key, reference_date)
        changes = [versions.change(connection, table, rows) for table, rows in held.items()]
        if not is_new_key and not any(_is_news(change, for_receipts) for change in changes):
            return None
        entry = {
            "number": last.number + 1 if last else 1,
            "published_at": published_at,
            "published_by": published_by,
            "reference_date": reference_date,
            "demonstration": demonstration,
            "note": note,
            "content_hash": content_hash(held),
            "key_fingerprint": fingerprint(key),
        }
        _write(connection, entry, changes)
    return _logged(_result(entry, len(found.newest), changes))


def _is_new_key(last: Row[Any] | None, key: bytes, allowed: bool) -> bool:
    is_new = last is not None and last.key_fingerprint != fingerprint(key)
    if is_new and not allowed:
        raise _another_key()
    return is_new


def _is_news(change: Change, for_receipts: bool) -> bool:
    return not change.is_empty and (for_receipts or change.table is not published.delivery_status)


def _last_publication(connection: Connection) -> Row[Any] | None:
    """Also makes a second publication wait until this one is over."""
    table = published.publication
    one_at_a_time(connection, table)
    return connection.execute(select(table).order_by(table.c.number.desc()).limit(1)).one_or_none()


def _read(intake: Engine) -> approved.Approved:
    with intake.begin() as connection:
        return approved.read(connection)


def _write(connection: Connection, entry: Mapping[str, Any], changes: Sequence[Change]) -> None:
    connection.execute(insert(published.publication), [dict(entry)])
    for change in changes:
        versions.apply(connection, change, entry["number"])


def _result(entry: Mapping[str, Any], regions: int, changes: Sequence[Change]) -> PublishResult:
    return PublishResult(
        entry["number"],
        entry["reference_date"],
        regions,
        {change.table.name: len(change.added) for change in changes if change.added},
        {change.table.name: len(change.closed) for change in changes if change.closed},
    )


def _logged(result: PublishResult) -> PublishResult:
    logger.info("Publication %d: rows added %s, rows closed %s", result.number, result.added, result.closed)
    return result


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
