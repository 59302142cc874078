"""Experiments that are like an idea, the most alike first, with the words that they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.components.finder import Field
from dashboard.components.status import status
from dashboard.components.text import Link, anchor, spoken, typed
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Alike:
    """`name`, `question`, `lesson` and the `shared` words are as people in the region wrote them."""

    name: str
    href: str
    place: str
    status: str
    when: str
    question: str
    language: str
    lesson: str = ""
    shared: tuple[str, ...] = ()


def _shared(one: Alike) -> list[Component]:
    if not one.shared:
        return [html.Span(_("learning.alike.shared_none"))]
    return [html.Span([_("learning.alike.shared"), " ", typed(", ".join(one.shared), language=one.language)])]


def _row(one: Alike) -> Component:
    name = html.Strong(spoken(anchor(Link(one.name, one.href)), one.language), className="experiment-name")
    lesson = [html.P([_("learning.alike.lesson"), " ", typed(one.lesson, language=one.language)])] if one.lesson else []
    facts = html.P([html.Span(f"{one.place} · {one.when}"), *_shared(one)], className="experiment-facts")
    head = html.P([name, status(one.status)], className="experiment-head")
    return html.Li(
        [
            head,
            html.P(typed(one.question, language=one.language)),
            *lesson,
            html.Div(facts, className="experiment-foot"),
        ]
    )


def field(data: Field) -> Component:
    """What somebody wants to try, in their own words; leaving the field asks."""
    words = html.Label(data.label, htmlFor=data.id)
    typing = dbc.Input(id=data.id, type="text", value=data.value, placeholder=data.hint, maxLength=200)
    button = html.Button(_("learning.alike.ask"), type="button", className="finder-button")
    return html.Div([words, html.Div([typing, button], className="finder-words")], className="finder-field is-idea")


def alike_list(found: Sequence[Alike]) -> Component:
    return html.Ol([_row(one) for one in found], className="experiments")
