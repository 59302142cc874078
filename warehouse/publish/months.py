"""Arithmetic with first days of months, which is how months stand in every table."""

from datetime import date


def months_later(month: date, months: int) -> date:
    """The first day of the month that lies so many months later, or earlier when negative."""
    years, index = divmod(month.year * 12 + month.month - 1 + months, 12)
    return date(years, index + 1, 1)
