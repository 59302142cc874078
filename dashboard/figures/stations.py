"""A trajectory of steps on the calendar: the frozen plan above, what came of it below, a slanted line between.

Names, dates and judgements of the steps stand in cards under the figure; here are only their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.figures.stations_canvas import DISC, MONTHS, RIGHT, Canvas, Station, canvas_of
from dashboard.figures.stations_labels import labels
from dashboard.figures.time_axis import months
from dashboard.i18n import _, day

__all__ = ["Station", "stations"]


class Look(NamedTuple):
    """A disc is filled when the step is reached; a dashed ring is a forecast, a grey dotted one is cancelled."""

    fill: str
    edge: str
    ink: str
    dash: str


def stations(steps: Sequence[Station], today: date, *, height: int = 240, width: int = 1284) -> theme.Figure:
    """`width` is that of the card in which it is mostly seen: labels keep apart by it."""
    canvas = canvas_of(steps, today, height, width)
    if canvas is None:
        return theme.empty(height)
    layout = theme.layout(
        canvas.height,
        x=theme.hidden_axis(canvas.first, canvas.last),
        y=theme.hidden_axis(0, canvas.height),
        margin={"l": canvas.left, "r": RIGHT, "t": 0, "b": 0, "pad": 0},
        shapes=[*_calendar(canvas), *_rails(canvas), *_connectors(canvas), *_rings(canvas)],
        annotations=list(labels(canvas)),
    )
    return {"data": [_plan(canvas), _numbers(canvas)], "layout": layout}


def _look(step: Station) -> Look:
    colour = theme.LATE if step.status == "achter" else theme.MESSAGE
    if step.cancelled_on:
        return Look(theme.SURFACE, theme.CONTEXT, theme.QUIET_TEXT, "1px,3px")
    if step.done_on:
        return Look(colour, colour, theme.WHITE, "solid")
    return Look(theme.WHITE, colour, theme.LATE if step.status == "achter" else theme.TITLE, "4px,3px")


def _line(x0: float, x1: float, y0: float, y1: float, **line: Any) -> dict[str, Any]:
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below", "line": line}


def _calendar(canvas: Canvas) -> Iterator[dict[str, Any]]:
    top = canvas.height - 22
    for start in months(canvas.first, canvas.last, canvas.days).starts:
        colour = theme.LIGHT_CONTEXT if date.fromordinal(start).month == 1 else theme.GRID
        yield _line(start, start, MONTHS, top, color=colour, width=1)
    yield _line(canvas.today, canvas.today, MONTHS, top, color=theme.TODAY, width=2)


def _rails(canvas: Canvas) -> Iterator[dict[str, Any]]:
    """The plan to its last day; what is past as a thick line up to today, what is forecast as dots."""
    y = canvas.actual_y
    if canvas.plan:
        end = canvas.plan[-1].day.toordinal()
        yield _line(canvas.first, end, canvas.plan_y, canvas.plan_y, color="#696969", width=1.6)
    yield _line(canvas.first, canvas.today, y, y, color=theme.MESSAGE, width=6)
    last = max((stop.day for stop in canvas.stops), default=canvas.today)
    if last > canvas.today:
        yield _line(canvas.today, last, y, y, color=theme.MESSAGE, width=2, dash="2px,4px")


def _connectors(canvas: Canvas) -> Iterator[dict[str, Any]]:
    """The slant is the slip."""
    for (step, when, _lane), y in zip(canvas.stops, _heights(canvas), strict=True):
        late = step.status == "achter"
        look = {"color": theme.LATE if late else theme.CONTEXT, "width": 2 if late else 1}
        if step.plan_on and not step.cancelled_on:
            yield _line(step.plan_on.toordinal(), when, canvas.plan_y, y, **look)


def _heights(canvas: Canvas) -> list[float]:
    return [canvas.actual_y - (DISC + 1) * stop.lane for stop in canvas.stops]


def _rings(canvas: Canvas) -> Iterator[dict[str, Any]]:
    half = DISC / 2
    sides = {"x0": -half, "x1": half, "y0": -half, "y1": half, "xsizemode": "pixel", "ysizemode": "pixel"}
    for stop, y in zip(canvas.stops, _heights(canvas), strict=True):
        look = _look(stop.station)
        line = {"color": look.edge, "width": 2, "dash": look.dash}
        anchor = {"xanchor": stop.day, "yanchor": y, "layer": "between"}
        yield {"type": "circle", **sides, **anchor, "fillcolor": look.fill, "line": line}


def _plan(canvas: Canvas) -> theme.Trace:
    planned = [(when.toordinal(), stop.station.label) for stop in canvas.stops if (when := stop.station.plan_on)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [when for when, _label in planned],
        "y": [canvas.plan_y] * len(planned),
        "marker": {"size": 10, "color": theme.WHITE, "line": {"color": "#696969", "width": 2}},
        "hoverinfo": "text",
        "hovertext": [f"{theme.plain(label)}: {_planned(when)}" for when, label in planned],
    }


def _planned(when: int) -> str:
    return _("figures.stations.planned", day=day(date.fromordinal(when)))


def _numbers(canvas: Canvas) -> theme.Trace:
    """The numbers on the discs; they carry what a pointer or a click needs."""
    steps = [stop.station for stop in canvas.stops]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [stop.day for stop in canvas.stops],
        "y": _heights(canvas),
        "text": [step.number for step in steps],
        "textfont": {"size": 14, "weight": 700, "color": [_look(step).ink for step in steps]},
        "marker": {"size": DISC, "opacity": 0},
        "customdata": [step.number for step in steps],
        "hoverinfo": "text",
        "hovertext": [_words(step) for step in steps],
    }


def _words(step: Station) -> str:
    when = step.stands_on
    kind = "cancelled" if step.cancelled_on else "done" if step.done_on else "forecast"
    state = _(f"figures.stations.{kind}", day=day(when)) if when else ""
    late = f", {_('figures.stations.late', n=step.late_days)}" if step.late_days and step.late_days > 0 else ""
    return f"<b>{step.number}. {theme.plain(step.label)}</b><br>{state}{late}"
