"""Legend of the hexagon map: five classes, and a hatch for each way in which a figure can be absent."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import aria
from dashboard.figures.hexmap_classes import LegendRow


def _swatch(row: LegendRow) -> Component:
    if row.image:
        return html.Img(src=row.image, alt="", className="map-class")
    return html.Span(className="map-class", style={"background": row.colour}, **aria(hidden="true"))


def map_legend(title: str, rows: Sequence[LegendRow]) -> Component:
    """Colours from the highest class to the lowest, then the gaps that are on the map."""
    listed = html.Ul([html.Li([_swatch(row), row.text]) for row in rows])
    return html.Div([html.P(html.Strong(title)), listed], className="map-legend")
