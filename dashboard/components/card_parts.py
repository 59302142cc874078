"""What every card has: a heading that says the finding, and a foot with source, table and three quiet actions."""

from __future__ import annotations

from typing import Any

from dash import Output, html
from dash.development.base_component import Component

from dashboard.components.data_table import TableData, folded_table
from dashboard.components.folded import ATTRIBUTE
from dashboard.components.status import icon
from dashboard.components.text import Link, anchor, aria, marked, plain
from dashboard.i18n import _

HEAD_PARTS = ("title", "subtitle")
FOOT_PARTS = ("sentence", "source")


def part(id: str, name: str) -> str:
    return f"{id}-{name}"


def children_of(id: str, names: tuple[str, ...]) -> list[Output]:
    return [Output(part(id, name), "children") for name in names]


def subtitle(text: str, link: Link | None) -> list[str | Component]:
    parts = marked(text)
    return [*parts, *([" · "] if parts else []), anchor(link)] if link else parts


def head(id: str, title: str, text: str, link: Link | None, control: Component | None = None) -> Component:
    """A `control` (a choice of what is shown) stands beside the heading and keeps its place."""
    heading = html.H2(title, id=part(id, "title"), className="card-title")
    words = html.Div([heading, html.P(subtitle(text, link), id=part(id, "subtitle"), className="card-subtitle")])
    return html.Div([words, control], className="card-head") if control else words


def _action(name: str, symbol: str, **more: Any) -> Component:
    label = html.Span(_(f"components.action.{name}"))
    return html.Button([icon(symbol), label], type="button", className="action", **{"data-action": name, **more})


def _actions(id: str) -> Component:
    toggle = _action("table", "table", **aria(expanded="false", controls=part(id, "table")))
    copy = _action("copy", "quote", **{"data-said": _("components.action.copied")})
    download = _action("download", "download", **{"data-said": _("components.action.downloaded")})
    return html.Div([toggle, copy, download], className="card-actions")


def foot(id: str, sentence: str, source: str, data: TableData | None) -> list[Component]:
    """Without `data` the table of this card stands in sight, and is the one that can be saved."""
    spoken = html.P(plain(sentence), id=part(id, "sentence"), className="visually-hidden card-sentence")
    line = html.Div(
        [html.P(source, id=part(id, "source"), className="card-source"), _actions(id)], className="card-foot"
    )
    name = aria(label=_("components.action.table_name"))
    rows = html.Div(id=part(id, "table"), className="card-table", role="group", tabIndex=0, **name, **_folded(data))
    return [spoken, line, rows]


def _folded(data: TableData | None) -> dict[str, Any]:
    return {ATTRIBUTE: folded_table(data) if data and data.rows else ""}


def foot_outputs(id: str) -> list[Output]:
    return [*children_of(id, FOOT_PARTS), Output(part(id, "table"), ATTRIBUTE)]


def foot_values(sentence: str, source: str, data: TableData | None) -> list[object]:
    return [plain(sentence), source, *_folded(data).values()]
