"""How many took each step forward, by age: a small panel for each step, on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import wrapped

_BARS_ROOM: Final = 150.0
_FOOT: Final = 26.0
_NAME: Final = 19.0
_LINE: Final = 17.0
_BARS: Final = 0.86  # the part of a panel that its bars take
_BAR: Final = 0.78  # the part of its place that a bar takes
_EMPTY: Final = 14.0


class Bar(NamedTuple):
    """`share` is a percentage, None for a group that is too small for one; `text` is what is printed over it."""

    label: str
    share: float | None
    text: str
    national: float | None = None


class Panel(NamedTuple):
    """`lines` stand under its name."""

    phase_code: str
    label: str
    lines: tuple[str, ...]
    bars: tuple[Bar, ...]


class Placed(NamedTuple):
    """A bar with its middle and height, in pixels."""

    bar: Bar
    phase_code: str
    x: float
    width: float
    top: float
    tick: float | None


def steps(panels: Sequence[Panel], *, width: int = 880) -> theme.Figure:
    """The height follows from the longest name and the most lines under it."""
    if not any(panel.bars for panel in panels):
        return theme.empty(int(_BARS_ROOM + 4 * _LINE + _FOOT))
    placed, head = list(_placed(panels, width)), _head_room(panels, width)
    layout = theme.layout(
        int(head + _BARS_ROOM + _FOOT),
        x=theme.hidden_axis(0, width),
        y=theme.hidden_axis(-_FOOT, _BARS_ROOM + head),
        annotations=[*_heads(panels, width, _BARS_ROOM + head), *chain.from_iterable(map(_notes, placed))],
        shapes=[*_floors(panels, width), *_ticks(placed)],
    )
    return {"data": [_bars(placed)], "layout": layout}


def _placed(panels: Sequence[Panel], width: int) -> Iterator[Placed]:
    bars = [bar for panel in panels for bar in panel.bars]
    shares = [value for bar in bars for value in (bar.share, bar.national) if value is not None]
    unit = (_BARS_ROOM - 24) / max([10.0, *shares])
    pitch = width / len(panels)
    for at, panel in enumerate(panels):
        place = pitch * _BARS / max(len(panel.bars), 1)
        for index, bar in enumerate(panel.bars):
            top = _EMPTY if bar.share is None else bar.share * unit
            tick = None if bar.national is None else bar.national * unit
            yield Placed(bar, panel.phase_code, pitch * at + place * (index + 0.5), place * _BAR, top, tick)


def _bars(placed: Sequence[Placed]) -> theme.Trace:
    marker = theme.column_marker(
        [None if one.bar.share is None else theme.SMALL_COUNT for one in placed],
        [theme.PHASES[one.phase_code] for one in placed],
    )
    return {
        "type": "bar",
        "x": [one.x for one in placed],
        "y": [one.top for one in placed],
        "width": [one.width for one in placed],
        "customdata": [one.bar.share for one in placed],
        "marker": _too_few(marker, placed),
        "hoverinfo": "text",
        "hovertext": [f"{theme.plain(one.bar.label)}: {one.bar.text}" for one in placed],
    }


def _too_few(marker: dict[str, Any], placed: Sequence[Placed]) -> dict[str, Any]:
    """A group that is too small has the hatch that says so."""
    hatch, pattern = theme.HATCHES["te_weinig"], marker["pattern"]
    for at, one in enumerate(placed):
        if one.bar.share is None:
            pattern["shape"][at], pattern["solidity"][at] = hatch.shape, hatch.solidity
            pattern["bgcolor"][at] = hatch.paper
    return marker


def _name(panel: Panel, pitch: float) -> str:
    return wrapped(panel.label, pitch - 14, 13, bold=True)


def _head_room(panels: Sequence[Panel], width: int) -> float:
    names = [_name(panel, width / len(panels)).count("<br>") + 1 for panel in panels]
    return _NAME * max(names) + _LINE * max(len(panel.lines) for panel in panels) + 8


def _heads(panels: Sequence[Panel], width: int, top: float) -> Iterator[theme.Annotation]:
    pitch = width / len(panels)
    left: dict[str, Any] = {"xanchor": "left", "yanchor": "top", "align": "left", "borderpad": 0}
    for at, panel in enumerate(panels):
        name = _name(panel, pitch)
        yield theme.note(f"<b>{name}</b>", pitch * at, top, **left)
        words = theme.styled("<br>".join(map(theme.plain, panel.lines)), size=12.5, colour=theme.QUIET_TEXT)
        yield theme.note(words, pitch * at, top - _NAME * (name.count("<br>") + 1) - 2, **left)


def _notes(one: Placed) -> Iterator[theme.Annotation]:
    """Its share over it, over the tick too, and its age under it."""
    over = max(one.top, one.tick or 0.0) if one.tick and one.tick - one.top < 18 else one.top
    yield theme.note(theme.styled(one.bar.text, size=12.5, bold=True), one.x, over + 10, borderpad=0)
    age = theme.styled(theme.plain(one.bar.label), size=12, colour=theme.QUIET_TEXT)
    yield theme.note(age, one.x, -12, borderpad=0)


def _floors(panels: Sequence[Panel], width: int) -> Iterator[dict[str, Any]]:
    pitch = width / len(panels)
    for at in range(len(panels)):
        ends = {"x0": pitch * at, "x1": pitch * (at + _BARS), "y0": 0, "y1": 0}
        yield {"type": "line", **ends, "line": {"color": theme.CONTEXT, "width": 1}}


def _ticks(placed: Sequence[Placed]) -> Iterator[dict[str, Any]]:
    """The share of the country."""
    for one in placed:
        if one.tick is not None:
            half = one.width / 2 + 3
            ends = {"x0": one.x - half, "x1": one.x + half, "y0": one.tick, "y1": one.tick}
            yield {"type": "line", **ends, "line": {"color": theme.EXPECTED, "width": 2.4}}
