"""Is this month different: a line with the limits of chance; only what lies outside them stands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.control_limits import FEWEST_POINTS, Limits, limits
from dashboard.figures.time_axis import months
from dashboard.figures.xmr_canvas import MONTHS, SIDE, Canvas, Event, Point, canvas_of, shown_limits
from dashboard.figures.xmr_events import event_labels, hang, room_for, stems
from dashboard.figures.xmr_labels import limit_labels, signal_labels
from dashboard.i18n import _, month

__all__ = ["Event", "Limits", "Point", "limits", "xmr"]


def xmr(
    points: Sequence[Point],
    bounds: Limits | None,
    events: Sequence[Event] = (),
    *,
    height: int = 260,
    width: int = 860,
    percent: bool = False,
) -> theme.Figure:
    """`width` is that of the card in which it is mostly seen: labels keep apart by it."""
    if not any(point.value is not None for point in points):
        return theme.empty(height)
    bare = canvas_of(points, bounds, height, width, percent=percent)
    hung = hang(bare, events)
    canvas = bare._replace(strip=room_for(hung))
    data = [*stems(canvas, hung), *_line(canvas), *_signals(canvas)]
    notes = [*limit_labels(canvas), *signal_labels(canvas), *event_labels(canvas, hung), *_without_limits(canvas)]
    return {"data": data, "layout": _layout(canvas, notes)}


def _layout(canvas: Canvas, notes: list[theme.Annotation]) -> dict[str, Any]:
    low, high = -canvas.strip / canvas.unit, canvas.ticks[-1] + canvas.top / canvas.unit
    names = {"tickvals": canvas.ticks, "ticktext": [canvas.numbered(tick) for tick in canvas.ticks]}
    quiet = {"fixedrange": True, "zeroline": False, "tickfont": {"color": theme.QUIET_TEXT}}
    side = SIDE / canvas.days
    across = {
        "range": [canvas.first - side, canvas.last + side],
        "showgrid": False,
        "ticks": "",
        "ticklabelstandoff": 5,
        **quiet,
    }
    upward = {"range": [low, high], "gridcolor": theme.GRID, "ticklabelstandoff": 4, **names, **quiet}
    return theme.layout(
        canvas.height,
        x={**across, **months(canvas.first, canvas.last, canvas.days).ticks()},
        y=upward,
        margin={"l": canvas.left, "r": canvas.right, "t": 0, "b": MONTHS, "pad": 0},
        shapes=list(_shapes(canvas)),
        annotations=notes,
    )


def _shapes(canvas: Canvas) -> Iterator[dict[str, Any]]:
    """Band and limits run the whole width; the axis stands at zero, over the events."""
    whole = {"xref": "paper", "x0": 0, "x1": 1, "layer": "below"}
    if canvas.bounds:
        ends = {"y0": canvas.bounds.lower, "y1": canvas.bounds.upper}
        yield {"type": "rect", **whole, **ends, "fillcolor": theme.BAND, "line": {"width": 0}}
    for kind, value in shown_limits(canvas.bounds):
        colour, dash = (theme.MESSAGE, "solid") if kind == "mean" else (theme.QUIET_TEXT, "4px,3px")
        line = {"color": colour, "width": 1.2, "dash": dash}
        yield {"type": "line", **whole, "y0": value, "y1": value, "line": line}
    yield {"type": "line", **whole, "y0": 0, "y1": 0, "line": {"color": theme.CONTEXT, "width": 1.2}}


def _without_limits(canvas: Canvas) -> Iterator[theme.Annotation]:
    if canvas.bounds is None:
        text = theme.styled(_("figures.xmr.none", n=FEWEST_POINTS), size=12.5, colour=theme.QUIET_TEXT)
        place = {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "top"}
        yield theme.note(text, 1, 1, **place)


def _line(canvas: Canvas) -> Iterator[theme.Trace]:
    yield {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [point.on.toordinal() for point in canvas.points],
        "y": [point.value for point in canvas.points],
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": "#696969", "width": 1.8},
        "marker": {
            "size": 7,
            "symbol": ["diamond-open" if _is_small(canvas, point) else "circle" for point in canvas.points],
            "color": [theme.QUIET_TEXT if _is_small(canvas, point) else theme.WHITE for point in canvas.points],
            "line": {"color": theme.QUIET_TEXT, "width": 1.5},
        },
        "hoverinfo": "text",
        "hovertext": ["" if point.value is None else _words(canvas, point) for point in canvas.points],
    }


def _is_small(canvas: Canvas, point: Point) -> bool:
    """A count that is printed as < 10: its place on the line is rounded, which an open diamond says."""
    return not canvas.percent and point.value is not None and 0 < point.value < theme.SMALL_COUNT


def _words(canvas: Canvas, point: Point) -> str:
    return f"{month(point.on)}: {canvas.said(point.value or 0.0)}"


def _signals(canvas: Canvas) -> Iterator[theme.Trace]:
    found = [canvas.points[at] for at in canvas.bounds.signals] if canvas.bounds else []
    if found:
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [point.on.toordinal() for point in found],
            "y": [point.value for point in found],
            "cliponaxis": False,
            "marker": {"size": 13, "color": theme.SIGNAL, "line": {"color": theme.WHITE, "width": 1}},
            "hoverinfo": "text",
            "hovertext": [_words(canvas, point) for point in found],
        }
