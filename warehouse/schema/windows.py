"""Counts of which months are added up before they are published, and how long before the date these end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from warehouse.schema.calendar import months_before


class Window(NamedTuple):
    """So many `months`, up to the month that begins `lag` months and one before the date."""

    months: int
    lag: int = 0

    def days_behind(self, day: date) -> list[date]:
        return [months_before(day, back) for back in range(1 + self.lag, 1 + self.lag + self.months)]


WINDOWS: Final[Mapping[str, Window]] = {
    "exit_count": Window(12),
    "intake_count": Window(12),
    "turning_18": Window(12, lag=3),
    "step_age": Window(12),
    "step_duration": Window(12),
}
