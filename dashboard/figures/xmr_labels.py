"""The names of limits and signals, kept off the line and off each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dashboard.figures import theme
from dashboard.figures.control_limits import Limits
from dashboard.figures.measure import apart, text_width
from dashboard.figures.xmr_canvas import Canvas, limit_name, shown_limits
from dashboard.i18n import _, month

_SIZE = 14.0
_TALL = 40.0


def limit_labels(canvas: Canvas) -> Iterator[theme.Annotation]:
    """Beside their lines; where there is no room for that, in one line over the plot."""
    shown = list(shown_limits(canvas.bounds))
    if canvas.narrow and canvas.bounds:
        mean, lower, upper = (canvas.numbered(value) for value in canvas.bounds[:3])
        text = _("figures.xmr.summary", mean=mean, lower=lower, upper=upper)
        place = {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "top", "xshift": 20}
        yield theme.note(theme.styled(text, size=12, colour=theme.QUIET_TEXT), 1, 1, **place)
    elif shown:
        yield from _beside(canvas, shown)


def _beside(canvas: Canvas, shown: Sequence[tuple[str, float]]) -> Iterator[theme.Annotation]:
    places = apart([value * canvas.unit for _kind, value in shown], 17)
    for (kind, value), place in zip(shown, places, strict=True):
        mean = kind == "mean"
        text = theme.styled(
            limit_name(kind, canvas.numbered(value)), colour=theme.MESSAGE if mean else theme.QUIET_TEXT, bold=mean
        )
        yield theme.note(text, 1, place / canvas.unit, xref="paper", xanchor="left", xshift=5, borderpad=0)


class Box(NamedTuple):
    left: float
    right: float
    low: float
    high: float

    def meets(self, other: Box) -> bool:
        apart_across = self.right <= other.left or other.right <= self.left
        return not (apart_across or self.high <= other.low or other.high <= self.low)


def signal_labels(canvas: Canvas) -> Iterator[theme.Annotation]:
    """The last point of signals in a row is named, newest first, as long as names do not meet."""
    taken: list[Box] = []
    bounds = canvas.bounds
    for at in reversed(_ends(bounds.signals)) if bounds else ():
        name, reason = _name(canvas, at), _reason(canvas, at)
        width = max(text_width(name, _SIZE, bold=True), text_width(reason, 12.5)) + 16
        side = _side(canvas, at, width)
        x, y = _place(canvas, at)
        y += _lift(canvas, at, side)
        box = Box(x - width * (side < 0), x + width * (side > 0), y - _TALL / 2, y + _TALL / 2)
        if not any(box.meets(other) for other in taken):
            taken.append(box)
            yield _label(canvas, at, f"{name}<br>{reason}", side)


def _ends(signals: Sequence[int]) -> list[int]:
    return [at for at in signals if at + 1 not in signals]


def _place(canvas: Canvas, at: int) -> tuple[float, float]:
    point = canvas.points[at]
    return (point.on.toordinal() - canvas.first) * canvas.days, (point.value or 0.0) * canvas.unit


def _side(canvas: Canvas, at: int, width: float) -> int:
    """Where the line falls away steepest, if the label fits there."""
    x, y = _place(canvas, at)
    room = canvas.width - canvas.left - canvas.right
    drops = {
        -1: abs(y - _place(canvas, max(at - 1, 0))[1]),
        1: abs(y - _place(canvas, min(at + 1, len(canvas.points) - 1))[1]),
    }
    drops[1] += 1000.0 * (at == len(canvas.points) - 1)
    fitting = {side: drop for side, drop in drops.items() if 0 <= x + side * width <= room}
    return max(fitting, key=lambda side: fitting[side]) if fitting else -1


def _label(canvas: Canvas, at: int, text: str, side: int) -> theme.Annotation:
    point = canvas.points[at]
    name, _break, reason = text.partition("<br>")
    words = f"{theme.styled(name, size=_SIZE, bold=True)}<br>{theme.styled(reason, size=12.5, colour=theme.QUIET_TEXT)}"
    align = "right" if side < 0 else "left"
    lift = _lift(canvas, at, side)
    place = {"xanchor": align, "align": align, "xshift": 10 * side, "yshift": lift, "borderpad": 0}
    return theme.on_white(words, point.on.toordinal(), point.value or 0.0, **place)


def _lift(canvas: Canvas, at: int, side: int) -> float:
    """Away from the limits; where the line runs level beside the point, also over or under the line."""
    value = canvas.points[at].value or 0.0
    beside = _place(canvas, min(max(at + side, 0), len(canvas.points) - 1))
    away = 28.0 if abs(beside[1] - _place(canvas, at)[1]) < _TALL / 2 else 13.0
    if canvas.bounds is None or value > canvas.bounds.mean:
        return min(away, (canvas.ticks[-1] - value) * canvas.unit + canvas.top - _TALL / 2)
    return max(-away, _TALL / 2 - value * canvas.unit)


def _name(canvas: Canvas, at: int) -> str:
    point = canvas.points[at]
    return f"{month(point.on)}: {canvas.said(point.value or 0.0)}"


def _reason(canvas: Canvas, at: int) -> str:
    bounds, value = canvas.bounds, canvas.points[at].value or 0.0
    return _reason_of(bounds, value) if bounds else ""


def _reason_of(bounds: Limits, value: float) -> str:
    return _("figures.xmr.over" if value > bounds.upper else "figures.xmr.under")
