"""Where young people went: a bar for each destination, with the national share as a black tick on the same scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import text_width, wrapped
from dashboard.i18n import _

_ROW = 34
_APART = 16
_TOP = 24
_BAR = 22.0
_TICK = 30.0


class Destination(NamedTuple):
    """`share` is text as it may be printed; `national_share` is a fraction of all, None without a comparison.

    What is `apart` is no part of the rest, like the unknown, which has a hatch too.
    """

    code: str
    label: str
    youths: int
    share: str | None = None
    national_share: float | None = None
    placed: bool = False
    unknown: bool = False
    apart: bool = False

    @property
    def last(self) -> bool:
        return self.unknown or self.apart


class Row(NamedTuple):
    """A destination with its middle in pixels over the foot, and its national share in youths."""

    destination: Destination
    y: float
    tick: float | None


class Canvas(NamedTuple):
    rows: tuple[Row, ...]
    height: int
    left: float
    right: float
    most: float
    pixels: float
    pitch: int


def destinations(
    rows: Sequence[Destination], *, national: str | None = None, width: int = 640, whole: int | None = None
) -> theme.Figure:
    """`national` is the label of the first tick, such as "landelijk 24%". The height follows from the rows.

    The unknown stands apart at the foot: it is not a destination. Rows of which each has its own share of a `whole` do
    not add up to it.
    """
    if not any(row.youths for row in rows):
        return theme.empty(_TOP + _ROW * max(len(rows), 3))
    canvas = _canvas(rows, width, sum(row.youths for row in rows) if whole is None else whole)
    layout = theme.layout(
        canvas.height,
        x=theme.hidden_axis(0, canvas.most),
        y=theme.hidden_axis(0, canvas.height),
        margin={"l": canvas.left, "r": canvas.right, "t": 0, "b": 0, "pad": 0},
        annotations=[*_names(canvas), *_numbers(canvas), *_tick_name(canvas, national)],
        shapes=list(_lines(canvas)),
    )
    return {"data": [_bars(canvas)], "layout": layout}


def _canvas(rows: Sequence[Destination], width: int, total: int) -> Canvas:
    ordered = sorted(rows, key=lambda row: row.last)
    apart = _APART if any(row.last for row in rows) else 0
    left = min(max(text_width(row.label, 14, bold=row.last) for row in rows) + 12, width * 0.4)
    lines = max(wrapped(row.label, left - 12, 14, bold=row.last).count("<br>") for row in rows) + 1
    pitch = max(_ROW, 18 * lines + 4)
    height = _TOP + pitch * len(rows) + apart + 4
    places = (height - _TOP - pitch * (at + 0.5) - apart * row.last for at, row in enumerate(ordered))
    ticks = (None if row.national_share is None else row.national_share * total for row in ordered)
    placed = tuple(Row(*parts) for parts in zip(ordered, places, ticks, strict=True))
    right = max(text_width(f"{theme.under_ten(row.youths)}  {row.share or ''}", 14, bold=True) for row in rows) + 14
    most = max(max(row.destination.youths, row.tick or 0.0) for row in placed)
    return Canvas(placed, height, left, right, most, (width - left - right) / most, pitch)


def _bars(canvas: Canvas) -> theme.Trace:
    counts = [row.destination.youths for row in canvas.rows]
    return {
        "type": "bar",
        "orientation": "h",
        "x": counts,
        "y": [row.y for row in canvas.rows],
        "width": _BAR,
        "customdata": [row.destination.code for row in canvas.rows],
        "marker": _marker([row.destination for row in canvas.rows]),
        "hoverinfo": "text",
        "hovertext": [_words(row.destination) for row in canvas.rows],
    }


def _words(row: Destination) -> str:
    share = f" ({row.share})" if row.share else ""
    return f"{theme.plain(row.label)}: {_('figures.youths', count=theme.under_ten(row.youths))}{share}"


def _marker(rows: Sequence[Destination]) -> dict[str, Any]:
    """School and work speak, the rest is context; the unknown has its own hatch, whatever its size."""
    marker = theme.column_marker(
        [row.youths for row in rows], [theme.MESSAGE if row.placed else theme.CONTEXT for row in rows]
    )
    unknown = theme.HATCHES["onbekend"]
    pattern = marker["pattern"]
    for at, row in enumerate(rows):
        if row.unknown:
            pattern["shape"][at], pattern["solidity"][at] = unknown.shape, unknown.solidity
            pattern["bgcolor"][at] = unknown.paper
    return marker


def _names(canvas: Canvas) -> Iterator[theme.Annotation]:
    for row in canvas.rows:
        bold = row.destination.last
        text = wrapped(row.destination.label, canvas.left - 12, 14, bold=bold)
        place = {"xref": "paper", "xanchor": "left", "xshift": -canvas.left, "align": "left", "borderpad": 0}
        yield theme.note(theme.styled(text, size=14, bold=bold), 0, row.y, **place)


def _numbers(canvas: Canvas) -> Iterator[theme.Annotation]:
    """Right of the bar and of its tick."""
    for row in canvas.rows:
        count = theme.styled(theme.under_ten(row.destination.youths), size=14, bold=True)
        share = theme.styled(row.destination.share or "", size=14, colour=theme.QUIET_TEXT)
        end = max(row.destination.youths, row.tick or 0.0)
        yield theme.note(f"{count}  {share}", end, row.y, xanchor="left", xshift=8, borderpad=0)


def _tick_name(canvas: Canvas, national: str | None) -> Iterator[theme.Annotation]:
    """Named once, over the first tick; it may not leave the card."""
    first = next((row for row in canvas.rows if row.tick is not None), None)
    if national and first and first.tick is not None:
        half = text_width(national, 12.5, bold=True) / 2
        over = first.tick * canvas.pixels - half
        text = theme.styled(national, size=12.5, bold=True)
        place = {"xanchor": "left", "xshift": -half - min(over + canvas.left, 0.0), "borderpad": 0}
        yield theme.note(text, first.tick, first.y + _TICK / 2 + 9, **place)


def _lines(canvas: Canvas) -> Iterator[dict[str, Any]]:
    yield _line(0, 0, 2, canvas.height - _TOP + 2, theme.CONTEXT, 1.2)
    for row in canvas.rows:
        if row.tick is not None:
            yield _line(row.tick, row.tick, row.y - _TICK / 2, row.y + _TICK / 2, theme.EXPECTED, 2.4)
    last = [row for row in canvas.rows if row.destination.last]
    if last and len(last) < len(canvas.rows):
        y = last[0].y + (canvas.pitch + _APART) / 2
        yield {**_line(0, 1, y, y, theme.LIGHT_CONTEXT, 1), "xref": "paper"}


def _line(x0: float, x1: float, y0: float, y1: float, colour: str, width: float) -> dict[str, Any]:
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": {"color": colour, "width": width}}
