"""Which region delivered which reference date, and when. No contents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.reader import Publication, Reader
from warehouse.schema import published


@dataclass(frozen=True)
class Delivery:
    """An expected delivery; `received_on` is None while it is not there, `correction_reason` set when it was redone."""

    region_code: str
    reference_date: date
    due_on: date
    received_on: date | None
    approved_on: date | None
    version: int | None
    correction_reason: str | None
    first_publication: int
    last_publication: int | None

    @property
    def is_waiting(self) -> bool:
        """It came in, and the ministry has not approved it yet."""
        return self.received_on is not None and self.approved_on is None

    @property
    def is_on_time(self) -> bool:
        return self.received_on is not None and self.received_on <= self.due_on


def deliveries(reader: Reader, since: Publication | None = None) -> list[Delivery]:
    """Every delivery that was expected up to this publication, the newest reference date first.

    With `since` also what was told differently then, the oldest telling first.
    """
    table = published.delivery_status
    columns = [table.c[name] for name in Delivery.__dataclass_fields__]
    statement = reader.visible(table, since).with_only_columns(*columns)
    in_order = statement.order_by(table.c.reference_date.desc(), table.c.region_code, table.c.first_publication)
    return [Delivery(*row) for row in reader.rows(in_order)]
