"""First days of months, without date functions of a database."""

from __future__ import annotations

from datetime import date

MONTHS_IN_QUARTER = 3


def months_before(day: date, months: int) -> date:
    """The first day of the month that lies `months` earlier, or later when negative."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def month_before(day: date) -> date:
    return months_before(day, 1)


def months_from(first: date, until: date) -> list[date]:
    """The months that begin on or after the first day of one month and before that of another."""
    return [months_before(first, -number) for number in range(months_between(first, until))]


def months_between(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def quarter_of(day: date) -> date:
    """The first day of the quarter in which a day lies."""
    return months_before(day, (day.month - 1) % MONTHS_IN_QUARTER)
