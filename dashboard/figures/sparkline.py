"""Small pictures for many regions at once, as data URIs of SVG that weigh less than a kilobyte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final

from dashboard.figures.theme import CONTEXT, GRID, HATCHES, QUIET_TEXT, STATUSES, TITLE

_BAND: Final = (95.0, 105.0)
_QUIET: Final = "#5b7fae"
_END: Final = 4.5
_ENCODED: Final = str.maketrans({"<": "%3C", ">": "%3E", "#": "%23", " ": "%20"})
_RISING: Final = "M-1,7L7,-1M-1,1L1,-1M5,7L7,5"
_FALLING: Final = "M-1,-1L7,7M-1,5L1,7M5,-1L7,1"
_MARKS: Final = {"/": _RISING, "\\": _FALLING, "x": _RISING + _FALLING, "-": "M-1,3L7,3", ".": "M2,2h.01M5,5h.01"}


def sparkline(
    shares: Sequence[float | None],
    *,
    status: str,
    width: int = 136,
    height: int = 44,
    low: float = 70.0,
    high: float = 115.0,
) -> str:
    """Percentages of what was expected, month by month, on the one scale `low` to `high` that all regions share.

    A month without a percentage is a gap in the line.
    """
    right = width - 2 * _END
    step = right / max(len(shares) - 1, 1)
    places = [
        None if share is None else (at * step, _height(share, height, low, high)) for at, share in enumerate(shares)
    ]
    colour = _QUIET if status == "op_koers" else TITLE
    ground = _ground(right, height, low, high)
    look = f"fill='none' stroke='{colour}' stroke-width='1.8' stroke-linecap='round'"
    line = f"<path d='{''.join(_strokes(places))}' {look}/>"
    return _uri(f"{ground}{line}{_end(places, status)}", width, height)


def _height(share: float, height: int, low: float, high: float) -> float:
    within = min(max(share, low), high)
    return _END + (high - within) / (high - low) * (height - 2 * _END)


def _ground(right: float, height: int, low: float, high: float) -> str:
    """The band within which a region is on course, with the line of exactly as expected."""
    top, bottom = (_height(edge, height, low, high) for edge in reversed(_BAND))
    middle = _height(100.0, height, low, high)
    band = f"<path d='M0,{top:.1f}H{right:.0f}V{bottom:.1f}H0z' fill='{GRID}'/>"
    return f"{band}<path d='M0,{middle:.1f}H{right:.0f}' stroke='{CONTEXT}'/>"


def _strokes(places: Sequence[tuple[float, float] | None]) -> Iterator[str]:
    """One stroke for each stretch without a gap; a month alone is a dot by its round cap."""
    for known, stretch in groupby(places, key=lambda place: place is not None):
        points = [f"{place[0]:.0f},{place[1]:.1f}" for place in stretch if place]
        if known:
            yield f"M{'L'.join(points if len(points) > 1 else points * 2)}"


def _end(places: Sequence[tuple[float, float] | None], status: str) -> str:
    """The last month is a dot in the colour of the status; without a value there is none."""
    if not places or places[-1] is None:
        return ""
    x, y = places[-1]
    return (
        f"<circle cx='{x:.0f}' cy='{y:.1f}' r='4' fill='{STATUSES[status]}' stroke='{QUIET_TEXT}' stroke-width='.7'/>"
    )


@cache
def hatch(kind: str, width: int = 24, height: int = 16) -> str:
    """The sign of a gap as it stands in legends, lists and small multiples."""
    frame = f"<rect x='.5' y='.5' width='{width - 1}' height='{height - 1}'"
    dashes = " stroke-dasharray='3 2'" if kind == "ontbreekt" else ""
    paper = f"{frame} fill='{HATCHES[kind].paper}' stroke='{CONTEXT}'{dashes}/>"
    marks = _MARKS.get(HATCHES[kind].shape)
    if not marks:
        return _uri(paper, width, height)
    tile = f"<pattern id='h' width='6' height='6' patternUnits='userSpaceOnUse'><path d='{marks}' fill='none'"
    weight = 1.8 if HATCHES[kind].shape == "." else 1
    ink = f" stroke='{HATCHES[kind].ink}' stroke-width='{weight}' stroke-linecap='round'/></pattern>"
    return _uri(f"{tile}{ink}{paper}{frame} fill='url(#h)'/>", width, height)


def _uri(drawing: str, width: int, height: int) -> str:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>{drawing}</svg>"
    return f"data:image/svg+xml,{svg.translate(_ENCODED)}"
