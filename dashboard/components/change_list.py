"""What changed, a row each: what it was struck through, what it is, why, and who told it when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from dashboard.components.data_table import Cell, content
from dashboard.components.text import Link, anchor, aria, typed
from dashboard.i18n import _

COLUMNS = ("what", "was", "now", "why", "who")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """`kind` is the word for it, `aspect` what of it differs; `title` is what the region calls it.

    `href` leads to its history.
    """

    kind: str
    name: str
    aspect: str
    title: str
    was: Cell
    now: Cell
    why: Cell
    who: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Rows under a head of their own; `counted` says how many they are, `href` leads to all of them."""

    name: str
    counted: str
    rows: Sequence[ChangeRow]
    href: str = ""


@dataclass(frozen=True, slots=True)
class KindCount:
    """`parts`: 14 mijlpalen, 6 experimenten."""

    count: str
    name: str
    parts: str
    is_some: bool


def _what(row: ChangeRow) -> list[Component | str]:
    name = anchor(Link(row.name, row.href)) if row.href else html.Strong(row.name)
    title = [typed(row.title, "change-title")] if row.title else []
    return [name, " ", html.Span(row.aspect, className="change-aspect"), *title]


def _row(row: ChangeRow, why: list[Component], *, with_who: bool) -> Component:
    cells = [
        html.Th(_what(row), scope="row"),
        html.Td(content(row.was), className="change-was"),
        html.Td([html.Span("→ ", **aria(hidden="true")), content(row.now)], className="change-now"),
        *why,
    ]
    return html.Tr([*cells, html.Td(row.who, className="change-who")] if with_who else cells)


def _rows(rows: Sequence[ChangeRow], *, with_who: bool) -> Iterator[Component]:
    """A reason that rows under one another share is said once, beside all of them."""
    for _key, found in groupby(enumerate(rows), key=lambda pair: pair[1].why.text or pair[0]):
        first, *others = [row for _at, row in found]
        why = html.Td(content(first.why), rowSpan=1 + len(others), className="change-why")
        yield _row(first, [why], with_who=with_who)
        yield from (_row(row, [], with_who=with_who) for row in others)


def by_kind(rows: Sequence[ChangeRow]) -> list[ChangeGroup]:
    """The caller gives them in the order of kinds."""
    found = [(kind, tuple(same)) for kind, same in groupby(rows, key=lambda row: row.kind)]
    return [ChangeGroup(kind, str(len(same)), same) for kind, same in found]


def _group(group: ChangeGroup, *, with_who: bool) -> Component:
    name = anchor(Link(group.name, group.href)) if group.href else group.name
    counted = html.Span(f" {group.counted}", className="change-count")
    span = len(COLUMNS) - (not with_who)
    head = html.Tr(html.Th([name, counted], scope="rowgroup", colSpan=span), className="change-kind")
    return html.Tbody([head, *_rows(group.rows, with_who=with_who)])


def change_table(caption: str, groups: Sequence[ChangeGroup], *, with_who: bool = True) -> Component:
    columns = COLUMNS if with_who else COLUMNS[:-1]
    heads = html.Thead(html.Tr([html.Th(_(f"changes.column.{column}"), scope="col") for column in columns]))
    bodies = [_group(group, with_who=with_who) for group in groups]
    return html.Table([html.Caption(caption, className="visually-hidden"), heads, *bodies], className="change-table")


def kinds(counts: Sequence[KindCount]) -> Component:
    """Large enough to be read from the back of a room."""
    items = [
        html.Li(
            [
                html.Strong(one.count, className="kind-count"),
                " ",
                html.Span(one.name, className="kind-name"),
                " ",
                html.Span(one.parts, className="kind-parts"),
            ],
            className="kind" if one.is_some else "kind is-none",
        )
        for one in counts
    ]
    return html.Ul(items, className="kinds")


@dataclass(frozen=True, slots=True)
class CorrectionItem:
    """`reason` is as the region gave it; `facts`: publicatie 4 van 18 november 2026, goedgekeurd 9 november."""

    title: str
    reason: str
    facts: str
    figures: tuple[ChangeRow, ...] = ()
    counted: str = ""


def _correction(item: CorrectionItem) -> Component:
    reason = [html.P(typed(item.reason))] if item.reason else []
    head = [html.P(html.Strong(item.title)), *reason, html.P(item.facts, className="correction-facts")]
    if not item.figures:
        return html.Li([*head, html.P(item.counted, className="correction-facts")])
    rows = change_table(item.title, by_kind(item.figures), with_who=False)
    figures = html.Details([html.Summary(item.counted), rows], className="fold")
    return html.Li([*head, figures])


def corrections(items: Sequence[CorrectionItem], older: Sequence[CorrectionItem], folded: str) -> list[Component]:
    """The newest in sight, `older` ones folded."""
    listed = html.Ul([_correction(item) for item in items], className="corrections")
    if not older:
        return [listed]
    rest = html.Ul([_correction(item) for item in older], className="corrections")
    return [listed, html.Details([html.Summary(folded), rest], className="fold")]
