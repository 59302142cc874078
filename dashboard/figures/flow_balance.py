"""Numbers under the columns of the flow, as in a table: what stood there, came, went and stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from dashboard.figures import theme
from dashboard.figures.flow_plan import Plan

_ROW: Final = 21.0
_APART: Final = 14.0


class Line(NamedTuple):
    """`cells` has a printed number for each column; a `strong` line is the outcome of those above it."""

    label: str
    cells: tuple[str, ...]
    strong: bool = False


def room(balance: Sequence[Line]) -> float:
    return _APART + _ROW * len(balance) if balance else 0.0


def lines(plan: Plan, balance: Sequence[Line]) -> Iterator[theme.Annotation]:
    for at, line in enumerate(balance):
        y = _middle(plan, at)
        label = theme.styled(line.label, size=12.5, colour=theme.QUIET_TEXT, bold=line.strong)
        yield theme.note(label, 0, y, xanchor="left", borderpad=0)
        for left, cell in zip(plan.lefts, line.cells, strict=True):
            text = theme.styled(cell, size=12.5, bold=line.strong)
            yield theme.note(text, left + plan.column, y, xanchor="right", borderpad=0)


def rules(plan: Plan, balance: Sequence[Line], width: int) -> list[dict[str, Any]]:
    """A line over each; that over the outcome is darker."""
    return [
        {
            "type": "line",
            "x0": 0,
            "x1": width,
            "y0": _middle(plan, at) + _ROW / 2,
            "y1": _middle(plan, at) + _ROW / 2,
            "line": {"color": theme.QUIET_TEXT if line.strong else theme.GRID, "width": 1},
        }
        for at, line in enumerate(balance)
    ]


def _middle(plan: Plan, at: int) -> float:
    return -plan.floor - _APART - _ROW * (at + 0.5)
