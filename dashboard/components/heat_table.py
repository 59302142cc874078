"""Shares of regions in rows and columns: a shade of five classes and the number as text; on a phone a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components import gap
from dashboard.components.text import Link, anchor, aria
from dashboard.figures.hexmap_classes import class_edges, colour_of, legend
from dashboard.figures.theme import MAP_CLASSES
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class HeatCell:
    """Without a `value` the sign of `gap` stands in its place."""

    text: str = ""
    value: float | None = None
    gap: str = "ontbreekt"


@dataclass(frozen=True, slots=True)
class HeatRow:
    """`marked` is the place that the page is about, `whole` all regions together; without an `href` it has no page."""

    name: str
    href: str
    cells: tuple[HeatCell, ...]
    marked: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class HeatTable:
    """`corner` names the rows, `columns` the cells; the last `apart` of these are no part of the rest."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    apart: int = 0

    @property
    def has_values(self) -> bool:
        return any(cell.value is not None for row in self.rows for cell in row.cells)

    @property
    def edges(self) -> tuple[float, ...]:
        return class_edges([cell.value for row in self.rows for cell in row.cells if cell.value is not None])

    @property
    def gaps(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(cell.gap for row in self.rows for cell in row.cells if cell.value is None))


def heat_table(data: HeatTable) -> list[Component]:
    """Named as a table in so many words: laid out as a list a browser no longer takes it for one."""
    caption = html.Caption(data.caption, className="visually-hidden")
    corner = html.Th(data.corner, scope="col", role="columnheader")
    heads = [
        html.Th(name, scope="col", role="columnheader", className=_apart(data, at))
        for at, name in enumerate(data.columns)
    ]
    head = html.Thead(html.Tr([corner, *heads], role="row"), role="rowgroup")
    body = html.Tbody([_row(data, row) for row in data.rows], role="rowgroup")
    table = html.Table([caption, head, body], className="data-table heat-table", role="table")
    return [table, *([_legend(data)] if data.has_values else []), *([gap.legend(data.gaps)] if data.gaps else [])]


def _apart(data: HeatTable, at: int) -> str:
    return "heat-apart" if at >= len(data.columns) - data.apart else ""


def _row(data: HeatTable, row: HeatRow) -> Component:
    name = html.Th(anchor(Link(row.name, row.href)) if row.href else row.name, scope="row", role="rowheader")
    cells = [_cell(data, at, cell) for at, cell in enumerate(row.cells)]
    look = " ".join(filter(None, ("is-marked" if row.marked else "", "is-whole" if row.whole else "")))
    current = aria(current="true") if row.marked else {}
    return html.Tr([name, *cells], className=look or None, role="row", **current)


def _cell(data: HeatTable, at: int, cell: HeatCell) -> Component:
    """One component for each number: a browser redraws a page the slower, the more there are."""
    label: dict[str, Any] = {"data-label": data.columns[at]}
    if cell.value is None:
        return html.Td(gap.sign(cell.gap), role="cell", className=_looks("heat", _apart(data, at)), **label)
    shade = MAP_CLASSES.index(colour_of(cell.value, data.edges)) + 1
    return html.Td(cell.text, role="cell", className=_looks("heat", f"heat-{shade}", _apart(data, at)), **label)


def _looks(*names: str) -> str:
    return " ".join(filter(None, names))


def _legend(data: HeatTable) -> Component:
    """From the lowest class to the highest."""
    rows: Sequence[tuple[int, str]] = [
        (MAP_CLASSES.index(one.colour) + 1, one.text) for one in reversed(legend(data.edges))
    ]
    swatches = [
        html.Li([html.Span(className=f"heat-swatch heat-{shade}", **aria(hidden="true")), text]) for shade, text in rows
    ]
    return html.Ul([html.Li(_("components.heat.legend")), *swatches], className="heat-legend")
