"""How many days passed before a step forward, of half and of nine out of ten, from the classes of days."""

from __future__ import annotations

from callbacks.trajectories.here import Here
from dashboard.figures.medians import Class, class_within, median_days
from dashboard.i18n import _
from dashboard.printed import SMALLEST_GROUP
from queries.trajectories import STEPS_BY_DURATION
from warehouse.reference import Row, rows

NINE_OF_TEN = 0.9
# Then the last tenth is as many as one published number is rounded to.
FEWEST_FOR_A_TENTH = 2 * SMALLEST_GROUP


def median_of(here: Here, progress: str, place: str | None = None) -> float | None:
    """None when too few young people took the step."""
    classes = _classes(here, progress, place)
    return median_days(classes) if sum(one.youths for one in classes) >= SMALLEST_GROUP else None


def nine_of_ten(here: Here, progress: str, place: str | None = None) -> str:
    """Binnen 120 dagen: the end of a class, for it is not known where in it; empty when too few took the step."""
    classes = _classes(here, progress, place)
    found = class_within(classes, NINE_OF_TEN)
    if found is None or sum(one.youths for one in classes) < FEWEST_FOR_A_TENTH:
        return ""
    if found.until is None:
        return _("trajectories.days_or_more", n=found.start)
    return _("trajectories.days_within", n=found.until)


def _classes(here: Here, progress: str, place: str | None) -> list[Class]:
    youths = here.figures(STEPS_BY_DURATION, here.quarter, place).youths
    return [_class(row, youths.get((progress, row["code"]), 0)) for row in rows("duration")]


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
