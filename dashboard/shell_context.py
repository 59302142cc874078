"""The context bar: which region, division, date, publication and pilot line; one place, the same on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import dash_bootstrap_components as dbc
from dash import Output, html
from dash.development.base_component import Component

from dashboard.components.status import icon
from dashboard.components.text import Link, anchor, aria, marked
from dashboard.i18n import _

CHOICES_ID: Final = "keuzes"
SUMMARY_ID: Final = "keuzes-kort"
CLEAR_ID: Final = "keuzes-wissen"
OLDER_ID: Final = "oudere-stand"


@dataclass(frozen=True, slots=True)
class Choice:
    """A native select; `options` are pairs of value and label. One that is `fixed` has a single option, and is told."""

    id: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class OlderPublication:
    """`text` says which stand is shown; `newest` leads to the newest."""

    text: str
    newest: Link


@dataclass(frozen=True, slots=True)
class ContextBar:
    """`summary` is what a phone shows of the choices; `clear` is None when nothing was chosen."""

    choices: tuple[Choice, ...]
    summary: str
    clear: Link | None = None
    demonstration: bool = False
    older: OlderPublication | None = None


def options(choice: Choice) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in choice.options]


def control(choice: Choice, class_name: str = "choice") -> Component:
    select = dbc.Select(id=choice.id, options=options(choice), value=choice.value)
    if choice.fixed:
        told = [html.P(choice.label), html.P(choice.options[0][1], className="choice-told")]
        return html.Div([*told, html.Div(select, hidden=True)], className=class_name)
    return html.Div([html.Label(choice.label, htmlFor=choice.id), select], className=class_name)


def _clear(link: Link | None) -> list[Component]:
    return [anchor(link)] if link else []


def _older(older: OlderPublication | None) -> list[Component | str]:
    return [icon("let_op"), html.Span(marked(older.text)), " ", anchor(older.newest)] if older else []


def _folded(context: ContextBar) -> Component:
    """One row on a phone: what was chosen, and a button that opens the choices."""
    button = html.Button(
        _("shell.change"),
        type="button",
        className="unfold",
        **aria(expanded="false", controls=CHOICES_ID),
    )
    return html.Div([html.P(marked(context.summary), id=SUMMARY_ID), button], className="context-folded")


def context_bar(context: ContextBar) -> Component:
    clear = html.Div(_clear(context.clear), id=CLEAR_ID, className="clear")
    choices = html.Div([*(control(choice) for choice in context.choices), clear], id=CHOICES_ID, className="choices")
    badge = [html.P(_("shell.demonstration"), className="badge-demonstration")] if context.demonstration else []
    bar = html.Section([_folded(context), choices, *badge], className="context", **aria(label=_("shell.context")))
    older = html.Div(_older(context.older), id=OLDER_ID, className="older", role="status")
    return html.Div([bar, older])


def context_outputs(choice_ids: Sequence[str]) -> list[Output]:
    blocks = [Output(id, "children") for id in (SUMMARY_ID, CLEAR_ID, OLDER_ID)]
    return [*blocks, *(Output(id, prop) for id in choice_ids for prop in ("options", "value"))]


def context_values(context: ContextBar) -> list[object]:
    blocks: list[object] = [marked(context.summary), _clear(context.clear), _older(context.older)]
    return [*blocks, *(part for choice in context.choices for part in (options(choice), choice.value))]
