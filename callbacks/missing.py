"""An address that no page has."""

from __future__ import annotations

import dash
from dash.development.base_component import Component

from dashboard.address import filters_of
from dashboard.i18n import set_language
from dashboard.pages import missing


def show(**query: str) -> Component:
    filters = filters_of(query)
    set_language(filters.language)
    return missing.layout("/", filters)


def register(app: dash.Dash) -> None:
    """Dash looks for a page of this name when it knows no other."""
    dash.register_page("not_found_404", path="/404", layout=show, title=app.title)  # type: ignore[no-untyped-call]
