"""Limits of a funnel plot: how far the share of a region may be from that of all, by chance alone.

A share lies within a limit when the Wilson interval of that confidence around it holds the share of all: that is when
it is at most z standard errors away, with the error computed from the share of all. Rounding adds its own variance, and
when regions differ more than both explain together (overdispersion), the limits widen by as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Final, NamedTuple

WARNING: Final = 1.959963984540054
ALARM: Final = 3.090232306167813
"""Standard errors on either side that hold 95 and 99.8 percent."""
FEWEST: Final = 5
_TAIL: Final = 0.1


class Rounding(NamedTuple):
    """Multiples of `base`; a numerator adds up so many rounded `parts`."""

    base: int
    parts: int

    def variance(self, centre: float, of: float) -> float:
        """Of a share. A count that is rounded up or down by chance varies by base squared over six, on average."""
        return (self.parts + centre**2) * self.base**2 / 6 / of**2


class Share(NamedTuple):
    """`numerator` of `denominator` young people; the denominator is above zero."""

    numerator: float
    denominator: float

    @property
    def value(self) -> float:
        return self.numerator / self.denominator


class Funnel(NamedTuple):
    """`centre` is the share of all; `wider` how many times the limits are wider than chance and rounding ask for.

    `regions` is from how many they are made.
    """

    centre: float
    rounding: Rounding
    wider: float
    regions: int = 0

    @classmethod
    def of(cls, shares: Sequence[Share], rounding: Rounding, every: Sequence[Share] = ()) -> Funnel | None:
        """None with fewer than five: then there is nothing to compare with. `every` has those too that are too small
        to be compared, so that the centre is a share that is told elsewhere."""
        if len(shares) < FEWEST:
            return None
        whole = every or shares
        centre = sum(share.numerator for share in whole) / sum(share.denominator for share in whole)
        bare = cls(centre, rounding, 1.0, len(shares))
        return bare._replace(wider=sqrt(max(1.0, _dispersion([bare.errors(share) for share in shares]))))

    def error(self, of: float) -> float:
        """The standard error of the share of so many young people."""
        return self.wider * sqrt(self.centre * (1 - self.centre) / of + self.rounding.variance(self.centre, of))

    def limits(self, of: float, errors: float) -> tuple[float, float]:
        """Between 0 and 1."""
        away = errors * self.error(of)
        return max(0.0, self.centre - away), min(1.0, self.centre + away)

    def errors(self, share: Share) -> float:
        """How many standard errors a share lies above the centre, negative below it; 0 when nothing varies."""
        error = self.error(share.denominator)
        return (share.value - self.centre) / error if error else 0.0

    def is_within(self, share: Share, errors: float = WARNING) -> bool:
        return abs(self.errors(share)) <= errors


def _dispersion(errors: Sequence[float]) -> float:
    """Mean square; the outer tenth on either side is brought in first, so that it is not the outliers that widen."""
    ordered = sorted(errors)
    aside = int(_TAIL * len(ordered))
    low, high = ordered[aside], ordered[-1 - aside]
    return sum(min(max(error, low), high) ** 2 for error in ordered) / len(ordered)
