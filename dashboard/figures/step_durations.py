"""How long each step takes: rails with a station where a step ends, on one scale of months, the template above all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import rows as lanes
from dashboard.figures.measure import text_width
from dashboard.i18n import _, number

_ROW, _RAIL, _DISC, _TOP, _SIZE = 62.0, 7.0, 22.0, 8.0, 12.5
_NAME_OVER, _MONTHS_UNDER = 25.0, 17.0
_EDGE = "#696969"


class Part(NamedTuple):
    """One step; `open` when it is not done, so that its end is an expectation."""

    code: str
    label: str
    months: float
    open: bool = False


class Row(NamedTuple):
    """`is_template` is what the others are held against."""

    label: str
    parts: tuple[Part, ...]
    is_template: bool = False

    @property
    def months(self) -> float:
        return sum(part.months for part in self.parts)

    @property
    def ends(self) -> list[float]:
        return [sum(part.months for part in self.parts[: at + 1]) for at in range(len(self.parts))]


class Stop(NamedTuple):
    row: Row
    part: Part
    start: float
    end: float
    y: float
    lane: int


def step_durations(rows: Sequence[Row], *, width: int = 620) -> theme.Figure:
    height = int(_TOP + _ROW * max(len(rows), 2))
    if not rows:
        return theme.empty(height)
    last = max(row.months for row in rows)
    totals = max(text_width(_months(row.months), _SIZE, bold=True) for row in rows) + _DISC
    stops = list(_stops(rows, height, (width - totals) / last))
    layout = theme.layout(
        height,
        x=theme.hidden_axis(0, last),
        y=theme.hidden_axis(0, height),
        margin={"l": 2, "r": totals, "t": 0, "b": 0, "pad": 0},
        shapes=[*_template(rows, height), *map(_rail, stops)],
        annotations=list(_words(rows, stops, height, (width - totals) / last)),
    )
    return {"data": [_discs(stops)], "layout": layout}


def _stops(rows: Sequence[Row], height: int, pixels: float) -> Iterator[Stop]:
    """Stations that would meet stand in lanes under each other."""
    for at, row in enumerate(rows):
        y = height - _TOP - _ROW * at - _NAME_OVER - _DISC / 2 + 4
        halves = [(end * pixels - _DISC / 2, end * pixels + _DISC / 2) for end in row.ends]
        for part, end, lane in zip(row.parts, row.ends, lanes(halves, 0), strict=True):
            yield Stop(row, part, end - part.months, end, y, lane)


def _template(rows: Sequence[Row], height: int) -> Iterator[dict[str, Any]]:
    """Where the template ends each step, through all rows."""
    line = {"color": theme.LIGHT_CONTEXT, "width": 1, "dash": "2px,3px"}
    for row in rows:
        for end in row.ends if row.is_template else ():
            yield {"type": "line", "x0": end, "x1": end, "y0": 0, "y1": height - 26, "layer": "below", "line": line}


def _rail(stop: Stop) -> dict[str, Any]:
    colour = theme.CONTEXT if stop.row.is_template else theme.MESSAGE
    line = {"color": colour, "width": 2 if stop.part.open else _RAIL}
    dash = {"dash": "3px,4px"} if stop.part.open else {}
    ends = {"x0": stop.start, "x1": stop.end, "y0": stop.y, "y1": stop.y}
    return {"type": "line", **ends, "layer": "below", "line": line | dash}


def _discs(stops: Sequence[Stop]) -> theme.Trace:
    """A station is filled when its step is done, an outline when that is expected, grey in the template."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [stop.end for stop in stops],
        "y": [stop.y - stop.lane * _DISC * 0.8 for stop in stops],
        "text": [stop.part.code for stop in stops],
        "textfont": {"size": 12, "weight": 700, "color": [_ink(stop) for stop in stops]},
        "marker": {
            "size": _DISC,
            "opacity": 1,
            "color": [_fill(stop) for stop in stops],
            "line": {"width": 2, "color": [_edge(stop) for stop in stops]},
        },
        "cliponaxis": False,
        "hoverinfo": "text",
        "hovertext": [f"<b>{theme.plain(stop.part.label)}</b><br>{_months(stop.part.months)}" for stop in stops],
    }


def _fill(stop: Stop) -> str:
    if stop.part.open or stop.row.is_template:
        return theme.WHITE
    return theme.MESSAGE


def _edge(stop: Stop) -> str:
    return _EDGE if stop.row.is_template else theme.MESSAGE


def _ink(stop: Stop) -> str:
    if stop.row.is_template:
        return theme.QUIET_TEXT
    return theme.TITLE if stop.part.open else theme.WHITE


def _words(rows: Sequence[Row], stops: Sequence[Stop], height: int, pixels: float) -> Iterator[theme.Annotation]:
    """The name over each rail, the months of a step under it where there is room, all months behind it."""
    for at, row in enumerate(rows):
        name = theme.styled(theme.plain(row.label), size=_SIZE, colour=theme.QUIET_TEXT)
        yield theme.on_white(name, 0, height - _TOP - _ROW * at - 8, xanchor="left", borderpad=0)
    for stop in stops:
        text = _amount(stop.part.months)
        if stop.part.months * pixels >= text_width(text, _SIZE) + 4:
            shown = theme.styled(text, size=_SIZE, colour=theme.QUIET_TEXT)
            yield theme.on_white(shown, (stop.start + stop.end) / 2, stop.y - _MONTHS_UNDER, borderpad=0)
    for row, y in {stop.row: stop.y for stop in stops}.items():
        total = theme.styled(_months(row.months), size=_SIZE, bold=True)
        yield theme.note(total, row.months, y, xanchor="left", xshift=_DISC / 2 + 6, borderpad=0)


def _amount(value: float) -> str:
    return number(value, 0 if round(value, 1) == round(value) else 1)


def _months(value: float) -> str:
    return _("figures.durations.months", count=_amount(value))
