"""Refuses workbooks with data of single persons, and asks about free texts that seem to speak of one.

No finding holds a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from openpyxl.utils import get_column_letter

from warehouse.intake.findings import Finding
from warehouse.intake.layout import HEADER_WITHIN_ROWS, Found
from warehouse.intake.masked import masked
from warehouse.intake.person_texts import signs
from warehouse.intake.person_values import has_person_number, is_mobile, is_person_number, kinds
from warehouse.intake.person_words import header_kind, is_duo_layout
from warehouse.intake.raw import RawSheet, has_content
from warehouse.intake.sheet import SheetColumn
from warehouse.intake.sheets import SHEETS
from warehouse.intake.template import GUIDE, LISTS
from warehouse.reference import plain

Columns = Mapping[int, SheetColumn]
Filled = Sequence[tuple[int, object]]


def refusals(sheets: Sequence[RawSheet], found: Sequence[Found]) -> tuple[Finding, ...]:
    """One finding per column and kind of data, or per text. When there is any, nothing of the workbook may be kept."""
    read = {one.raw.title: one for one in found}
    hits = [hit for number, raw in enumerate(sheets, 1) for hit in _sheet_hits(raw, number, read.get(raw.title))]
    return tuple(dict.fromkeys(hits))


def text_warnings(sheets: Sequence[RawSheet], found: Sequence[Found]) -> Iterator[Finding]:
    """Text that seems to speak of one person, wherever it stands: the sender must look at it and confirm it."""
    headers = {one.raw.title: one.header.columns for one in found}
    # Names of codes stand in many cells. What was read is forgotten with this call.
    signs_in = lru_cache(maxsize=None, typed=True)(_signs_in)
    for number, raw in enumerate(sheets, 1):
        known = headers.get(raw.title, {})
        for row, cells in raw.rows:
            for position, cell in enumerate(cells):
                for code, at in signs_in(cell):
                    yield Finding(code, title(raw, number), row, _column_name(known, position), at=at)


def _signs_in(cell: object) -> tuple[tuple[str, int], ...]:
    if is_mobile(cell):
        return (("text_phone", 1),)
    return tuple(signs(cell)) if isinstance(cell, str) else ()


def _column_name(columns: Columns, position: int) -> str:
    return columns[position].header if position in columns else get_column_letter(position + 1)


def title(raw: RawSheet, number: int) -> str:
    """How a sheet is named in a finding: without what in its title may lead to a person; else by its number."""
    named = masked(raw.title)
    return named if any(character.isalnum() for character in named) else str(number)


def _sheet_hits(raw: RawSheet, number: int, found: Found | None) -> Iterator[Finding]:
    named, known = title(raw, number), found.header.columns if found else {}
    yield from _title_hits(raw, named)
    for position in range(max((len(cells) for _, cells in raw.rows), default=0)):
        letter, column = get_column_letter(position + 1), known.get(position)
        rows = [(row, cells[position]) for row, cells in raw.rows if position < len(cells)]
        cells = [(row, cell) for row, cell in rows if has_content(cell)]
        for code in (*_header_kinds(raw.title, cells, column, found), *_value_kinds(cells, column)):
            yield Finding(code, named, None, letter)
        for row, cell in cells:
            if isinstance(cell, str) and not is_person_number(cell) and has_person_number(cell):
                yield Finding("text_person_number", named, row, _column_name(known, position))


def _title_hits(raw: RawSheet, named: str) -> Iterator[Finding]:
    if has_person_number(raw.title):
        yield Finding("text_person_number", named)
    if is_duo_layout(raw.title):
        yield Finding("person_duo_layout", named)


def _value_kinds(cells: Filled, column: SheetColumn | None) -> Iterator[str]:
    """In our own columns only numbers of persons count; their other contents are judged text by text."""
    values = [cell for _, cell in cells]
    if any(map(is_person_number, values)):
        yield "person_number"
    if column is None:
        yield from kinds(values)


def _header_kinds(sheet_title: str, cells: Filled, column: SheetColumn | None, found: Found | None) -> Iterator[str]:
    """In a column that we know, only what stands in or above the header; elsewhere the first rows."""
    if sheet_title == LISTS:
        return
    last = found.header.last_row if found and column else HEADER_WITHIN_ROWS
    ours = _own_headers() if column or sheet_title == GUIDE else frozenset()
    for row, cell in cells:
        if row <= last and isinstance(cell, str) and plain(cell) not in ours:
            kind = "person_duo_layout" if is_duo_layout(cell) else header_kind(cell)
            if kind:
                yield kind


@cache
def _own_headers() -> frozenset[str]:
    return frozenset(plain(column.header) for sheet in SHEETS for column in sheet.all_columns)
