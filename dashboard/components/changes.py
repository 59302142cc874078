"""What changed since the previous publication: was, is, difference, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link, marked
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Moved:
    label: str
    was: str
    now: str
    difference: str


def _table(title: str, moves: Sequence[Moved]) -> Component:
    labels = ("what", "was", "now", "difference")
    columns = tuple(Column(_(f"components.changes.{label}"), numeric=label != "what") for label in labels)
    rows = tuple(
        (move.label, Cell(move.was, struck=True), Cell(move.now, strong=True), move.difference) for move in moves
    )
    return table(TableData(title, columns, rows), caption_shown=False, class_name="changes")


def card(
    title: str, subtitle: str, moves: Sequence[Moved], events: Sequence[str], *, link: Link | None = None
) -> HtmlCard:
    happened = html.Ul([html.Li(marked(event)) for event in events], className="events") if events else None
    return HtmlCard(title, subtitle, [part for part in (_table(title, moves), happened) if part], link=link)
