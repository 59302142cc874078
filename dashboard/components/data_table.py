"""A plain table: caption, scopes, numbers to the right; what a machine or a listener reads, everyone can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.folded import element, folded
from dashboard.components.status import status
from dashboard.components.text import Link, anchor, spoken, typed

Make = Callable[..., Any]  # an element from its tag, its children and its properties


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


def table(data: TableData, *, caption_shown: bool = True, class_name: str = "data-table") -> Component:
    made: Component = _table(data, _component, None if caption_shown else "visually-hidden", class_name)
    return made


def folded_table(data: TableData) -> str:
    """The same table, to be made in the browser when somebody opens it."""
    return folded(_table(data, element, None, "data-table"))


def _component(tag: str, children: Any, /, **properties: Any) -> Component:
    made: Component = getattr(html, tag)(children, **properties)
    return made


def _table(data: TableData, make: Make, caption_look: str | None, class_name: str) -> Any:
    caption = make("Caption", data.caption, className=caption_look)
    rows = make("Tbody", [_row(make, row, data.columns) for row in data.rows])
    return make("Table", [caption, _header(make, data.columns), rows], className=class_name)


def _header(make: Make, columns: tuple[Column, ...]) -> Any:
    cells = [make("Th", column.label, scope="col", className=_look(column)) for column in columns]
    return make("Thead", [make("Tr", cells)])


def _row(make: Make, cells: tuple[Cell | str, ...], columns: tuple[Column, ...]) -> Any:
    pairs = enumerate(zip(cells, columns, strict=True))
    return make("Tr", [_cell(make, cell, column, names_row=index == 0) for index, (cell, column) in pairs])


def _cell(make: Make, cell: Cell | str, column: Column, *, names_row: bool) -> Any:
    shown, look = cell if isinstance(cell, str) else content(cell), _look(column)
    return make("Th", shown, scope="row", className=look) if names_row else make("Td", shown, className=look)


def _look(column: Column) -> str | None:
    return "number" if column.numeric else None
