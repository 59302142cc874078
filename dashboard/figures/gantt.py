"""Rows of a plan on one calendar, as data URIs of SVG: the frozen plan as a thin line, what is done as a bar, what is
expected as an outline, today as one line through all rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.figures import theme
from dashboard.figures.time_axis import Months, months

WIDTH: Final = 1000
HEIGHT: Final = 24
PLAN_Y, BAR_Y, BAR, ESTIMATE_Y = 6.0, 10.5, 8.5, 21.5
PAST: Final = "#5f97bd"
_PIXELS: Final = 560.0  # of the column in which it mostly stands: months are named by it
_ENCODED: Final = str.maketrans({"<": "%3C", ">": "%3E", "#": "%23", " ": "%20"})
_HATCH: Final = (
    f"<pattern id='h' width='7' height='7' patternUnits='userSpaceOnUse'>"
    f"<path d='M-1,8L8,-1M-1,-1L8,8' stroke='{theme.CONTEXT}'/></pattern>"
)


@dataclass(frozen=True, slots=True)
class Scale:
    """From the first day to the last; places are parts of a hundred of the width."""

    first: date
    last: date
    today: date

    def place(self, day: date) -> float:
        return 100 * (day - self.first).days / max((self.last - self.first).days, 1)

    def months(self) -> Months:
        days = (self.last - self.first).days
        return months(self.first.toordinal(), self.last.toordinal(), _PIXELS / max(days, 1))


@dataclass(frozen=True, slots=True)
class Strip:
    """One row. `planned` are the days of the frozen plan, the first one its start; `reached` those on which steps were
    done, `expected` those of the steps to come; `late_on` is the day of the plan from which it is `late_status`.

    The bar begins on `begins_on`, or where the plan does. `estimate` are the days by which it is reached in half and in
    85 of a hundred cases. Where what was done is `unknown` nothing is told of it.
    """

    planned: Sequence[date]
    reached: Sequence[date] = ()
    expected: Sequence[date] = ()
    late_on: date | None = None
    late_status: str = "op_koers"
    begins_on: date | None = None
    estimate: tuple[date, date] | None = None
    unknown: bool = False

    @property
    def start(self) -> date:
        return self.begins_on or self.planned[0]

    @property
    def is_over(self) -> bool:
        return not self.expected


def strip(row: Strip, scale: Scale) -> str:
    """Drawn on a width of 1000, for an image that is stretched to the width of its column."""
    parts = "".join([*_grid(scale), *_plan(row, scale), *_done(row, scale), *_to_come(row, scale), *_today(scale)])
    head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' preserveAspectRatio='none'>"
    return f"data:image/svg+xml,{f'{head}{parts}</svg>'.translate(_ENCODED)}"


def _x(day: date, scale: Scale) -> int:
    return round(scale.place(day) * WIDTH / 100)


def _line(x0: float, y0: float, x1: float, y1: float, colour: str, width: float) -> str:
    look = f"stroke='{colour}' stroke-width='{width}' vector-effect='non-scaling-stroke'"
    return f"<path d='M{x0:g},{y0:g}L{x1:g},{y1:g}' {look}/>"


def _box(x0: float, x1: float, fill: str, more: str = "") -> str:
    return f"<rect x='{x0:g}' y='{BAR_Y}' width='{max(x1 - x0, 1):g}' height='{BAR}' fill='{fill}'{more}/>"


def _grid(scale: Scale) -> Iterator[str]:
    for start in scale.months().starts:
        x = _x(date.fromordinal(start), scale)
        yield _line(x, 0, x, HEIGHT, theme.GRID, 1)


def _plan(row: Strip, scale: Scale) -> Iterator[str]:
    places = [_x(day, scale) for day in row.planned]
    yield _line(places[0], PLAN_Y, places[-1], PLAN_Y, theme.QUIET_TEXT, 1.2)
    if row.late_on:
        colour = theme.LATE if row.late_status == "achter" else theme.SIGNAL
        yield _line(_x(row.late_on, scale), PLAN_Y, _x(scale.today, scale), PLAN_Y, colour, 3.5)
    for place in places[1:]:
        yield _line(place, PLAN_Y - 3.5, place, PLAN_Y + 3.5, theme.QUIET_TEXT, 1.4)


def _done(row: Strip, scale: Scale) -> Iterator[str]:
    start, today = _x(row.start, scale), _x(scale.today, scale)
    if row.unknown:
        look = f" stroke='{theme.CONTEXT}' vector-effect='non-scaling-stroke'"
        yield _HATCH + _box(start, today, theme.WHITE) + _box(start, today, "url(#h)", look)
        return
    reached = [_x(day, scale) for day in row.reached]
    end = max(reached, default=start) if row.is_over else today
    if end > start:
        yield _box(start, end, PAST if row.is_over else theme.MESSAGE)
    for place in reached:
        if place < end:
            yield _line(place, BAR_Y, place, BAR_Y + BAR, theme.WHITE, 2)


def _to_come(row: Strip, scale: Scale) -> Iterator[str]:
    """One box for each step: what was expected before today comes now."""
    start = max(_x(scale.today, scale), _x(row.start, scale))
    look = f" stroke='{theme.MESSAGE}' stroke-width='1.4' vector-effect='non-scaling-stroke'"
    for day in () if row.unknown else sorted(row.expected):
        end = max(_x(day, scale), start)
        yield _box(start, end, theme.WHITE, look)
        start = end
    if row.estimate:
        first, last = (_x(day, scale) for day in row.estimate)
        yield _line(first, ESTIMATE_Y, max(last, first + 3), ESTIMATE_Y, theme.EVENT, 2.5)


def _today(scale: Scale) -> Iterator[str]:
    x = _x(scale.today, scale)
    yield _line(x, 0, x, HEIGHT, theme.TODAY, 2)
