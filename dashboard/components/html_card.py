"""A card without a graph: rows, lists and tables under a heading that says the finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import Output, html
from dash.development.base_component import Component

from dashboard.components import card_parts
from dashboard.components.card_parts import part
from dashboard.components.data_table import TableData
from dashboard.components.empty import Empty, empty
from dashboard.components.text import Link, aria


@dataclass(frozen=True, slots=True)
class HtmlCard:
    """`sentence`, `table` and `source` are for a card with actions; `body` holds no control and no graph.

    Without a `table` the one in `body` is what can be saved.
    """

    title: str
    subtitle: str
    body: Sequence[Component]
    link: Link | None = None
    source: str = ""
    sentence: str = ""
    table: TableData | None = None
    empty: Empty | None = None


def _body(card: HtmlCard) -> list[Component]:
    return [empty(card.empty)] if card.empty else list(card.body)


def component(id: str, card: HtmlCard, *, actions: bool = False, control: Component | None = None) -> Component:
    head = card_parts.head(id, card.title, card.subtitle, card.link, control)
    foot = card_parts.foot(id, card.sentence, card.source, card.table) if actions else []
    return html.Section(
        [head, html.Div(_body(card), id=part(id, "body"), className="card-body"), *foot],
        id=id,
        className="card has-actions" if actions else "card",
        **aria(labelledby=part(id, "title")),
    )


def outputs(id: str, *, actions: bool = False) -> list[Output]:
    feet = card_parts.foot_outputs(id) if actions else []
    return [*card_parts.children_of(id, (*card_parts.HEAD_PARTS, "body")), *feet]


def values(card: HtmlCard, *, actions: bool = False) -> list[object]:
    feet = card_parts.foot_values(card.sentence, card.source, card.table) if actions else []
    return [card.title, card_parts.subtitle(card.subtitle, card.link), _body(card), *feet]
