"""What was expected, publication by publication: a line that stays level is a date that was kept, one that rises slips.

Under the slanted line everything is reached: there a date is no later than the day on which it was told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import apart, text_width
from dashboard.figures.time_axis import months
from dashboard.i18n import _, day

_LEFT, _TOP, _FOOT, _LABEL = 66.0, 10.0, 30.0, 16.0
_SIZE = 12.5


class Told(NamedTuple):
    """On which day it was told for when a milestone was expected, or that it was reached."""

    told_on: date
    expected_on: date


class Line(NamedTuple):
    """`marked` lines have the colour of the message and a label; the others are context."""

    label: str
    told: tuple[Told, ...]
    marked: bool

    @property
    def slipped(self) -> int:
        return (self.told[-1].expected_on - self.told[0].expected_on).days


def milestone_trend(lines: Sequence[Line], *, height: int = 340, width: int = 620) -> theme.Figure:
    days = [one.told_on.toordinal() for line in lines for one in line.told]
    if not days:
        return theme.empty(height)
    ends = [one.expected_on.toordinal() for line in lines for one in line.told]
    x, y = (min(days) - 4, max(days) + 4), (min(ends) - 12, max(ends) + 12)
    right = max((text_width(_name(line), _SIZE) for line in lines if line.marked), default=0) + 14
    layout = theme.layout(
        height,
        x=theme.hidden_axis(*x),
        y=theme.hidden_axis(*y),
        margin={"l": _LEFT, "r": right, "t": _TOP, "b": _FOOT, "pad": 0},
        shapes=[*_months(y), *_reached(x, y)],
        annotations=[*_told_on(days), *_expected_on(y, height), *_names(lines, y, height), *_words(x, y)],
    )
    return {"data": [_trace(line) for line in sorted(lines, key=lambda one: one.marked)], "layout": layout}


def _trace(line: Line) -> theme.Trace:
    colour = theme.MESSAGE if line.marked else theme.LIGHT_CONTEXT
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [one.told_on.toordinal() for one in line.told],
        "y": [one.expected_on.toordinal() for one in line.told],
        "line": {"color": colour, "width": 2.4 if line.marked else 1.2},
        "marker": {"size": 7 if line.marked else 4, "color": colour},
        "hoverinfo": "text",
        "hovertext": [f"<b>{theme.plain(line.label)}</b><br>{_said(one)}" for one in line.told],
    }


def _said(one: Told) -> str:
    return _("figures.trend.told", told=day(one.told_on), day=day(one.expected_on))


def _months(y: tuple[int, int]) -> Iterator[dict[str, Any]]:
    for start in months(*y, 1.6).starts:
        yield _stroke(0, 1, start, start, theme.GRID, 1, xref="paper")


def _reached(x: tuple[int, int], y: tuple[int, int]) -> Iterator[dict[str, Any]]:
    """Where the day of telling is the day of the milestone."""
    low, high = max(x[0], y[0]), min(x[1], y[1])
    if low < high:
        yield _stroke(low, high, low, high, theme.TODAY, 1.6, dash="5px,4px")


def _stroke(x0: float, x1: float, y0: float, y1: float, colour: str, width: float, **more: Any) -> dict[str, Any]:
    dash = {"dash": more.pop("dash")} if "dash" in more else {}
    line = {"color": colour, "width": width, **dash}
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below", "line": line, **more}


def _told_on(days: Sequence[int]) -> Iterator[theme.Annotation]:
    for told in sorted(set(days)):
        text = theme.styled(_short(told), size=_SIZE, colour=theme.QUIET_TEXT)
        yield theme.note(text, told, 0, yref="paper", yanchor="top", yshift=-6, borderpad=0)


def _short(ordinal: int) -> str:
    when = date.fromordinal(ordinal)
    return f"{when.day} {_(f'dates.short_month.{when.month}')}"


def _expected_on(y: tuple[int, int], height: int) -> Iterator[theme.Annotation]:
    found = months(*y, (height - _TOP - _FOOT) / (y[1] - y[0]) * 2)
    for start, name in zip(found.starts, found.names, strict=True):
        text = theme.styled(name, size=_SIZE, colour=theme.QUIET_TEXT)
        yield theme.note(text, 0, start, xref="paper", xanchor="right", xshift=-6, borderpad=0)


def _names(lines: Sequence[Line], y: tuple[int, int], height: int) -> Iterator[theme.Annotation]:
    """Behind the last point of each marked line, kept apart."""
    marked = [line for line in lines if line.marked]
    pixel = (y[1] - y[0]) / (height - _TOP - _FOOT)
    places = apart([line.told[-1].expected_on.toordinal() for line in marked], _LABEL * pixel)
    for line, place in zip(marked, places, strict=True):
        text = theme.styled(theme.plain(_name(line)), size=_SIZE, colour=theme.TITLE)
        x = line.told[-1].told_on.toordinal()
        yield theme.note(text, x, place, xanchor="left", xshift=10, borderpad=0)


def _name(line: Line) -> str:
    return f"{line.label} {_('figures.trend.slipped', n=line.slipped)}" if line.slipped > 0 else line.label


def _words(x: tuple[int, int], y: tuple[int, int]) -> Iterator[theme.Annotation]:
    low, high = max(x[0], y[0]), min(x[1], y[1])
    if low < high:
        text = theme.styled(_("figures.trend.reached"), size=_SIZE, colour=theme.TODAY)
        yield theme.note(text, x[1], high, xanchor="right", yanchor="bottom", borderpad=0)
