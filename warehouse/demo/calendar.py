"""Months and rounds of the demonstration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from warehouse.schema.calendar import months_before, months_from

FIRST = date(2024, 12, 1)
LAST = date(2026, 11, 1)


@dataclass(frozen=True)
class Round:
    """One publication: the workbooks of one reference date, and when they were published."""

    number: int
    reference_date: date
    published_at: datetime


def rounds() -> list[Round]:
    """The four publications of the demonstration, oldest first."""
    moments = [(8, 20), (9, 18), (10, 16), (11, 18)]
    return [
        Round(number, date(2026, month, 1), datetime(2026, month, day, 12))  # noqa: DTZ001  # stored without a zone
        for number, (month, day) in enumerate(moments)
    ]


def round_of(day: date) -> Round:
    """The round in which something that was known on a day is published; StopIteration after the last one."""
    return next(found for found in rounds() if day <= found.reference_date)


def later(month: date, months: int) -> date:
    """The first day of the month so many months later (or earlier, when negative)."""
    return months_before(month, -months)


def months(first: date, last: date) -> list[date]:
    """The first days of all months from `first` up to and including `last`."""
    return months_from(first, later(last, 1))


def workday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
