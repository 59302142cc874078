"""Cards that stand beside each other where there is room."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component


def beside(*cards: tuple[Component, str]) -> Component:
    """Each with the classes of its column."""
    return html.Div([html.Div(card, className=columns) for card, columns in cards], className="row")


def halves(*cards: Component) -> Component:
    return beside(*((card, "col-12 col-lg-6") for card in cards))
