"""A plain table: caption, scopes, numbers to the right; what a machine or a listener reads, everyone can."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.status import status
from dashboard.components.text import Link, anchor, spoken, typed


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """`status` puts icon and word in place of `text`; `struck` is a value of before.

    `quoted` is as people in a region wrote it, in this `language`. `about` tells its link from others with the same
    text, `urgent` asks for an action.
    """

    text: str = ""
    href: str | None = None
    status: str | None = None
    struck: bool = False
    strong: bool = False
    quoted: bool = False
    about: str = ""
    urgent: bool = False
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class TableData:
    """The first cell of a row names the row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | str, ...], ...]


def content(cell: Cell) -> Component | str:
    if cell.status:
        return status(cell.status, quiet=True)
    if cell.href:
        link = anchor(Link(cell.text, cell.href), title=cell.about)
        named = spoken(link, cell.language) if cell.quoted else link
        return html.Strong(named) if cell.strong else named
    words = typed(cell.text, language=cell.language) if cell.quoted else cell.text
    if cell.struck:
        return html.Del(words)
    if cell.urgent:
        return html.Strong(words, className="is-urgent")
    return html.Strong(words) if cell.strong else words


def _cell(cell: Cell | str, column: Column, *, names_row: bool) -> Component:
    shown = cell if isinstance(cell, str) else content(cell)
    look = "number" if column.numeric else None
    return html.Th(shown, scope="row", className=look) if names_row else html.Td(shown, className=look)


def _row(cells: tuple[Cell | str, ...], columns: tuple[Column, ...]) -> Component:
    pairs = enumerate(zip(cells, columns, strict=True))
    return html.Tr([_cell(cell, column, names_row=index == 0) for index, (cell, column) in pairs])


def _header(columns: tuple[Column, ...]) -> Component:
    cells = [html.Th(column.label, scope="col", className="number" if column.numeric else None) for column in columns]
    return html.Thead(html.Tr(cells))


def table(data: TableData, *, caption_shown: bool = True, class_name: str = "data-table") -> Component:
    caption = html.Caption(data.caption, className=None if caption_shown else "visually-hidden")
    rows = html.Tbody([_row(row, data.columns) for row in data.rows])
    return html.Table([caption, _header(data.columns), rows], className=class_name)
