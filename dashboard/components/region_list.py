"""All regions in a list: the same figures as the map beside it, and the default on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components import gap
from dashboard.components.attention import number_sign
from dashboard.components.html_card import HtmlCard
from dashboard.components.status import status
from dashboard.components.text import Link, anchor, aria
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class RegionRow:
    """Without a `share` the sign of `gap` stands in its place; `note` (stand 1-7-2026) goes before the status."""

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


@dataclass(frozen=True, slots=True)
class RegionList:
    """`national_value` is the tick in the bars that a phone shows, `end` what their full width stands for."""

    rows: tuple[RegionRow, ...]
    share_label: str
    count_label: str
    change_label: str
    national_value: float | None = None
    end: float = 100


def _name(row: RegionRow) -> Component:
    number = number_sign(row.attention) if row.attention else None
    return html.Th([anchor(Link(row.name, row.href)), " ", number], scope="row")


def _width(value: float, end: float) -> str:
    return f"{100 * min(max(value / end, 0), 1):.1f}%"


def _bar(row: RegionRow, regions: RegionList) -> Component:
    if row.share_value is None:
        return html.Td(row.note or gap.word(row.gap), className="list-bar is-note")
    bar = html.Span(className="list-share", style={"width": _width(row.share_value, regions.end)})
    national = regions.national_value
    tick = [] if national is None else [html.Span(className="list-tick", style={"left": _width(national, regions.end)})]
    return html.Td(html.Div([bar, *tick]), className="list-bar", **aria(hidden="true"))


def _standing(row: RegionRow) -> Component:
    note = row.note or ("" if row.share is not None else gap.word(row.gap))
    if note:
        return html.Td(html.Span(note, className="list-note"), className="list-status")
    return html.Td(status(row.status, quiet=row.status == "op_koers") if row.status else None, className="list-status")


def _row(row: RegionRow, regions: RegionList) -> Component:
    share = gap.sign(row.gap) if row.share is None else html.Strong(row.share)
    numbers = [html.Td(row.count, className="number list-count"), html.Td(row.change, className="number list-change")]
    return html.Tr([_name(row), _bar(row, regions), html.Td(share, className="number"), *numbers, _standing(row)])


def _header(regions: RegionList) -> Component:
    name = html.Th(_("components.regions.name"), scope="col")
    bar = html.Td(className="list-bar", **aria(hidden="true"))
    share = html.Th(regions.share_label, scope="col", className="number")
    count = html.Th(regions.count_label, scope="col", className="number list-count")
    change = html.Th(regions.change_label, scope="col", className="number list-change")
    return html.Thead(
        html.Tr(
            [
                name,
                bar,
                share,
                count,
                change,
                html.Th(_("components.regions.status"), scope="col", className="list-status"),
            ]
        )
    )


def table(regions: RegionList, caption: str) -> Component:
    rows = html.Tbody([_row(row, regions) for row in regions.rows])
    return html.Table(
        [html.Caption(caption, className="visually-hidden"), _header(regions), rows], className="region-list"
    )


def card(title: str, subtitle: str, regions: RegionList, *, link: Link | None = None, source: str = "") -> HtmlCard:
    gaps = tuple(dict.fromkeys(row.gap for row in regions.rows if row.share is None))
    signs = [gap.legend(gaps)] if gaps else []
    return HtmlCard(title, subtitle, [table(regions, title), *signs], link=link, source=source)
