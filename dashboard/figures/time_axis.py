"""Months along an axis of day numbers, as many names as fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from dashboard.i18n import _, short_month

_NAME_ROOM = 58.0
_STEPS = (1, 2, 3, 6, 12, 24)


class Months(NamedTuple):
    """First days of months as day numbers, and their names; the first and every January name the year."""

    starts: list[int]
    names: list[str]

    def ticks(self) -> dict[str, Any]:
        return {"tickmode": "array", "tickangle": 0, "tickvals": self.starts, "ticktext": self.names}


def months(first: int, last: int, pixels_a_day: float) -> Months:
    """Starting with the first month, or with January where only years fit."""
    start = date.fromordinal(first)
    step = next((many for many in _STEPS if many * 30.4 * pixels_a_day >= _NAME_ROOM), _STEPS[-1])
    origin = start.month if step < 12 else 1
    every = [day for day in _firsts(start, date.fromordinal(last)) if (day.month - origin) % step == 0]
    every = [day for day in every if step <= 12 or day.year % 2 == 0]
    names = [_name(day, with_year=day == every[0] or day.month <= step) for day in every]
    return Months([day.toordinal() for day in every], names)


def _firsts(start: date, end: date) -> Iterator[date]:
    day = start.replace(day=1)
    while day <= end:
        if day >= start:
            yield day
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _name(day: date, *, with_year: bool) -> str:
    return short_month(day) if with_year else _(f"dates.short_month.{day.month}")
