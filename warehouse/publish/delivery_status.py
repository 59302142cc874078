"""Which deliveries were expected of each region, which came, and which of those the ministry approved, when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select

from warehouse.publish.approved import Delivery, Receipt
from warehouse.schema import lists
from warehouse.schema.calendar import months_before


@dataclass(frozen=True)
class Rhythm:
    months: int
    due_days: int


def rhythms(connection: Connection) -> dict[str, Rhythm]:
    return {row.code: Rhythm(row.months, row.due_days) for row in connection.execute(select(lists.rhythm))}


def rows(
    deliveries: Sequence[Delivery], receipts: Iterable[Receipt], rhythm_of: Mapping[str, Rhythm], until: date
) -> Iterator[dict[str, Any]]:
    """One row per region and expected date up to `until`, for regions of which a delivery was approved.

    A delivery that did not come has no `received_on`; one that came and waits for approval has no `approved_on`.
    What is expected follows from approved `deliveries` alone: a workbook of a wrong date makes nothing late.
    """
    received = {(receipt.region_code, receipt.reference_date): receipt.received_on for receipt in receipts}
    in_order = sorted(deliveries, key=lambda found: (found.region_code, found.reference_date, found.version))
    for region, own in groupby(in_order, key=lambda found: found.region_code):
        by_day = {day: list(found) for day, found in groupby(own, key=lambda found: found.reference_date)}
        for day, rhythm in _expected(by_day, rhythm_of, until):
            due_on = day + timedelta(days=rhythm.due_days)
            yield {
                "region_code": region,
                "reference_date": day,
                "due_on": due_on,
                "received_on": received.get((region, day)),
                **_approval(by_day.get(day, [])),
            }


def participation(newest: Mapping[str, Delivery], since: Mapping[str, date]) -> Iterator[dict[str, Any]]:
    """`since` is the first date of each region's history, which may lie before its first delivery."""
    for region, delivery in newest.items():
        yield {"region_code": region, "rhythm_code": delivery.rhythm_code, "since_on": since[region]}


def _expected(
    by_day: Mapping[date, list[Delivery]], rhythm_of: Mapping[str, Rhythm], until: date
) -> Iterator[tuple[date, Rhythm]]:
    """Steps from the first delivery on by the rhythm that the last one named; an extra delivery starts anew."""
    day, rhythm = min(by_day), rhythm_of[by_day[min(by_day)][-1].rhythm_code]
    while day <= until:
        if day in by_day:
            rhythm = rhythm_of[by_day[day][-1].rhythm_code]
        yield day, rhythm
        following = months_before(day, -rhythm.months)
        day = min((extra for extra in by_day if day < extra < following), default=following)


def _approval(versions: Sequence[Delivery]) -> dict[str, Any]:
    """Of the newest version that was approved; a correction that waits shows nothing of itself."""
    newest = versions[-1] if versions else None
    return {
        "approved_on": newest and newest.approved_on,
        "version": newest and newest.version,
        "correction_reason": newest and newest.correction_reason,
    }
