"""What is kept no longer than was promised: workbooks, deliveries that no longer count, and files that nobody took in.

The terms stand in `warehouse/reference/dataset.csv`. Counts of which the next publication is made are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, and_, delete, exists, func, select, union, update

from warehouse.intake import journal
from warehouse.intake.sheets import SHEETS
from warehouse.reference.terms import first_kept
from warehouse.schema import intake
from warehouse.schema.levels import EMPTIED, PUBLISHING, REMOVED

WRITTEN_BY = "bewaartermijn"
REASONS = {"replaced": "vervangen door een nieuwere versie", "unapproved": "niet goedgekeurd"}
COUNTS = tuple(
    (table, sheet.keys[0]) for table, sheet in zip(journal.SUBJECTS, SHEETS[1:], strict=True) if "youths" in table.c
)


@dataclass(frozen=True)
class Expired:
    """What is past its term: deliveries as (number, region, reference date, version), and how many files that wait.

    Of `workbooks` the file goes and the delivery stays; the others go as a whole.
    """

    workbooks: Sequence[Row[Any]]
    replaced: Sequence[Row[Any]]
    unapproved: Sequence[Row[Any]]
    waiting: int

    @property
    def is_empty(self) -> bool:
        return not (self.workbooks or self.replaced or self.unapproved or self.waiting)


def expired(connection: Connection, today: date) -> Expired:
    going = select(intake.delivery.c.delivery_id)
    replaced, unapproved = _replaced(first_kept("replaced", today)), _unapproved(first_kept("replaced", today))
    whole = union(going.where(replaced), going.where(unapproved))
    emptied = and_(
        intake.delivery.c.received_at < first_kept("workbook", today),
        func.length(intake.delivery.c.workbook) > 0,
        intake.delivery.c.delivery_id.not_in(whole),
    )
    waiting = select(func.count()).where(intake.inbox.c.sent_at < first_kept("inbox", today))
    return Expired(
        workbooks=_found(connection, emptied),
        replaced=_found(connection, replaced),
        unapproved=_found(connection, unapproved),
        waiting=connection.scalar(waiting) or 0,
    )


def expire(connection: Connection, today: date, at: datetime) -> Expired:
    """In the caller's transaction, with an entry in the journal for every delivery. Returns what went."""
    journal.turn(connection)
    gone = expired(connection, today)
    for found in gone.workbooks:
        _write_down(connection, found, EMPTIED, "werkmap", at)
        connection.execute(update(intake.delivery).where(_is(intake.delivery, found)).values(workbook=b""))
    for kind in REASONS:
        for found in getattr(gone, kind):
            _write_down(connection, found, REMOVED, REASONS[kind], at)
            for table in (*journal.SUBJECTS, intake.approval, intake.delivery):
                connection.execute(delete(table).where(_is(table, found)))
    connection.execute(delete(intake.inbox).where(intake.inbox.c.sent_at < first_kept("inbox", today)))
    return gone


def _write_down(connection: Connection, found: Row[Any], act_code: str, reason: str, at: datetime) -> None:
    told = f"{reason}, bewaartermijn voorbij"
    journal.done(connection, found.delivery_id, [act_code], by=WRITTEN_BY, at=at, reason=told)


def _is(table: Table, found: Row[Any]) -> Any:
    return table.c.delivery_id == found.delivery_id


def _found(connection: Connection, wanted: Any) -> Sequence[Row[Any]]:
    columns = (intake.delivery.c[name] for name in ("delivery_id", *journal.DELIVERY))
    return connection.execute(select(*columns).where(wanted).order_by(intake.delivery.c.delivery_id)).all()


def _replaced(before: datetime) -> Any:
    """The ministry approved a newer version of the same date, and nothing is told by this one any more."""
    newer, approval = intake.delivery.alias("newer"), intake.approval
    is_replaced = exists().where(
        newer.c.region_code == intake.delivery.c.region_code,
        newer.c.reference_date == intake.delivery.c.reference_date,
        newer.c.version > intake.delivery.c.version,
        approval.c.delivery_id == newer.c.delivery_id,
        approval.c.level_code == PUBLISHING,
        approval.c.approved_at < before,
    )
    return and_(is_replaced, _approved(), intake.delivery.c.delivery_id.not_in(union(*map(_tellers, COUNTS))))


def _unapproved(before: datetime) -> Any:
    return and_(intake.delivery.c.received_at < before, ~_approved())


def _approved() -> Any:
    approval = intake.approval.alias("ministry")
    return exists().where(approval.c.delivery_id == intake.delivery.c.delivery_id, approval.c.level_code == PUBLISHING)


def _tellers(counts: tuple[Table, str]) -> Select[Any]:
    """Deliveries whose counts of some day or month are those that are published: the newest that speaks of it."""
    table, day = counts
    head, approval = intake.delivery.alias(), intake.approval.alias()
    return (
        select(func.max(table.c.delivery_id))
        .join(head, head.c.delivery_id == table.c.delivery_id)
        .join(approval, and_(approval.c.delivery_id == head.c.delivery_id, approval.c.level_code == PUBLISHING))
        .group_by(head.c.region_code, table.c[day])
    )
