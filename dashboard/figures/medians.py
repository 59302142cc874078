"""Where the middle and the last tenth lie of young people of whom only the class of a duration is known."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple


class Class(NamedTuple):
    """From so many days up to so many; `until` is None for the class without an end."""

    start: int
    until: int | None
    youths: int


def median_days(classes: Sequence[Class]) -> float | None:
    """As if everyone in a class is spread evenly over it; the start of the class without an end when it lies there.

    None when there is nobody. The classes stand in order and follow each other.
    """
    half = sum(one.youths for one in classes) / 2
    if not half:
        return None
    for one, reached in zip(classes, accumulate(one.youths for one in classes), strict=True):
        if reached >= half and one.youths:
            if one.until is None:
                return float(one.start)
            return one.start + (one.until - one.start) * (half - (reached - one.youths)) / one.youths
    return None


def class_within(classes: Sequence[Class], share: float) -> Class | None:
    """The class in which so much of all, from 0 to 1, is reached; None when there is nobody."""
    wanted = share * sum(one.youths for one in classes)
    reached = accumulate(one.youths for one in classes)
    return next((one for one, sofar in zip(classes, reached, strict=True) if wanted and sofar >= wanted), None)
