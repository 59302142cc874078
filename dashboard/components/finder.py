"""A form that narrows a list down: words to seek, choices, how many are left, and a way back to all."""

from __future__ import annotations

from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.text import Link, anchor, aria, marked
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Field:
    """A native text field; what is typed goes into the address as the part of `id` after its first dash."""

    id: str
    label: str
    value: str = ""
    hint: str = ""


def field(data: Field) -> Component:
    """The button is for those who look for one: leaving the field, or Enter, does the same."""
    typed = dbc.Input(id=data.id, type="search", value=data.value, placeholder=data.hint, maxLength=200)
    button = html.Button(_("components.finder.seek"), type="button", className="finder-button")
    words = html.Label(data.label, htmlFor=data.id)
    return html.Div(
        [words, html.Div([typed, button], className="finder-words")], className="finder-field", role="search"
    )


def finder(words: Component, choices: list[Component], counted: str, clear: Link | None) -> Component:
    """`counted` is heard when it changes, as it comes with a page that is loaded anew."""
    ways = html.Div(choices, className="finder-choices")
    link: list[Component | str] = [" · ", anchor(clear)] if clear else []
    found = html.P([*marked(counted), *link], className="finder-count", role="status")
    return html.Section([words, ways, found], className="card finder", **aria(label=_("components.finder.name")))


@dataclass(frozen=True, slots=True)
class Pager:
    """`text`: 13 tot en met 24 van 79."""

    text: str
    before: Link | None = None
    after: Link | None = None


def pager(data: Pager) -> list[Component]:
    if data.before is None and data.after is None:
        return []
    links = [anchor(link, class_name="pager-link") for link in (data.before, data.after) if link]
    return [html.Nav([html.Span(data.text), *links], className="pager", **aria(label=_("components.finder.pages")))]
