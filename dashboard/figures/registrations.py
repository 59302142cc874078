"""Unique young people beside their registrations, on one scale and never added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import text_width

_ROW: Final = 48.0
_BAR: Final = 18.0
_NAME: Final = 20.0


class Row(NamedTuple):
    """`amount` of young people or registrations with the words behind the bar; `more` is what is double on top."""

    label: str
    amount: int
    text: str
    strong: bool = False
    more: int = 0


def registrations(rows: Sequence[Row], *, width: int = 500) -> theme.Figure:
    """Whatever is `strong` is in the colour of the message."""
    height = int(_ROW * max(len(rows), 3))
    most = max((row.amount + row.more for row in rows), default=0)
    if not most:
        return theme.empty(height)
    room = max(text_width(row.text, 13.5, bold=True) for row in rows if row.amount + row.more > 0.6 * most) + 12
    reach = most * width / max(width - room, 1)
    places = [(row, height - _ROW * at - _NAME - _BAR / 2) for at, row in enumerate(rows)]
    layout = theme.layout(
        height,
        x=theme.hidden_axis(0, reach),
        y=theme.hidden_axis(0, height),
        barmode="stack",
        annotations=[note for row, y in places for note in _notes(row, y)],
    )
    return {"data": list(_bars(places)), "layout": layout}


def _bars(places: Sequence[tuple[Row, float]]) -> Iterator[theme.Trace]:
    counts = [row.amount for row, _y in places]
    colours = [theme.MESSAGE if row.strong else theme.CONTEXT for row, _y in places]
    yield _trace(places, counts, theme.column_marker(counts, colours))
    if any(row.more for row, _y in places):
        double: dict[str, Any] = {"color": theme.CONTEXT, "line": {"width": 1, "color": theme.CONTEXT}}
        yield _trace(places, [row.more for row, _y in places], double | {"pattern": theme.pattern("onbekend")})


def _trace(places: Sequence[tuple[Row, float]], counts: list[int], marker: dict[str, Any]) -> theme.Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "x": counts,
        "y": [y for _row, y in places],
        "width": _BAR,
        "customdata": counts,
        "marker": marker,
        "hoverinfo": "text",
        "hovertext": [f"{theme.plain(row.label)}: {row.text}" for row, _y in places],
    }


def _notes(row: Row, y: float) -> Iterator[theme.Annotation]:
    name = theme.styled(theme.plain(row.label), size=13.5, bold=row.strong)
    yield theme.note(name, 0, y + _BAR / 2 + 10, xanchor="left", borderpad=0)
    text = theme.styled(row.text, size=13.5, bold=True)
    yield theme.note(text, row.amount + row.more, y, xanchor="left", xshift=6, borderpad=0)
