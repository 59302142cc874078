"""How many young people wait, by how long: stacked columns over time, with events under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import apart, text_width
from dashboard.figures.time_axis import months
from dashboard.figures.xmr_canvas import MONTHS, Canvas, Event, Point, canvas_of
from dashboard.figures.xmr_events import event_labels, hang, room_for, stems
from dashboard.i18n import number, short_day

__all__ = ["Event", "Stack", "waiting"]

_HALF: Final = 14  # days of a column on either side of its date
_WIDTH: Final = 20
_COLOURS: Final = ("#8fcae7", "#01689b", "#e17000")


class Stack(NamedTuple):
    """Those who wait on a date, by class from short to long; None when nothing was delivered."""

    on: date
    counts: tuple[int, ...] | None


def waiting(
    stacks: Sequence[Stack], labels: Sequence[str], events: Sequence[Event] = (), *, height: int = 280, width: int = 700
) -> theme.Figure:
    known = [stack for stack in stacks if stack.counts is not None]
    if not known:
        return theme.empty(height)
    canvas = _canvas(stacks, labels, height, width)
    hung = hang(canvas, events)
    canvas = canvas._replace(strip=room_for(hung))
    data = [*stems(canvas, hung), *_columns(stacks, labels), *_absent(stacks, canvas)]
    notes = [*_names(known[-1], labels, canvas), *_totals(known, canvas), *event_labels(canvas, hung)]
    return {"data": data, "layout": _layout(canvas, notes)}


def _canvas(stacks: Sequence[Stack], labels: Sequence[str], height: int, width: int) -> Canvas:
    """Half a column wider on both sides, and room for the names at the right."""
    points = [Point(stack.on, None if stack.counts is None else float(sum(stack.counts))) for stack in stacks]
    bare = canvas_of(points, None, height, width)
    right = max(text_width(label, 12.5, bold=True) for label in labels) + 10
    return bare._replace(first=bare.first - _HALF, last=bare.last + _HALF, right=right)


def _columns(stacks: Sequence[Stack], labels: Sequence[str]) -> Iterator[theme.Trace]:
    for at, label in enumerate(labels):
        counts = [None if stack.counts is None else stack.counts[at] for stack in stacks]
        yield {
            "type": "bar",
            "x": [stack.on.toordinal() for stack in stacks],
            "y": [count or 0 for count in counts],
            "width": _WIDTH,
            "customdata": counts,
            "marker": theme.column_marker([count or 0 for count in counts], [_COLOURS[at]] * len(counts)),
            "hoverinfo": "text",
            "hovertext": [
                f"{short_day(stack.on)}, {theme.plain(label)}: {theme.under_ten(count or 0)}"
                for stack, count in zip(stacks, counts, strict=True)
            ],
        }


def _absent(stacks: Sequence[Stack], canvas: Canvas) -> Iterator[theme.Trace]:
    """A date without figures is a low hatched column, so that nobody takes it for nobody."""
    days = [stack.on.toordinal() for stack in stacks if stack.counts is None]
    if days:
        none: list[int | None] = [None] * len(days)
        heights = [14.0 / canvas.unit] * len(days)
        marker = theme.column_marker(none, [theme.CONTEXT] * len(days))
        yield {"type": "bar", "x": days, "y": heights, "width": _WIDTH, "marker": marker, "hoverinfo": "skip"}


def _names(last: Stack, labels: Sequence[str], canvas: Canvas) -> Iterator[theme.Annotation]:
    """Beside the last column, each at the height of its part."""
    counts = last.counts or ()
    middles = [sum(counts[:at]) + count / 2 for at, count in enumerate(counts)]
    places = apart(middles, 18 / canvas.unit)
    lift = max(0.0, 8 / canvas.unit - min(places))
    for at, y in enumerate(places):
        colour = theme.SIGNAL_TEXT if at == len(counts) - 1 else theme.MESSAGE if at else theme.QUIET_TEXT
        text = theme.styled(theme.plain(labels[at]), size=12.5, colour=colour, bold=True)
        place = {"xref": "paper", "xanchor": "left", "xshift": 2, "borderpad": 0}
        yield theme.note(text, 1, y + lift, **place)


def _totals(known: Sequence[Stack], canvas: Canvas) -> Iterator[theme.Annotation]:
    """Over the first and the last column."""
    for stack in {known[0], known[-1]}:
        total = sum(stack.counts or ())
        text = theme.styled(theme.under_ten(total), size=13, bold=True)
        yield theme.note(text, stack.on.toordinal(), total + 10 / canvas.unit, borderpad=0)


def _layout(canvas: Canvas, notes: list[theme.Annotation]) -> dict[str, Any]:
    quiet = {"fixedrange": True, "zeroline": False, "tickfont": {"color": theme.QUIET_TEXT}}
    side = 4 / canvas.days
    axis = {"range": [canvas.first - side, canvas.last + side], "showgrid": False, "ticks": "", "ticklabelstandoff": 5}
    names = {"tickvals": canvas.ticks, "ticktext": [number(tick) for tick in canvas.ticks]}
    reach = [-canvas.strip / canvas.unit, canvas.ticks[-1] + canvas.top / canvas.unit]
    floor = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 0}
    return theme.layout(
        canvas.height,
        x={**axis, **quiet, **months(canvas.first + _HALF, canvas.last, canvas.days).ticks()},
        y={"range": reach, "gridcolor": theme.GRID, "ticklabelstandoff": 4, **names, **quiet},
        margin={"l": canvas.left, "r": canvas.right, "t": 0, "b": MONTHS, "pad": 0},
        barmode="stack",
        shapes=[{**floor, "line": {"color": theme.CONTEXT, "width": 1.2}}],
        annotations=notes,
    )
