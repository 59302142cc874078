"""The flow on a phone: a bar for each phase, with what came in and what left under its name."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures import theme
from dashboard.figures.flow_header import changed, printed
from dashboard.figures.flow_plan import DROP_OUT, Movement, Stock
from dashboard.i18n import _

_ROW = 62


def bars(stocks: Sequence[Stock], movements: Sequence[Movement]) -> theme.Figure:
    height = _ROW * len(stocks) + 4
    most = max((stock.youths or 0 for stock in stocks), default=0) or 1
    places = [height - 35 - at * _ROW for at in range(len(stocks))]
    notes = [
        note for stock, y in zip(stocks, places, strict=True) for note in _notes(stock, y, _moved(stock, movements))
    ]
    layout = theme.layout(
        height,
        x=theme.hidden_axis(0, most),
        y=theme.hidden_axis(0, height),
        annotations=notes,
    )
    return {"data": [_trace(stocks, places, most)], "layout": layout}


def _moved(stock: Stock, movements: Sequence[Movement]) -> str:
    came = sum(movement.youths for movement in movements if movement.to_code == stock.phase_code)
    left = sum(movement.youths for movement in movements if movement.from_code == stock.phase_code)
    return _("figures.flow.moved", came=theme.under_ten(came), left=theme.under_ten(left))


def _notes(stock: Stock, y: float, moved: str) -> list[theme.Annotation]:
    colour = theme.SIGNAL_TEXT if stock.phase_code == DROP_OUT else theme.TITLE
    side = " · ".join(filter(None, (changed(stock), stock.share)))
    left = {"xref": "paper", "xanchor": "left", "borderpad": 0}
    right = {"xref": "paper", "xanchor": "right", "borderpad": 0}
    return [
        theme.note(f"<b>{theme.plain(stock.label)}</b>", 0, y + 18, **left),
        theme.note(theme.styled(printed(stock), size=18, colour=colour, bold=True), 1, y + 19, **right),
        theme.note(theme.styled(moved, size=12.5, colour=theme.QUIET_TEXT), 0, y - 16, **left),
        theme.note(theme.styled(side, size=12.5, colour=theme.QUIET_TEXT), 1, y - 16, **right),
    ]


def _trace(stocks: Sequence[Stock], places: Sequence[float], most: int) -> theme.Trace:
    counts = [stock.youths for stock in stocks]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [most * 0.12 if count is None else count for count in counts],
        "y": places,
        "width": 14,
        "customdata": counts,
        "marker": theme.column_marker(counts, [theme.PHASES[stock.phase_code] for stock in stocks]),
        "hoverinfo": "skip",
    }
