"""Legend of the hexagon map: five classes, and a hatch for each way in which a figure can be absent."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.gap import hatch
from dashboard.components.text import aria
from dashboard.i18n import _


def _class(number: int, label: str) -> Component:
    return html.Li([html.Span(className=f"map-class map-class-{number}", **aria(hidden="true")), label])


def _gap(code: str) -> Component:
    return html.Li([hatch(code), _(f"components.hatch.{code}")])


def map_legend(title: str, classes: Sequence[str], hatches: Sequence[str]) -> Component:
    """`classes` from the highest to the lowest, at most five; `hatches` only those on the map."""
    colours = [_class(len(classes) - index, label) for index, label in enumerate(classes)]
    gaps = html.Ul([_gap(code) for code in hatches])
    return html.Div([html.P(html.Strong(title)), html.Ul(colours), gaps], className="map-legend")
