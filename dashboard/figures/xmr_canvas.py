"""How the room of an XmR chart is divided between its plot, the names of its limits and its events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from dashboard import printed
from dashboard.figures import theme
from dashboard.figures.control_limits import Limits
from dashboard.figures.measure import text_width, ticks_to
from dashboard.i18n import _, number

MONTHS: Final = 28
SIDE: Final = 8
_NARROW = 480


class Point(NamedTuple):
    """A month, or another period, by its first day; a value of None is a gap in the line."""

    on: date
    value: float | None


class Event(NamedTuple):
    on: date
    label: str


class Canvas(NamedTuple):
    """Pixels of the drawing: `left` and `right` are margins, `strip` is the room for events under the axis."""

    points: Sequence[Point]
    bounds: Limits | None
    ticks: list[float]
    first: int
    last: int
    width: int
    height: int
    left: float
    right: float
    strip: int
    top: int
    percent: bool = False

    def said(self, value: float) -> str:
        """As the value of a point may be printed."""
        return printed.percentage(value) or "" if self.percent else theme.under_ten(value)

    def numbered(self, value: float) -> str:
        """For ticks and limits, which are no value of anyone."""
        return f"{number(value)}%" if self.percent else number(value)

    @property
    def narrow(self) -> bool:
        """No room for names beside the plot."""
        return self.width < _NARROW

    @property
    def days(self) -> float:
        """Pixels of one day."""
        return (self.width - self.left - self.right - 2 * SIDE) / max(self.last - self.first, 1)

    @property
    def unit(self) -> float:
        """Pixels of one unit of the measure."""
        return (self.height - self.top - MONTHS - self.strip) / self.ticks[-1]


def canvas_of(
    points: Sequence[Point], bounds: Limits | None, height: int, width: int, *, percent: bool = False
) -> Canvas:
    most = max(point.value for point in points if point.value is not None)
    highest = max(most, bounds.upper if bounds else 0.0, 1.0) * 1.02
    ticks = ticks_to(min(highest, 100.0) if percent else highest)
    first, last = points[0].on.toordinal(), points[-1].on.toordinal()
    left = text_width(number(ticks[-1]) + "%" * percent) + 12
    names = [limit_name(kind, number(value) + "%" * percent) for kind, value in shown_limits(bounds)]
    right = 0.0 if width < _NARROW else max((text_width(name, bold=True) for name in names), default=0.0)
    top = (46 if bounds and bounds.signals else 22) + (18 if bounds and width < _NARROW else 0)
    sides = max(left, 28.0), max(right + 14, 24.0)
    return Canvas(points, bounds, ticks, first, last, width, height, *sides, 0, top, percent)


def shown_limits(bounds: Limits | None) -> Iterator[tuple[str, float]]:
    """A lower limit of zero says nothing: fewer than none cannot be."""
    if bounds:
        yield "upper", bounds.upper
        yield "mean", bounds.mean
        if bounds.lower > 0:
            yield "lower", bounds.lower


def limit_name(kind: str, value: str) -> str:
    return _(f"figures.xmr.{kind}", value=value)
