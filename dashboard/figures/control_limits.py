"""Limits of an XmR chart: what chance explains, from the moving range of the points themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

FEWEST_POINTS: Final = 12
_SPREAD: Final = 2.66


class Limits(NamedTuple):
    """`signals` are the indexes of points outside the limits.

    A run on one side of the mean is no signal here: rounded counts often stay a little above or below it.
    """

    mean: float
    lower: float
    upper: float
    signals: tuple[int, ...]


def limits(values: Sequence[float | None], base: int | None = None) -> Limits | None:
    """None with fewer than twelve points. With `base` only the first so many values set the limits.

    A gap breaks the moving range.
    """
    chosen = values[:base]
    known = [value for value in chosen if value is not None]
    if len(known) < FEWEST_POINTS:
        return None
    ranges = [abs(late - early) for early, late in pairwise(chosen) if early is not None and late is not None]
    mean = sum(known) / len(known)
    away = _SPREAD * sum(ranges) / max(len(ranges), 1)
    lower, upper = max(0.0, mean - away), mean + away
    return Limits(mean, lower, upper, tuple(_outside(values, lower, upper)))


def _outside(values: Sequence[float | None], lower: float, upper: float) -> Iterator[int]:
    return (at for at, value in enumerate(values) if value is not None and not lower <= value <= upper)
