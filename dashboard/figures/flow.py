"""Where young people stand and how they moved: phases as columns, movements as ribbons on the same scale.

Everything is laid out in pixels for a drawing of a given width; a wider or narrower card only stretches it sideways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import Any

from dashboard.figures import theme
from dashboard.figures.flow_balance import Line, lines, room, rules
from dashboard.figures.flow_compact import bars
from dashboard.figures.flow_header import Header, printed
from dashboard.figures.flow_plan import DROP_OUT, GONE, NEW, Drawing, Movement, Stock, least_room, plan, sort, unused
from dashboard.figures.flow_ribbons import Ribbon, ribbons
from dashboard.i18n import _

__all__ = ["DROP_OUT", "GONE", "NEW", "Line", "Movement", "Stock", "flow"]

_NOT_DELIVERED_HEIGHT = 26.0


def flow(
    stocks: Sequence[Stock],
    movements: Sequence[Movement],
    *,
    height: int = 300,
    width: int = 860,
    compact: bool = False,
    balance: Sequence[Line] = (),
) -> theme.Figure:
    """`width` is the width of the card in which it is mostly seen; `compact` is the form for a phone.
    `balance` are lines of numbers that stand under the columns, and take the place of what is left empty over them.

    The figure grows over `height` when there are many lanes: its own height stands in its layout.
    """
    if not stocks:
        return theme.empty(height)
    if compact:
        return bars(stocks, movements)
    moves = sort(stocks, movements)
    header = Header(stocks, width * 0.93 / len(stocks))
    over = header.height + 6
    height = max(height, ceil(over + least_room(stocks, moves)))
    planned = plan(stocks, moves, width, height - over)
    height -= floor(unused(stocks, moves, planned, height - over)) if balance else 0
    drawing = Drawing(stocks, moves, planned)
    drawn = tuple(ribbons(drawing))
    data = [*(_trace(stocks, ribbon) for ribbon in drawn), *_arrows(drawing), _columns(drawing)]
    notes = [note for ribbon in drawn for note in ribbon.notes]
    layout = _layout(drawing, header, [*notes, *lines(drawing.plan, balance)], height, width)
    return {"data": data, "layout": _with_balance(layout, drawing, balance, width)}


def _layout(drawing: Drawing, header: Header, notes: list[theme.Annotation], height: int, width: int) -> dict[str, Any]:
    under = drawing.plan.floor
    top = height - under
    base = {"type": "line", "x0": drawing.plan.lefts[0], "x1": width, "y0": 0, "y1": 0}
    return theme.layout(
        height,
        x=theme.hidden_axis(0, width),
        y=theme.hidden_axis(-under, top),
        annotations=[*notes, *header.notes(drawing.plan, top), *_others(drawing)],
        shapes=[*header.strips(drawing.plan, top), {**base, "line": {"color": theme.CONTEXT, "width": 1}}],
    )


def _with_balance(layout: dict[str, Any], drawing: Drawing, balance: Sequence[Line], width: int) -> dict[str, Any]:
    """Room for it under all else."""
    low, high = layout["yaxis"]["range"]
    layout["yaxis"]["range"] = [low - room(balance), high]
    layout["shapes"] += rules(drawing.plan, balance, width)
    layout["height"] += ceil(room(balance))
    return layout


def _trace(stocks: Sequence[Stock], ribbon: Ribbon) -> theme.Trace:
    ink = theme.translucent(ribbon.colour, 0.45)
    fill: dict[str, object] = {"fill": "toself", "fillcolor": ink}
    if ribbon.movement.youths < theme.SMALL_COUNT:
        fill["fillpattern"] = theme.pattern("klein_aantal", ink)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": ribbon.outline.x,
        "y": ribbon.outline.y,
        **fill,
        "line": {"width": 0.8, "color": ink},
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": _words(stocks, ribbon.movement),
        "meta": ribbon.movement.youths,
    }


def _words(stocks: Sequence[Stock], movement: Movement) -> str:
    names = {stock.phase_code: theme.plain(stock.label) for stock in stocks}
    start = names.get(movement.from_code) or _("figures.flow.new_name")
    end = names.get(movement.to_code) or _("figures.flow.gone_name")
    return f"{start} → {end}: {_('figures.youths', count=theme.under_ten(movement.youths))}"


def _arrows(drawing: Drawing) -> Iterator[theme.Trace]:
    """Where a return comes back into its column."""
    if drawing.moves.returns:
        ends = [drawing.plan.inside(target, 0.5) for target in drawing.moves.returns]
        marker = {"symbol": "triangle-up", "size": 12, "color": theme.SIGNAL}
        where = {"x": ends, "y": [-5.0] * len(ends)}
        yield {"type": "scatter", "mode": "markers", **where, "marker": marker, "hoverinfo": "skip"}


def _columns(drawing: Drawing) -> theme.Trace:
    colours = [theme.PHASES[stock.phase_code] for stock in drawing.stocks]
    heights = [
        _NOT_DELIVERED_HEIGHT if stock.youths is None else drawing.top(at) for at, stock in enumerate(drawing.stocks)
    ]
    return {
        "type": "bar",
        "x": [left + drawing.plan.column / 2 for left in drawing.plan.lefts],
        "y": heights,
        "width": drawing.plan.column,
        "customdata": [stock.youths for stock in drawing.stocks],
        "marker": theme.column_marker([stock.youths for stock in drawing.stocks], colours),
        "hoverinfo": "text",
        "hovertext": [_column_words(stock) for stock in drawing.stocks],
    }


def _column_words(stock: Stock) -> str:
    known = _("figures.not_delivered") if stock.youths is None else _("figures.youths", count=printed(stock))
    return f"<b>{theme.plain(stock.label)}</b><br>{known}"


def _others(drawing: Drawing) -> Iterator[theme.Annotation]:
    """Movements that the drawing has no place for are counted, not left out in silence."""
    if drawing.moves.others:
        count = theme.under_ten(sum(movement.youths for movement in drawing.moves.others))
        text = theme.styled(_("figures.flow.others", count=count), size=12.5, colour=theme.QUIET_TEXT)
        yield theme.note(text, 0, -drawing.plan.floor, xanchor="left", yanchor="bottom", borderpad=0)
