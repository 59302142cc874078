"""How certain a share of a small group is: the score interval of Wilson, with room for the rounding of counts."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from queries.funnel_limits import WARNING


class Interval(NamedTuple):
    """Fractions between which the true share lies, 95 times in a hundred."""

    low: float
    high: float

    def holds(self, share: float) -> bool:
        return self.low <= share <= self.high


def wilson(count: float, others: float) -> Interval:
    """Of a share `count / (count + others)` of exact counts; nothing at all is known of a group of nobody."""
    every = count + others
    if every == 0:
        return Interval(0.0, 1.0)
    share, squared = count / every, WARNING**2
    middle = (share + squared / (2 * every)) / (1 + squared / every)
    away = WARNING * sqrt(share * (1 - share) / every + squared / (4 * every**2)) / (1 + squared / every)
    low = 0.0 if count == 0 else max(0.0, middle - away)
    return Interval(low, 1.0 if others == 0 else min(1.0, middle + away))


def of_rounded(count: int, others: int, base: int) -> Interval:
    """The widest that any true counts behind these rounded ones can give.

    A count that is rounded to a multiple of `base` is at most `base` - 1 off, up or down, and never below nobody. The
    lower limit falls with fewer in `count` and with more in `others`, so it is taken at the smallest `count` with the
    largest `others`; the upper limit the other way round.
    """
    off = base - 1
    return Interval(wilson(max(0, count - off), others + off).low, wilson(count + off, max(0, others - off)).high)
