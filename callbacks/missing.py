"""An address that no page has."""

from __future__ import annotations

from functools import partial

import dash
from dash.development.base_component import Component

from dashboard.address import filters_of
from dashboard.i18n import set_language
from dashboard.pages import missing
from dashboard.titles import title_of

PATH = "/404"


def show(**query: str) -> Component:
    filters = filters_of(query)
    set_language(filters.language)
    return missing.layout("/", filters)


def register() -> None:
    """Dash looks for a page of this name when it knows no other."""
    dash.register_page("not_found_404", path=PATH, layout=show, title=partial(title_of, PATH))  # type: ignore[no-untyped-call]
