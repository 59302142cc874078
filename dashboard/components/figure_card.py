"""The only place with a graph: a chart with its name, a sentence, a data table, its source and three actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import Output, dcc, html
from dash.development.base_component import Component

from dashboard.components import card_parts
from dashboard.components.card_parts import part
from dashboard.components.data_table import TableData
from dashboard.components.empty import Empty, empty
from dashboard.components.text import Link, aria, marked, plain
from dashboard.i18n import language

BLOCKS = ("above", "empty", "note", "below")


@dataclass(frozen=True, slots=True)
class Card:
    """`sentence` says what the chart shows and is not the title; `note` is the line readers see under the chart.

    `above` and `below` are blocks without controls and graphs: a legend, cards under a chart. `phone_height` is in
    pixels, for a chart that must be lower on a phone.
    """

    title: str
    subtitle: str
    figure: Mapping[str, Any]
    chart_name: str
    sentence: str
    table: TableData
    source: str
    note: str = ""
    link: Link | None = None
    above: Sequence[Component] = ()
    below: Sequence[Component] = ()
    empty: Empty | None = None
    phone_height: int | None = None


def _config() -> Any:
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "plotlyServerURL": "",
        "modeBarButtonsToRemove": ["sendDataToCloud"],
        "doubleClick": False,
        "showTips": False,
        "responsive": True,
        "locale": language(),
    }


def _frame_look(card: Card) -> str:
    return "chart is-empty" if card.empty else "chart"


def _sizes(card: Card) -> dict[str, str]:
    """A figure knows how high it must be; a phone may ask for another height."""
    on_phone = {"--phone-height": f"{card.phone_height}px"} if card.phone_height else {}
    return {"--height": f"{card.figure['layout']['height']}px", **on_phone}


def _graph(id: str, card: Card) -> Component:
    fill = {"height": "100%"}
    graph = dcc.Graph(id=part(id, "graph"), figure=card.figure, config=_config(), responsive=True, style=fill)
    described = aria(label=card.chart_name, describedby=part(id, "sentence"))
    return html.Div(
        graph, id=part(id, "frame"), className=_frame_look(card), style=_sizes(card), role="img", **described
    )


def _blocks(card: Card) -> dict[str, Any]:
    waiting = empty(card.empty) if card.empty else None
    return {"above": list(card.above), "empty": waiting, "note": marked(card.note), "below": list(card.below)}


def _block(id: str, name: str, card: Card) -> Component:
    return html.Div(_blocks(card)[name], id=part(id, name), className=f"card-{name}")


def _plot(id: str, card: Card, *, least_width: int | None) -> Component:
    """In less than `least_width` pixels a chart scrolls inside its card, also by keyboard."""
    scroll: dict[str, Any] = {}
    if least_width:
        scroll = {"tabIndex": 0, "role": "group", "style": {"--least-width": f"{least_width}px"}}
        scroll |= aria(label=plain(card.title))
    frame = html.Div(_graph(id, card), className="chart-scroll", **scroll)
    return html.Div([_block(id, "above", card), frame, _block(id, "empty", card)], className="plot")


def component(id: str, card: Card, *, least_width: int | None = None, control: Component | None = None) -> Component:
    """Heights are reserved; a `control` chooses what is measured."""
    top = card_parts.head(id, card.title, card.subtitle, card.link, control)
    middle = [_plot(id, card, least_width=least_width), _block(id, "note", card), _block(id, "below", card)]
    return html.Section(
        [top, *middle, *card_parts.foot(id, card.sentence, card.source, card.table)],
        id=id,
        className="card has-actions",
        **aria(labelledby=part(id, "title")),
    )


def outputs(id: str) -> list[Output]:
    frame = [Output(part(id, "frame"), prop) for prop in ("aria-label", "className", "style")]
    heads, blocks = card_parts.children_of(id, card_parts.HEAD_PARTS), card_parts.children_of(id, BLOCKS)
    return [
        *heads,
        Output(part(id, "graph"), "figure"),
        *frame,
        *blocks,
        *card_parts.foot_outputs(id),
    ]


def values(card: Card) -> list[object]:
    heads = [card.title, card_parts.subtitle(card.subtitle, card.link)]
    frame = [card.chart_name, _frame_look(card), _sizes(card)]
    blocks = [_blocks(card)[name] for name in BLOCKS]
    return [*heads, card.figure, *frame, *blocks, *card_parts.foot_values(card.sentence, card.source, card.table)]
