"""What the ministry approved: the only deliveries of which a publication knows more than that they came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, func, literal, null, select, union_all

from warehouse import chain
from warehouse.moment import of_one_moment
from warehouse.publish.facts import FACTS, Counts, Fact
from warehouse.publish.protect import Node
from warehouse.schema import intake
from warehouse.schema.levels import DELIVERED, PUBLISHING

WHOLE_SUBJECTS = (
    intake.target,
    intake.interim_target,
    intake.steering_meeting,
    intake.pilot,
    intake.milestone,
    intake.experiment,
    intake.experiment_note,
    intake.obstacle,
    intake.partner,
    intake.partner_action,
    intake.lesson,
    intake.rule_room,
)

HEAD = ("delivery_id", "region_code", "reference_date", "version", "rhythm_code", "correction_reason")

Rows = list[dict[str, Any]]
Tellers = Mapping[tuple[str, date], int]


@dataclass(frozen=True)
class Delivery:
    delivery_id: int
    region_code: str
    reference_date: date
    version: int
    rhythm_code: str
    approved_on: date
    correction_reason: str | None

    @property
    def key(self) -> tuple[str, date, int]:
        return self.region_code, self.reference_date, self.version


@dataclass(frozen=True)
class Receipt:
    """The first time that a delivery of this date came in, whether approved by now or not."""

    region_code: str
    reference_date: date
    received_on: date


@dataclass(frozen=True)
class Sources:
    """What a publication is made from: what an approved delivery holds never changes.

    `deliveries` from old to new; `receipts` are of all deliveries, also those that wait for approval.
    """

    deliveries: Sequence[Delivery]
    receipts: Sequence[Receipt]
    indicator_values: Rows

    @property
    def hash(self) -> str:
        """Of what was approved, or loaded; it says nothing of a count, so everyone may read it."""
        deliveries = [delivery.key for delivery in self.deliveries]
        values = sorted(self.indicator_values, key=chain.canonical)
        return chain.link(chain.START, {"deliveries": deliveries, "indicator_values": values})


@dataclass(frozen=True)
class Approved:
    """`facts` and `subjects` by the name of their table; `tellers` as `facts`, the delivery that tells the counts.

    `acts` are of the approved deliveries: who delivered them, and who approved them at each level.
    """

    sources: Sources
    facts: Mapping[str, Counts]
    tellers: Mapping[str, Tellers]
    subjects: Mapping[str, Rows]
    acts: Rows

    @property
    def deliveries(self) -> Sequence[Delivery]:
        return self.sources.deliveries

    @property
    def receipts(self) -> Sequence[Receipt]:
        return self.sources.receipts

    @property
    def indicator_values(self) -> Rows:
        return self.sources.indicator_values

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
    of_one_moment(connection)
    told = {fact.name: _told(connection, fact, until) for fact in FACTS}
    return Approved(
        sources=sources(connection, until),
        facts={name: counts for name, (counts, _) in told.items()},
        tellers={name: tellers for name, (_, tellers) in told.items()},
        subjects={table.name: _rows(connection, _whole(table, until)) for table in WHOLE_SUBJECTS},
        acts=[*_deliveries_made(connection, until), *_approvals(connection, until)],
    )


def sources(connection: Connection, until: datetime | None = None) -> Sources:
    values = select(*(column for column in intake.indicator_value.c if column.name != "loaded_at"))
    deliveries, receipts = _deliveries(connection, until), _receipts(connection, until)
    return Sources(deliveries, receipts, _rows(connection, values.order_by(*intake.indicator_value.primary_key)))


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
    columns = [approved.c[name] for name in (*HEAD, "approved_at")]
    order = (approved.c.reference_date, approved.c.version, approved.c.delivery_id)
    return [
        Delivery(**{name: row[name] for name in HEAD}, approved_on=row["approved_at"].date())
        for row in connection.execute(select(*columns).order_by(*order)).mappings()
    ]


def _receipts(connection: Connection, until: datetime | None) -> list[Receipt]:
    """Also of what was removed at the end of its term: that it came in, and when, stands in the journal."""
    delivery, entry = intake.delivery.c, intake.journal.c
    came = union_all(
        select(delivery.region_code, delivery.reference_date, delivery.received_at),
        select(entry.region_code, entry.reference_date, entry.written_at).where(entry.act_code == DELIVERED),
    ).subquery()
    place = (came.c.region_code, came.c.reference_date)
    first = select(*place, func.min(came.c.received_at)).group_by(*place).order_by(*place)
    if until is not None:
        first = first.where(came.c.received_at <= until)
    return [Receipt(region, day, received_at.date()) for region, day, received_at in connection.execute(first)]


def _deliveries_made(connection: Connection, until: datetime | None) -> Rows:
    approved = _approved_deliveries(until).subquery().c
    made = select(
        *(approved.region_code, approved.reference_date, approved.version),
        literal(DELIVERED).label("act_code"),
        approved.received_at.label("acted_at"),
        approved.filled_by.label("acted_by"),
        approved.correction_reason.label("reason"),
    )
    return _rows(connection, made)


def _approvals(connection: Connection, until: datetime | None) -> Rows:
    approved, approval = _approved_deliveries(until).subquery(), intake.approval.c
    given = select(
        *(approved.c.region_code, approved.c.reference_date, approved.c.version),
        approval.level_code.label("act_code"),
        approval.approved_at.label("acted_at"),
        approval.approved_by.label("acted_by"),
        null().label("reason"),
    ).join(intake.approval, approval.delivery_id == approved.c.delivery_id)
    return _rows(connection, given if until is None else given.where(approval.approved_at <= until))


def _told(connection: Connection, fact: Fact, until: datetime | None) -> tuple[Counts, Tellers]:
    counts: dict[tuple[str, date], dict[Node, int]] = {}
    tellers: dict[tuple[str, date], int] = {}
    for region, day, delivery_id, *codes, youths in connection.execute(_latest(fact, until)):
        counts.setdefault((region, day), {})[tuple(codes)] = youths
        tellers[region, day] = delivery_id
    return counts, tellers


def _latest(fact: Fact, until: datetime | None) -> Select[Any]:
    """Counts of the newest delivery that speaks of a date; it replaces the whole date, also rows that it lacks."""
    table, approved = fact.exact, _approved_deliveries(until).subquery()
    day = table.c[fact.exact_date]
    spoken = (
        select(approved.c.region_code, day, func.max(table.c.delivery_id).label("delivery_id"))
        .join(approved, approved.c.delivery_id == table.c.delivery_id)
        .group_by(approved.c.region_code, day)
        .subquery()
    )
    is_latest = and_(spoken.c.delivery_id == table.c.delivery_id, spoken.c[fact.exact_date] == day)
    codes = [table.c[code] for code in fact.codes]
    told = (spoken.c.region_code, day, table.c.delivery_id)
    return select(*told, *codes, func.sum(table.c.youths)).join(spoken, is_latest).group_by(*told, *codes)


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
