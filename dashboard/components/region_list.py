"""All regions in a list: the same figures as the map beside it, and the default on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from dashboard.components import gap
from dashboard.components.attention import number_sign
from dashboard.components.html_card import HtmlCard
from dashboard.components.status import status
from dashboard.components.text import Link, anchor, aria
from dashboard.i18n import _

URGENCY: Final = {"achter": 1, "let_op": 2, "onbekend": 3, "op_koers": 4}


@dataclass(frozen=True, slots=True)
class RegionRow:
    """Without an `href` the region has no page; without a `share` the sign of `gap` stands in its place.

    `note` (stand 1-7-2026) goes before the status.
    """

    name: str
    href: str
    share: str | None
    share_value: float | None
    count: str
    change: str
    status: str | None = None
    note: str = ""
    gap: str = "ontbreekt"
    attention: int | None = None
    count_value: float | None = None
    change_value: float | None = None


@dataclass(frozen=True, slots=True)
class RegionList:
    """`national_value` is the tick in the bars that a phone shows, `end` what their full width stands for.

    A column without figures has no label.
    """

    rows: tuple[RegionRow, ...]
    share_label: str
    count_label: str
    change_label: str
    status_label: str
    national_value: float | None = None
    end: float = 100


def _sort(value: float | str | None) -> dict[str, Any]:
    """What the column is sorted by; empty values stay last."""
    return {"data-sort": "" if value is None else str(value)}


def _name(row: RegionRow) -> Component:
    name = anchor(Link(row.name, row.href)) if row.href else row.name
    number = number_sign(row.attention) if row.attention else None
    return html.Th([name, " ", number], scope="row", **_sort(row.name))


def _width(value: float, end: float) -> str:
    return f"{100 * min(max(value / end, 0), 1):.1f}%"


def _bar(row: RegionRow, regions: RegionList) -> Component:
    if row.share_value is None:
        return html.Td(row.note or gap.word(row.gap), className="list-bar is-note", **aria(hidden="true"))
    bar = html.Span(className="list-share", style={"width": _width(row.share_value, regions.end)})
    national = regions.national_value
    tick = [] if national is None else [html.Span(className="list-tick", style={"left": _width(national, regions.end)})]
    return html.Td(html.Div([bar, *tick]), className="list-bar", **aria(hidden="true"))


def _standing(row: RegionRow) -> Component:
    note = row.note or ("" if row.share is not None else gap.word(row.gap))
    if note:
        return html.Td(html.Span(note, className="list-note"), className="list-status", **_sort(None))
    shown = status(row.status, quiet=row.status == "op_koers") if row.status else None
    return html.Td(shown, className="list-status", **_sort(URGENCY.get(row.status or "")))


def _row(row: RegionRow, regions: RegionList) -> Component:
    share = gap.sign(row.gap) if row.share is None else html.Strong(row.share)
    numbers = [
        html.Td(share, className="number", **_sort(row.share_value)),
        html.Td(row.count, className="number list-count", **_sort(row.count_value)),
        html.Td(row.change, className="number list-change", **_sort(row.change_value)),
    ]
    return html.Tr([_name(row), _bar(row, regions), *numbers, _standing(row)])


def _head(label: str, look: str = "") -> Component:
    if not label:
        return html.Td(className=look)
    action: dict[str, Any] = {"data-action": "sort"}
    button = html.Button(label, type="button", className="sort", **action)
    return html.Th(button, scope="col", className=look)


def _header(regions: RegionList) -> Component:
    bar = html.Td(className="list-bar", **aria(hidden="true"))
    share = _head(regions.share_label, "number")
    count = _head(regions.count_label, "number list-count")
    change = _head(regions.change_label, "number list-change")
    standing = _head(regions.status_label, "list-status")
    return html.Thead(html.Tr([_head(_("components.regions.name")), bar, share, count, change, standing]))


def table(regions: RegionList, caption: str) -> Component:
    rows = html.Tbody([_row(row, regions) for row in regions.rows])
    return html.Table(
        [html.Caption(caption, className="visually-hidden"), _header(regions), rows], className="region-list"
    )


def card(title: str, subtitle: str, regions: RegionList, *, link: Link | None = None, source: str = "") -> HtmlCard:
    gaps = tuple(dict.fromkeys(row.gap for row in regions.rows if row.share is None))
    signs = [gap.legend(gaps)] if gaps else []
    return HtmlCard(title, subtitle, [table(regions, title), *signs], link=link, source=source)
