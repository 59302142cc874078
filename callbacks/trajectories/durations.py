"""The median number of days before a step forward, from the classes in which days are counted."""

from __future__ import annotations

from callbacks.trajectories.here import Here
from dashboard.figures.medians import Class, median_days
from dashboard.i18n import _
from dashboard.printed import SMALLEST_GROUP
from queries.trajectories import STEPS_BY_DURATION
from warehouse.reference import Row, rows


def median_of(here: Here, progress: str, place: str | None = None) -> float | None:
    """None when too few young people took the step."""
    youths = here.figures(STEPS_BY_DURATION, here.quarter, place).youths
    classes = [_class(row, youths.get((progress, row["code"]), 0)) for row in rows("duration")]
    return median_days(classes) if sum(one.youths for one in classes) >= SMALLEST_GROUP else None


def _class(row: Row, youths: int) -> Class:
    until = int(row["to_days"]) if row["to_days"] else None
    return Class(int(row["from_days"]), until, youths)


def days(median: float | None) -> str:
    """23 dagen, or that it is more than the last class tells; empty when it cannot be said."""
    if median is None:
        return ""
    longest = max(int(row["from_days"]) for row in rows("duration"))
    key = "trajectories.days_or_more" if median >= longest else "trajectories.days"
    return _(key, n=round(median))
