"""One bar a place, cut into the parts that make a whole, with under it how certain the first part is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import text_width
from dashboard.i18n import _

_ROW: Final = 88.0
_CERTAIN: Final = 34.0  # more for a row that tells how certain it is
_BAR: Final = 26.0


class Part(NamedTuple):
    """`fraction` of the whole; `text` is as it may be printed. What is `unknown` is hatched."""

    label: str
    fraction: float
    text: str
    unknown: bool = False


class Whole(NamedTuple):
    """A place with its parts; no parts when the group is too small for shares. `certain` are fractions."""

    label: str
    note: str
    parts: tuple[Part, ...]
    certain: tuple[float, float] | None = None
    certainty: str = ""


def shares(wholes: Sequence[Whole], *, width: int = 390) -> theme.Figure:
    if not wholes:
        return theme.empty(int(_ROW))
    ends = list(accumulate(_ROW + (_CERTAIN if whole.certainty else 0.0) for whole in wholes))
    height = int(ends[-1])
    rows = [(whole, height - start - 30 - _BAR / 2) for whole, start in zip(wholes, [0.0, *ends], strict=False)]
    layout = theme.layout(
        height,
        x=theme.hidden_axis(0, 1),
        y=theme.hidden_axis(0, height),
        barmode="stack",
        annotations=[note for whole, y in rows for note in _notes(whole, y, width)],
        shapes=[shape for whole, y in rows for shape in _certainty(whole, y)],
    )
    return {"data": list(_bars(rows)), "layout": layout}


def _bars(rows: Sequence[tuple[Whole, float]]) -> Iterator[theme.Trace]:
    """A trace for each part, so that they stand one behind the other."""
    for at in range(max(len(whole.parts) for whole, _y in rows)):
        shown = [(whole.parts[at], y) for whole, y in rows if at < len(whole.parts)]
        first = shown[0][0]
        colour = theme.MESSAGE if at == 0 else theme.CONTEXT
        marker: dict[str, Any] = {"color": colour, "line": {"width": 1, "color": theme.WHITE}}
        if first.unknown:
            marker |= {"pattern": theme.pattern("onbekend")}
        yield {
            "type": "bar",
            "orientation": "h",
            "x": [part.fraction for part, _y in shown],
            "y": [y for _part, y in shown],
            "width": _BAR,
            "marker": marker,
            "hoverinfo": "text",
            "hovertext": [f"{theme.plain(part.label)}: {part.text}" for part, _y in shown],
        }


def _notes(whole: Whole, y: float, width: int) -> Iterator[theme.Annotation]:
    name = f"<b>{theme.plain(whole.label)}</b>  {theme.styled(whole.note, size=12.5, colour=theme.QUIET_TEXT)}"
    yield theme.note(name, 0, y + _BAR / 2 + 12, xanchor="left", borderpad=0)
    if not whole.parts:
        text = theme.styled(_("figures.shares.too_few"), colour=theme.QUIET_TEXT)
        yield theme.note(text, 0, y, xanchor="left", borderpad=0)
        return
    yield from _inside(whole, y, width)
    yield from _under(whole, y - _BAR / 2 - 11, width)
    if whole.certainty:
        text = theme.styled(whole.certainty, size=12.5, colour=theme.TEXT)
        yield theme.note(text, 0, y - _BAR / 2 - 48, xanchor="left", borderpad=0)


def _inside(whole: Whole, y: float, width: int) -> Iterator[theme.Annotation]:
    """Only where it fits."""
    start = 0.0
    for at, part in enumerate(whole.parts):
        if part.fraction * width >= text_width(part.text, 14, bold=True) + 8:
            colour = theme.WHITE if at == 0 else theme.TEXT
            text = theme.styled(part.text, size=14, colour=colour, bold=True)
            behind = {"bgcolor": theme.WHITE} if part.unknown else {}
            yield theme.note(text, start + part.fraction / 2, y, **behind)
        start += part.fraction


def _under(whole: Whole, y: float, width: int) -> Iterator[theme.Annotation]:
    """Names of the parts, the last one at the right; a part in between stands as near to it as it must."""
    edge = float(width)
    ends = [sum(part.fraction for part in whole.parts[: at + 1]) * width for at in range(len(whole.parts))]
    for at in range(len(whole.parts) - 1, 0, -1):
        text, size = _name(whole.parts[at], width), 12.5
        half = text_width(text, size) / 2
        middle = ends[at] - whole.parts[at].fraction * width / 2
        right = min(edge, max(middle + half, 2 * half))
        yield theme.note(
            theme.styled(text, size=size, colour=theme.QUIET_TEXT), right / width, y, xanchor="right", borderpad=0
        )
        edge = right - 2 * half - 8
    text = theme.styled(_name(whole.parts[0], width), size=12.5, colour=theme.QUIET_TEXT)
    yield theme.note(text, 0, y, xanchor="left", borderpad=0)


def _name(part: Part, width: int) -> str:
    """With its share, where that did not fit inside the bar."""
    fits = part.fraction * width >= text_width(part.text, 14, bold=True) + 8
    return theme.plain(part.label) if fits else f"{theme.plain(part.label)} {part.text}"


def _certainty(whole: Whole, y: float) -> Iterator[dict[str, Any]]:
    """A line with caps from the least to the most that the first part can be."""
    if whole.parts and whole.certain:
        low, high = whole.certain
        middle, line = y - _BAR / 2 - 28, {"color": theme.EXPECTED, "width": 2}
        yield {"type": "line", "x0": low, "x1": high, "y0": middle, "y1": middle, "line": line}
        for end in (low, high):
            yield {"type": "line", "x0": end, "x1": end, "y0": middle - 5, "y1": middle + 5, "line": line}
