"""Keeps a screened workbook: its bytes, and its rows in the tables of intake."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from warehouse.intake import journal
from warehouse.intake.file_names import bare
from warehouse.intake.screening import Screening
from warehouse.intake.sheet import Sheet
from warehouse.intake.sheets import SHEETS
from warehouse.schema import intake

SPREAD_PREFIX = "count:"

Row = Mapping[str, Any]


class UnconfirmedTextsError(ValueError):
    """Texts in the workbook seem to speak of one person, and nobody has said that they do not."""


@dataclass(frozen=True)
class Acceptance:
    """`is_new` is false when this very file had been accepted before."""

    delivery_id: int
    is_new: bool
    version: int


def accept(
    connection: Connection,
    screening: Screening,
    *,
    file_name: str,
    content: bytes,
    received_by: str,
    received_at: datetime,
    texts_confirmed_by: str | None = None,
) -> Acceptance:
    """One delivery in the caller's transaction; two of them at once take turns.

    ValueError when the screening failed, UnconfirmedTextsError when texts wait for `texts_confirmed_by`.
    """
    if screening.failed:
        raise ValueError("a workbook that fails screening cannot be accepted")
    journal.turn(connection)
    head = screening.rows["delivery"][0]
    sha256 = hashlib.sha256(content).hexdigest()
    known = _known(connection, head, sha256)
    if known is not None:
        return known
    if screening.to_confirm and texts_confirmed_by is None:
        raise UnconfirmedTextsError("texts that seem to speak of one person must be confirmed")
    version = _next_version(connection, head)
    delivery_id = (connection.scalar(select(func.max(intake.delivery.c.delivery_id))) or 0) + 1
    received = {"received_by": received_by, "received_at": received_at, "file_name": bare(file_name)}
    confirmed = {"texts_confirmed_by": texts_confirmed_by if screening.to_confirm else None}
    made = {"delivery_id": delivery_id, "version": version, "sha256": sha256, "workbook": content}
    connection.execute(insert(intake.delivery).values(**head, **received, **confirmed, **made))
    for sheet in SHEETS[1:]:
        _store(connection, sheet, delivery_id, screening.rows.get(sheet.subject, ()))
    journal.delivered(connection, delivery_id)
    return Acceptance(delivery_id, True, version)


def _known(connection: Connection, head: Row, sha256: str) -> Acceptance | None:
    table = intake.delivery.c
    same = select(table.delivery_id, table.version).where(
        table.region_code == head["region_code"],
        table.reference_date == head["reference_date"],
        table.sha256 == sha256,
    )
    row = connection.execute(same).one_or_none()
    return None if row is None else Acceptance(row.delivery_id, False, row.version)


def _next_version(connection: Connection, head: Row) -> int:
    """No version is given twice, also when a delivery was removed at the end of its term: the journal knows it."""
    numbers = [
        connection.scalar(
            select(func.max(table.c.version)).where(
                table.c.region_code == head["region_code"], table.c.reference_date == head["reference_date"]
            )
        )
        for table in (intake.delivery, intake.journal)
    ]
    return max(number or 0 for number in numbers) + 1


def _store(connection: Connection, sheet: Sheet, delivery_id: int, rows: tuple[dict[str, Any], ...]) -> None:
    table = intake.metadata.tables[f"{intake.AREA}.{sheet.subject}"]
    stored = [{"delivery_id": delivery_id, **part} for row in rows for part in _parts(sheet, row)]
    if stored:
        connection.execute(insert(table), stored)


def _parts(sheet: Sheet, row: Row) -> Iterator[Row]:
    """A row as it is, or one row for each of its spread columns."""
    fixed = {column.key: row[column.key] for column in sheet.columns}
    if sheet.spread is None:
        yield fixed
        return
    spread_key = intake.metadata.tables[f"{intake.AREA}.{sheet.subject}"].primary_key.columns.keys()[-1]
    for key, youths in row.items():
        if key.startswith(SPREAD_PREFIX):
            yield {**fixed, spread_key: key.removeprefix(SPREAD_PREFIX), "youths": youths}
