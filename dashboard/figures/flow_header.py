"""One row of numbers over the columns of the flow, as in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.figures import theme
from dashboard.figures.flow_plan import DROP_OUT, Plan, Stock
from dashboard.figures.measure import wrapped
from dashboard.i18n import _, signed

_LINE = 17.0
_LEFT: dict[str, Any] = {"xanchor": "left", "align": "left", "borderpad": 0}


class Header:
    def __init__(self, stocks: Sequence[Stock], pitch: float) -> None:
        self._stocks = stocks
        self._number_size = 21 if pitch > 135 else 18
        self._labels = [wrapped(stock.label, pitch - 8, bold=True) for stock in stocks]
        self._label_room = 8 + _LINE * (max(label.count("<br>") for label in self._labels) + 1)
        self._shares = any(stock.share for stock in stocks)

    @property
    def height(self) -> float:
        return self._label_room + 27 + (20 if self._shares else 4)

    def notes(self, plan: Plan, top: float) -> Iterator[theme.Annotation]:
        under_label = top - self._label_room
        for x, stock, label in zip(plan.lefts, self._stocks, self._labels, strict=True):
            yield theme.note(f"<b>{label}</b>", x, top - 7, yanchor="top", **_LEFT)
            yield theme.note(self._numbers(stock), x, under_label - 13, **_LEFT)
            if stock.share:
                share = theme.styled(stock.share, size=12.5, colour=theme.QUIET_TEXT)
                yield theme.note(share, x, under_label - 34, **_LEFT)

    def strips(self, plan: Plan, top: float) -> Iterator[dict[str, Any]]:
        for x, stock in zip(plan.lefts, self._stocks, strict=True):
            ends = {"x0": x, "x1": x + plan.column, "y0": top - 4, "y1": top}
            yield {"type": "rect", **ends, "fillcolor": theme.PHASES[stock.phase_code], "line": {"width": 0}}

    def _numbers(self, stock: Stock) -> str:
        colour = theme.SIGNAL_TEXT if stock.phase_code == DROP_OUT else theme.TITLE
        main = theme.styled(printed(stock), size=self._number_size, colour=colour, bold=True)
        return f"{main} {theme.styled(changed(stock), size=12.5, colour=theme.QUIET_TEXT)}"


def printed(stock: Stock) -> str:
    return "–" if stock.youths is None else theme.under_ten(stock.youths)


def changed(stock: Stock) -> str:
    if stock.change is None:
        return ""
    return signed(stock.change) if stock.change else _("figures.flow.equal")
