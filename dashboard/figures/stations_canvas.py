"""Where the stations of a trajectory stand on the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Final, NamedTuple

from dashboard.figures.measure import rows, text_width
from dashboard.i18n import _

MONTHS: Final = 26.0
DISC: Final = 25.0
DAY_NAME: Final = 15.0
TODAY_NAME: Final = 24.0
RIGHT: Final = 10.0
_BETWEEN = 62.0
_EDGE = 18.0
_NARROW = 640
_NAMES = 150.0


class Station(NamedTuple):
    """One step. `baseline_on` is the frozen plan, `planned_on` the plan of today; late in days against the baseline."""

    number: str
    label: str
    baseline_on: date | None
    planned_on: date | None
    forecast_on: date | None
    done_on: date | None
    cancelled_on: date | None
    late_days: int | None
    status: str

    @property
    def plan_on(self) -> date | None:
        return self.baseline_on or self.planned_on

    @property
    def stands_on(self) -> date | None:
        return self.cancelled_on or self.done_on or self.forecast_on or self.planned_on


class Stop(NamedTuple):
    """A station at its day; stations on nearly the same day stand in lanes under each other."""

    station: Station
    day: int
    lane: int


class PlanDay(NamedTuple):
    """A day of the plan; names of days that are close stand in lanes over each other."""

    day: date
    name: str
    lane: int


class Canvas(NamedTuple):
    stops: tuple[Stop, ...]
    plan: tuple[PlanDay, ...]
    today: int
    first: int
    last: int
    width: int
    height: int

    @property
    def narrow(self) -> bool:
        """No room for the names of the rows beside them."""
        return self.width < _NARROW

    @property
    def left(self) -> float:
        return 6.0 if self.narrow else _NAMES

    @property
    def days(self) -> float:
        """Pixels of one day."""
        return (self.width - self.left - RIGHT) / (self.last - self.first)

    @property
    def lowest_y(self) -> float:
        return MONTHS + DISC / 2 + (24 if self.narrow else 8) + self._spare * 0.3

    @property
    def actual_y(self) -> float:
        return self.lowest_y + (DISC + 1) * max(stop.lane for stop in self.stops)

    @property
    def plan_y(self) -> float:
        return self.actual_y + _BETWEEN + self._spare * 0.4

    @property
    def least_height(self) -> float:
        lanes = (DISC + 1) * max(stop.lane for stop in self.stops)
        names = DAY_NAME * (1 + max((plan.lane for plan in self.plan), default=0))
        low, high = (24, 20) if self.narrow else (8, 0)
        return MONTHS + DISC / 2 + low + lanes + _BETWEEN + 8 + names + high + TODAY_NAME

    @property
    def _spare(self) -> float:
        return self.height - self.least_height


def canvas_of(stations: Sequence[Station], today: date, height: int, width: int) -> Canvas | None:
    """None when no station has a date. The height grows when stations or days of the plan stand in lanes."""
    days = [day.toordinal() for station in stations for day in (station.plan_on, station.stands_on) if day]
    if not days:
        return None
    first, last = min(*days, today.toordinal()), max(*days, today.toordinal())
    bare = Canvas((), (), today.toordinal(), first, last, width, height)
    edge = max(8, ceil(_EDGE * (last - first) / (width - bare.left - RIGHT - 2 * _EDGE)))
    bare = bare._replace(first=first - edge, last=last + edge)
    canvas = bare._replace(stops=_stops(bare, stations), plan=_plan(bare, stations))
    return canvas._replace(height=max(height, ceil(canvas.least_height)))


def _stops(canvas: Canvas, stations: Sequence[Station]) -> tuple[Stop, ...]:
    dated = sorted(((day, station) for station in stations if (day := station.stands_on)), key=lambda pair: pair[0])
    places = [(day.toordinal() - canvas.first) * canvas.days for day, _station in dated]
    lanes = rows([(place - DISC / 2, place + DISC / 2) for place in places], 2)
    return tuple(Stop(station, day.toordinal(), lane) for (day, station), lane in zip(dated, lanes, strict=True))


def _plan(canvas: Canvas, stations: Sequence[Station]) -> tuple[PlanDay, ...]:
    days = sorted({day for station in stations if (day := station.plan_on)})
    spans = []
    for day in days:
        middle, half = (day.toordinal() - canvas.first) * canvas.days, text_width(day_name(day), 12.5) / 2
        spans.append((middle - half, middle + half))
    return tuple(PlanDay(day, day_name(day), lane) for day, lane in zip(days, rows(spans, 4), strict=True))


def day_name(day: date) -> str:
    """21 nov."""
    return f"{day.day} {_(f'dates.short_month.{day.month}')}"
