"""List or map on a phone, where the list comes first; side by side where there is room. Works without a callback."""

from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.i18n import _


def component(id: str, *, listing: Component, chart: Component) -> Component:
    views = [{"label": _(f"components.view.{view}"), "value": view} for view in ("list", "map")]
    radios = dbc.RadioItems(id=f"{id}-view", options=views, value="list", inline=True)
    choice = html.Fieldset([html.Legend(_("components.view.legend"), className="visually-hidden"), radios])
    panes = [html.Div(chart, className="pane-map"), html.Div(listing, className="pane-list")]
    return html.Div([choice, *panes], id=id, className="view-switch")
