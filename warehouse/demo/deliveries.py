"""Which workbooks come in between one publication and the next, when, and who approves them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from warehouse.demo import tables
from warehouse.demo.calendar import Round
from warehouse.demo.lives import Life, lives
from warehouse.demo.workbooks import mistake_of
from warehouse.reference import Row

HOUR_OF_ARRIVAL = 9
RECEIVED_BY = "postvak"


@dataclass(frozen=True)
class Arrival:
    """One workbook: a second version replaces the first one of the same reference date."""

    region_code: str
    reference_date: date
    version: int
    received_on: date

    @property
    def file_name(self) -> str:
        return f"{self.region_code}.xlsx" if self.version == 1 else f"{self.region_code}-versie-{self.version}.xlsx"

    @property
    def received_at(self) -> datetime:
        return datetime.combine(self.received_on, time(HOUR_OF_ARRIVAL))


@dataclass(frozen=True)
class Approval:
    level: str
    approved_by: str
    approved_at: datetime


def arrivals(round_: Round, earlier: Round | None) -> list[Arrival]:
    """In the order in which they come in: those of the round's reference date, and corrections of older ones."""
    found = [_regular(life, round_.reference_date) for life in lives().values() if life.last >= round_.reference_date]
    return sorted(found + _corrections(round_, earlier), key=lambda arrival: (arrival.received_on, arrival.region_code))


def _regular(life: Life, reference_date: date) -> Arrival:
    return Arrival(life.code, reference_date, 1, reference_date + timedelta(days=life.received_days))


def _corrections(round_: Round, earlier: Round | None) -> list[Arrival]:
    if earlier is None:
        return []
    found = []
    for row in tables.rows("corrections"):
        region_code, reference_date = row["region"], date.fromisoformat(row["reference_date"])
        mistake = mistake_of(region_code, reference_date)
        if mistake and earlier.published_at.date() < mistake.received_on <= round_.published_at.date():
            found.append(Arrival(region_code, reference_date, 2, mistake.received_on))
    return found


def approvals(arrival: Arrival, round_: Round) -> list[Approval]:
    """All levels, one after the other, before the publication."""
    return [
        Approval(row["level"], row["approved_by"], min(_approved_at(row, arrival), round_.published_at))
        for row in tables.rows("approvals")
    ]


def _approved_at(row: Row, arrival: Arrival) -> datetime:
    day = arrival.received_on + timedelta(days=int(row["days_later"]))
    return datetime.combine(day, time(int(row["hour"])))
