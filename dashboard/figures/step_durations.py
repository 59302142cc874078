"""How long each of the steps takes: rows of six parts on one scale of months, the template above all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import text_width
from dashboard.i18n import _, number

_ROW, _BAR, _TOP, _SIZE = 46.0, 22.0, 24.0, 12.5
_LEAST_ROOM = 16.0
INKS = ("#154273", "#01689b", "#2b7fae", "#4a94bd", "#6ba8ca", "#8fbdd8")


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


def step_durations(rows: Sequence[Row], *, width: int = 620) -> theme.Figure:
    height = int(_TOP + _ROW * max(len(rows), 2))
    if not rows:
        return theme.empty(height)
    last = max(row.months for row in rows) * 1.02
    names = max(text_width(_total(row), _SIZE, bold=True) for row in rows) + 12
    layout = theme.layout(
        height,
        x=theme.hidden_axis(0, last),
        y=theme.hidden_axis(0, height),
        margin={"l": 2, "r": names, "t": 0, "b": 0, "pad": 0},
        shapes=list(_lines(rows, height)),
        annotations=list(_words(rows, height, (width - names) / last)),
    )
    return {"data": [_trace(rows, height)], "layout": layout}


def _middle(at: int) -> float:
    return _TOP + _ROW * at + 18 + _BAR / 2 - 8


def _trace(rows: Sequence[Row], height: int) -> theme.Trace:
    """All rows in one, so that none makes room for another."""
    placed = [(row, part, height - _middle(at)) for at, row in enumerate(rows) for part in row.parts]
    edges = [_edge(part) for _row, part, _y in placed]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [part.months for _row, part, _y in placed],
        "base": [start for row in rows for start in _starts(row)],
        "y": [y for _row, _part, y in placed],
        "width": _BAR,
        "marker": {"color": [_ink(row, part) for row, part, _y in placed], "line": {"color": edges, "width": 1.4}},
        "hoverinfo": "text",
        "hovertext": [f"<b>{theme.plain(part.label)}</b><br>{_months(part.months)}" for _row, part, _y in placed],
    }


def _starts(row: Row) -> list[float]:
    return [sum(part.months for part in row.parts[:at]) for at in range(len(row.parts))]


def _ink(row: Row, part: Part) -> str:
    if part.open:
        return theme.WHITE
    return theme.LIGHT_CONTEXT if row.is_template else INKS[(int(part.code) - 1) % len(INKS)]


def _edge(part: Part) -> str:
    return theme.MESSAGE if part.open else theme.WHITE


def _lines(rows: Sequence[Row], height: int) -> Iterator[dict[str, Any]]:
    """Where the template ends each step, through all rows."""
    for row in rows:
        ends = [start + part.months for start, part in zip(_starts(row), row.parts, strict=True)]
        for end in ends if row.is_template else ():
            line = {"color": theme.CONTEXT, "width": 1, "dash": "2px,3px"}
            yield {"type": "line", "x0": end, "x1": end, "y0": 0, "y1": height - _TOP, "layer": "below", "line": line}


def _words(rows: Sequence[Row], height: int, pixels: float) -> Iterator[theme.Annotation]:
    for at, row in enumerate(rows):
        y = height - _middle(at)
        name = theme.styled(theme.plain(row.label), size=_SIZE, colour=theme.QUIET_TEXT)
        yield theme.note(name, 0, y + _BAR / 2 + 9, xanchor="left", borderpad=0, bgcolor=theme.WHITE)
        total = theme.styled(_total(row), size=_SIZE, bold=True)
        yield theme.note(total, row.months, y, xanchor="left", xshift=6, borderpad=0)
        for start, part in zip(_starts(row), row.parts, strict=True):
            if part.months * pixels >= _LEAST_ROOM:
                yield theme.note(_number(row, part), start + part.months / 2, y, borderpad=0)


def _number(row: Row, part: Part) -> str:
    is_dark = not part.open and not row.is_template and int(part.code) < 4
    return theme.styled(part.code, size=_SIZE, bold=True, colour=theme.WHITE if is_dark else theme.TEXT)


def _total(row: Row) -> str:
    return _months(row.months)


def _months(value: float) -> str:
    return _("figures.durations.months", count=number(value, 0 if round(value, 1) == round(value) else 1))
