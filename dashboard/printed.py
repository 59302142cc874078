"""How protected numbers of young people are printed, small counts and small groups not spelled out; and names."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.i18n import _, number, signed

SMALL_COUNT = 10
SMALLEST_GROUP = 50
LOWEST, HIGHEST = 5, 95


def count(value: int) -> str:
    """1.234, 0, or < 10."""
    return f"< {SMALL_COUNT}" if 0 < value < SMALL_COUNT else number(value)


def youths(value: int) -> str:
    """640 jongeren, or minder dan 10 jongeren."""
    key = "printed.few_youths" if 0 < value < SMALL_COUNT else "printed.youths"
    return _(key, n=value, count=number(value))


def share_of(numerator: int, denominator: int) -> float | None:
    """Percentage of protected numbers; None when the group is too small for one."""
    return 100 * numerator / denominator if denominator >= SMALLEST_GROUP else None


def percentage(share: float | None) -> str | None:
    """61%, ≤ 5% or ≥ 95%; None when there is none."""
    if share is None:
        return None
    whole = round(share)
    if whole <= LOWEST:
        return f"≤ {LOWEST}%"
    return f"≥ {HIGHEST}%" if whole >= HIGHEST else f"{whole}%"


def points(difference: float) -> str:
    """−3 punt: a difference of two percentages."""
    return _("printed.points", n=abs(round(difference)), count=signed(round(difference)))


def names(those: Sequence[str]) -> str:
    """Twente, Zeeland en Drenthe; empty when there are none."""
    *before, last = those or ("",)
    return _("printed.and", before=", ".join(before), last=last) if before else last
