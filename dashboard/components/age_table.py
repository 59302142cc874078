"""Rows with an age: since how many days, as a bar and a number, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import aria, typed
from dashboard.i18n import number

SHORTEST_SCALE: Final = 240  # days; so that what is young never fills the line


@dataclass(frozen=True, slots=True)
class Part:
    text: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class AgeRow:
    """`words` are as people wrote them, `note` is ours; both stand under the name. `last` is what comes next, also in
    their words unless it `is_ours`; `lacks` stands in its place."""

    name: str
    words: tuple[str, ...]
    parts: tuple[Part, ...]
    days: int
    is_old: bool
    last: str | None
    lacks: str
    note: str = ""
    is_typed: bool = False
    is_ours: bool = False


def table(caption: str, heads: Sequence[str], rows: Sequence[AgeRow]) -> Component:
    """`heads` are those of the name, the parts, the days and what comes next; that one is empty where nothing does."""
    scale = max([SHORTEST_SCALE, *(row.days for row in rows)])
    *before, days, last = heads
    after = [html.Th(last, scope="col")] if last else []
    numeric = [False, *(part.numeric for part in rows[0].parts)] if rows else [False] * len(before)
    first = [
        html.Th(head, scope="col", className="number" if is_number else None)
        for head, is_number in zip(before, numeric, strict=True)
    ]
    top = html.Tr([*first, html.Th(days, scope="col", className="age-head"), *after])
    body = html.Tbody([_row(row, scale, with_last=bool(last)) for row in rows])
    name = html.Caption(caption, className="visually-hidden")
    return html.Div(
        html.Table([name, html.Thead(top), body], className="data-table age-table"),
        className="table-scroll",
        tabIndex=0,
        role="group",
        **aria(label=caption),
    )


def _row(row: AgeRow, scale: int, *, with_last: bool) -> Component:
    name = html.Strong(typed(row.name) if row.is_typed else row.name)
    under = [html.Span(typed(words), className="age-words") for words in row.words]
    note = [html.Span(row.note, className="age-words")] if row.note else []
    parts = [html.Td(part.text, className="number" if part.numeric else None) for part in row.parts]
    told = [*parts, _age(row, scale), *([html.Td(_last(row))] if with_last else [])]
    return html.Tr([html.Th([name, *under, *note], scope="row"), *told])


def _last(row: AgeRow) -> Component | str:
    if row.last is None:
        return html.Span(row.lacks, className="age-lacks")
    return row.last if row.is_ours else typed(row.last)


def _age(row: AgeRow, scale: int) -> Component:
    look = "age-bar is-old" if row.is_old else "age-bar"
    bar = html.Span(className=look, style={"width": f"{100 * row.days / scale:.1f}%"})
    line = html.Span(bar, className="age-line", **aria(hidden="true"))
    return html.Td(html.Div([line, html.Strong(number(row.days))], className="age-days"))
