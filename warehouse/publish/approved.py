"""What the ministry approved: the only deliveries of which a publication knows more than that they came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, func, select, text

from warehouse.publish.facts import FACTS, Counts, Fact
from warehouse.publish.protect import Node
from warehouse.schema import intake
from warehouse.schema.levels import PUBLISHING

WHOLE_SUBJECTS = (
    intake.target,
    intake.pilot,
    intake.milestone,
    intake.experiment,
    intake.experiment_note,
    intake.obstacle,
)

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Delivery:
    delivery_id: int
    region_code: str
    reference_date: date
    version: int
    rhythm_code: str
    approved_on: date
    correction_reason: str | None


@dataclass(frozen=True)
class Receipt:
    """The first time that a delivery of this date came in, whether approved by now or not."""

    region_code: str
    reference_date: date
    received_on: date


@dataclass(frozen=True)
class Approved:
    """`deliveries` from old to new; `facts` and `subjects` by the name of their table.

    `receipts` are of all deliveries, also those that wait for approval.
    """

    deliveries: Sequence[Delivery]
    receipts: Sequence[Receipt]
    facts: Mapping[str, Counts]
    subjects: Mapping[str, Rows]
    indicator_values: Rows

    @property
    def newest(self) -> dict[str, Delivery]:
        """Per region the delivery with the greatest reference date and version."""
        return {delivery.region_code: delivery for delivery in self.deliveries}

    @property
    def last_date(self) -> date | None:
        """None as long as no region has delivered; figures from elsewhere may be published before."""
        return max((delivery.reference_date for delivery in self.deliveries), default=None)

    @property
    def is_empty(self) -> bool:
        return not self.deliveries and not self.indicator_values


def read(connection: Connection, until: datetime | None = None) -> Approved:
    """Reads everything as of one moment, so that a delivery approved meanwhile waits for the next publication.

    With `until`, what was approved at that moment, though more may have been approved since.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
    values = select(*(column for column in intake.indicator_value.c if column.name != "loaded_at"))
    return Approved(
        deliveries=_deliveries(connection, until),
        receipts=_receipts(connection, until),
        facts={fact.name: _counts(connection, fact, until) for fact in FACTS},
        subjects={table.name: _rows(connection, _whole(table, until)) for table in WHOLE_SUBJECTS},
        indicator_values=_rows(connection, values),
    )


def _approved_deliveries(until: datetime | None) -> Select[Any]:
    delivery, approval = intake.delivery, intake.approval
    found = (
        select(delivery, approval.c.approved_at)
        .join(approval, approval.c.delivery_id == delivery.c.delivery_id)
        .where(approval.c.level_code == PUBLISHING)
    )
    return found if until is None else found.where(approval.c.approved_at <= until)


def _deliveries(connection: Connection, until: datetime | None) -> list[Delivery]:
    approved = _approved_deliveries(until).subquery()
    names = ("delivery_id", "region_code", "reference_date", "version", "rhythm_code", "correction_reason")
    columns = [approved.c[name] for name in (*names, "approved_at")]
    order = (approved.c.reference_date, approved.c.version, approved.c.delivery_id)
    return [
        Delivery(**{name: row[name] for name in names}, approved_on=row["approved_at"].date())
        for row in connection.execute(select(*columns).order_by(*order)).mappings()
    ]


def _receipts(connection: Connection, until: datetime | None) -> list[Receipt]:
    table = intake.delivery.c
    place = (table.region_code, table.reference_date)
    first = select(*place, func.min(table.received_at)).group_by(*place).order_by(*place)
    if until is not None:
        first = first.where(table.received_at <= until)
    return [Receipt(region, day, received_at.date()) for region, day, received_at in connection.execute(first)]


def _counts(connection: Connection, fact: Fact, until: datetime | None) -> Counts:
    counts: dict[tuple[str, date], dict[Node, int]] = {}
    for region, day, *codes, youths in connection.execute(_latest(fact, until)):
        counts.setdefault((region, day), {})[tuple(codes)] = youths
    return counts


def _latest(fact: Fact, until: datetime | None) -> Select[Any]:
    """Rows of the newest delivery that speaks of a date; it replaces the whole date, also rows that it lacks."""
    table, approved = fact.exact, _approved_deliveries(until).subquery()
    day = table.c[fact.exact_date]
    spoken = (
        select(approved.c.region_code, day, func.max(table.c.delivery_id).label("delivery_id"))
        .join(approved, approved.c.delivery_id == table.c.delivery_id)
        .group_by(approved.c.region_code, day)
        .subquery()
    )
    is_latest = and_(spoken.c.delivery_id == table.c.delivery_id, spoken.c[fact.exact_date] == day)
    codes = (table.c[code] for code in fact.codes)
    return select(spoken.c.region_code, day, *codes, table.c.youths).join(spoken, is_latest)


def _whole(table: Table, until: datetime | None) -> Select[Any]:
    """Rows of the delivery with the greatest reference date and version of each region."""
    approved = _approved_deliveries(until).subquery()
    newest_first = (approved.c.reference_date.desc(), approved.c.version.desc())
    place = func.row_number().over(partition_by=approved.c.region_code, order_by=newest_first).label("place")
    ranked = select(approved.c.region_code, approved.c.delivery_id, place).subquery()
    columns = (column for column in table.c if column.name != "delivery_id")
    is_newest = and_(ranked.c.delivery_id == table.c.delivery_id, ranked.c.place == 1)
    return select(ranked.c.region_code, *columns).join(ranked, is_newest)


def _rows(connection: Connection, statement: Select[Any]) -> Rows:
    return [dict(row) for row in connection.execute(statement).mappings()]
