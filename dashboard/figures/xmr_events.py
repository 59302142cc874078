"""Events under the axis of a time series: what happened in the same month, not what caused it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import text_width
from dashboard.figures.xmr_canvas import SIDE, Canvas, Event
from dashboard.i18n import short_day

_ROW = 18
_ROWS = 5
_SIZE = 12.5
_ARROW = 12
_GAP = 4


class Hung(NamedTuple):
    """An event with the pixels of its stem and of its label; without a row it has found no room for a label."""

    event: Event
    stem: float
    left: float
    right: float
    row: int | None


def hang(canvas: Canvas, events: Sequence[Event]) -> list[Hung]:
    """Labels to the right hang best from the newest on, labels to the left from the oldest on: what names the most.

    Long names need the rows under each other on one side before the other side is tried.
    """
    shown = sorted(event for event in events if canvas.first <= event.on.toordinal() <= canvas.last)
    ways = [
        _hang_all(canvas, shown[::-1] if rightward else shown, rightward=rightward, deep=deep)
        for deep in (False, True)
        for rightward in (True, False)
    ]
    return max(ways, key=lambda hung: sum(one.row is not None for one in hung))


def _hang_all(canvas: Canvas, events: Sequence[Event], *, rightward: bool, deep: bool) -> list[Hung]:
    stems = [_stem(canvas, event) for event in events]
    hung: list[Hung] = []
    for event in events:
        places = _places(canvas, event, rightward=rightward, deep=deep)
        free = (place for place in places if not _covers(place, stems) and not any(_meet(place, one) for one in hung))
        hung.append(next(free, Hung(event, _stem(canvas, event), 0.0, 0.0, None)))
    return hung


def _stem(canvas: Canvas, event: Event) -> float:
    return (event.on.toordinal() - canvas.first) * canvas.days + SIDE


def _places(canvas: Canvas, event: Event, *, rightward: bool, deep: bool) -> Iterator[Hung]:
    """Every place inside the card, the highest rows first; `deep` tries every row of one side first."""
    stem, width = _stem(canvas, event), text_width(event.label, _SIZE, bold=True) + _ARROW
    right, left = (stem - 6, stem + width), (stem - width, stem + 6)
    sides = (right, left) if rightward else (left, right)
    by_row = [(row, side) for row in range(_ROWS) for side in sides]
    for row, (start, end) in sorted(by_row, key=lambda place: sides.index(place[1])) if deep else by_row:
        if start >= -canvas.left and end <= canvas.width - canvas.left:
            yield Hung(event, stem, start, end, row)


def _covers(place: Hung, stems: Sequence[float]) -> bool:
    """In the row of the triangles a label may not lie over one."""
    return place.row == 0 and any(place.left - 4 < stem < place.right + 4 for stem in stems if stem != place.stem)


def _meet(place: Hung, other: Hung) -> bool:
    """Labels in one row touch, or the stem of the lower one runs through the higher one."""
    if place.row is None or other.row is None:
        return False
    if place.row == other.row:
        return place.left < other.right + _GAP and other.left < place.right + _GAP
    higher, lower = (place, other) if place.row < other.row else (other, place)
    return higher.left - 2 <= lower.stem <= higher.right + 2


def room_for(hung: Sequence[Hung]) -> int:
    return _ROW * (max(one.row or 0 for one in hung) + 1) + 4 if hung else 0


def _middle(row: int) -> float:
    return -(9.0 + _ROW * row)


def stems(canvas: Canvas, hung: Sequence[Hung]) -> Iterator[theme.Trace]:
    """A triangle at the axis, and from there a thin line to the label when it hangs lower."""
    for one in hung:
        if one.row:
            day, foot = one.event.on.toordinal(), _middle(one.row) / canvas.unit
            line = {"color": theme.EVENT, "width": 1}
            ends = {"x": [day, day], "y": [0, foot]}
            yield {"type": "scatter", "mode": "lines", **ends, "line": line, "hoverinfo": "skip"}
    if hung:
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [one.event.on.toordinal() for one in hung],
            "y": [-6 / canvas.unit] * len(hung),
            "marker": {"symbol": "triangle-up", "size": 11, "color": theme.EVENT},
            "hoverinfo": "text",
            "hovertext": [f"{theme.plain(one.event.label)}, {short_day(one.event.on)}" for one in hung],
        }


def event_labels(canvas: Canvas, hung: Sequence[Hung]) -> Iterator[theme.Annotation]:
    for one in hung:
        if one.row is None:
            continue
        text = theme.styled(theme.plain(one.event.label), size=_SIZE, colour=theme.EVENT, bold=True)
        anchor, shift = ("left", 8) if one.right - one.stem > _ARROW else ("right", -8)
        place = {"xanchor": anchor, "xshift": shift, "borderpad": 0}
        yield theme.note(text, one.event.on.toordinal(), _middle(one.row) / canvas.unit, **place)
