"""Limits of an XmR chart: what chance explains, from the moving range of the points themselves.

Wheeler's rules: a point outside the natural process limits, eight in a row on one side of the mean, six in a row that
rise or fall. Counts were rounded before they are shown. What that adds to the noise is in the moving range already, but
where most values round to the same the limits are never narrower than rounding alone can move a value, and a value that
rounding may have brought to its side of the mean is on no side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from math import sqrt
from typing import Final, Literal, NamedTuple, TypeVar

FEWEST_POINTS: Final = 8
ON_ONE_SIDE: Final = 8
IN_ONE_DIRECTION: Final = 6
_SPREAD: Final = 2.66

Kind = Literal["above", "below", "rising", "falling"]
Value = TypeVar("Value")


class Run(NamedTuple):
    """Points in a row, by index; `last` is in it."""

    kind: Kind
    first: int
    last: int


class Limits(NamedTuple):
    """`signals` are the indexes of points outside the limits, `runs` are points in a row that chance does not give."""

    mean: float
    lower: float
    upper: float
    signals: tuple[int, ...] = ()
    runs: tuple[Run, ...] = ()


def limits(
    values: Sequence[float | None], *, off: float = 0, first: int | None = None, window: int = 1
) -> Limits | None:
    """None with fewer than eight points. With `first` only so many values set the limits.

    A shown value may be `off` from the true one. A gap breaks the moving range and every run. `window` is over how many
    periods each value is taken together: neighbours then share all of these but one, so they differ less than chance
    makes them differ, by the root of that number, and in a row they are alike by that alone.
    """
    chosen = values[:first]
    known = [value for value in chosen if value is not None]
    if len(known) < FEWEST_POINTS:
        return None
    ranges = [abs(late - early) for early, late in pairwise(chosen) if early is not None and late is not None]
    mean = sum(known) / len(known)
    away = max(off, _SPREAD * sqrt(window) * sum(ranges) / max(len(ranges), 1))
    lower, upper = max(0.0, mean - away), mean + away
    runs = tuple(_runs(values, mean, off)) if window == 1 else ()
    return Limits(mean, lower, upper, tuple(_outside(values, lower, upper)), runs)


def _outside(values: Sequence[float | None], lower: float, upper: float) -> Iterator[int]:
    return (at for at, value in enumerate(values) if value is not None and not lower <= value <= upper)


def _runs(values: Sequence[float | None], mean: float, off: float) -> Iterator[Run]:
    yield from _in_a_row(values, lambda value: _side(value, mean, off), ON_ONE_SIDE)
    steps = [_step(early, late) for early, late in pairwise(values)]
    for run in _in_a_row(steps, lambda step: step, IN_ONE_DIRECTION - 1):
        yield run._replace(last=run.last + 1)


def _side(value: float | None, mean: float, off: float) -> Kind | None:
    if value is None or abs(value - mean) <= off:
        return None
    return "above" if value > mean else "below"


def _step(early: float | None, late: float | None) -> Kind | None:
    """Five steps of rounded counts in one direction are further than rounding alone can bring them."""
    if early is None or late is None or early == late:
        return None
    return "rising" if late > early else "falling"


def _in_a_row(values: Sequence[Value], kind_of: Callable[[Value], Kind | None], fewest: int) -> Iterator[Run]:
    at = 0
    for kind, alike in groupby(values, key=kind_of):
        length = sum(1 for _ in alike)
        if kind is not None and length >= fewest:
            yield Run(kind, at, at + length - 1)
        at += length
