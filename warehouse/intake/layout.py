"""Which sheet holds which subject, where its header stands, and which column is which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest

from openpyxl.utils import get_column_letter

from warehouse.intake.findings import Finding
from warehouse.intake.raw import Cells, RawSheet, has_content
from warehouse.intake.sheet import Sheet, SheetColumn
from warehouse.intake.sheets import SHEETS
from warehouse.intake.template import GUIDE, LISTS
from warehouse.reference import plain

HEADER_WITHIN_ROWS = 20
FEWEST_HEADERS = 2


@dataclass(frozen=True)
class Header:
    """`columns`: position in the row -> the column that stands there; `others`: what else stands in the header."""

    columns: Mapping[int, SheetColumn]
    others: Mapping[int, str]
    twice: tuple[SheetColumn, ...]
    last_row: int


@dataclass(frozen=True)
class Found:
    """A sheet of the workbook, with the subject that it holds and its header."""

    sheet: Sheet
    raw: RawSheet
    header: Header

    @property
    def body(self) -> tuple[tuple[int, Cells], ...]:
        return tuple(row for row in self.raw.rows if row[0] > self.header.last_row)


def subject_of(title: str) -> Sheet | None:
    """The sheet that a title, or the name of a CSV file, speaks of: `Fasen`, `phase_count`, `AM05 fasen 2026`."""
    return _named(title) or next((found for word in title.replace("_", " ").split() if (found := _named(word))), None)


def _named(title: str) -> Sheet | None:
    wanted = plain(title)
    names = ((sheet, (sheet.title, sheet.subject, *sheet.aliases)) for sheet in SHEETS)
    return next((sheet for sheet, known in names if wanted in map(plain, known)), None)


def find(sheets: Sequence[RawSheet]) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """The sheets that can be read, and what is wrong with the form of the workbook."""
    found: dict[str, Found] = {}
    findings: list[Finding] = []
    for raw in sheets:
        sheet = subject_of(raw.title)
        if sheet is None or (header := _header(sheet, raw)) is None:
            findings.extend(_unread(sheet, raw))
        elif sheet.subject in found:
            findings.append(Finding("sheet_twice", raw.title, values={"wanted": sheet.title}))
        else:
            found[sheet.subject] = Found(sheet, raw, header)
    read = tuple(found.values())
    findings.extend(_missing_sheets(sheets))
    findings.extend(finding for one in read for finding in _form(one))
    return read, tuple(findings)


def _unread(sheet: Sheet | None, raw: RawSheet) -> Iterator[Finding]:
    if sheet is not None:
        yield Finding("header_missing", raw.title, values={"wanted": sheet.columns[0].header})
    elif raw.title not in (GUIDE, LISTS) and raw.rows:
        yield Finding("sheet_unknown", raw.title)


def _missing_sheets(sheets: Sequence[RawSheet]) -> Iterator[Finding]:
    present = {sheet.subject for raw in sheets if (sheet := subject_of(raw.title))}
    for sheet in SHEETS:
        if sheet.required and sheet.subject not in present:
            yield Finding("sheet_missing", sheet.title)


def _form(found: Found) -> Iterator[Finding]:
    header, title = found.header, found.raw.title
    for column in found.sheet.all_columns:
        if column.required and column not in header.columns.values():
            yield Finding("column_missing", title, header.last_row, column.header)
    for column in header.twice:
        yield Finding("column_twice", title, header.last_row, column.header)
    for text in header.others.values():
        yield Finding("column_unknown", title, header.last_row, text)
    for position in _columns_without_header(found):
        yield Finding("column_without_header", title, header.last_row, get_column_letter(position + 1))


def _columns_without_header(found: Found) -> list[int]:
    named = found.header.columns.keys() | found.header.others.keys()
    used = {position for _, cells in found.body for position, cell in enumerate(cells) if has_content(cell)}
    return sorted(used - named)


def _header(sheet: Sheet, raw: RawSheet) -> Header | None:
    """The row, or the pair of rows under merged cells, that names the most columns of the sheet."""
    top = raw.rows[:HEADER_WITHIN_ROWS]
    single = [_named_cells(sheet, cells, number) for number, cells in top]
    paired = [
        _named_cells(sheet, _lower_first(sheet, upper, lower), number)
        for (_, upper), (number, lower) in pairwise(top)
        if _is_second_header(sheet, lower)
    ]
    best = max([*single, *paired], key=lambda header: len(header.columns), default=None)
    return best if best and len(best.columns) >= FEWEST_HEADERS else None


def _named_cells(sheet: Sheet, cells: Cells, number: int) -> Header:
    columns: dict[int, SheetColumn] = {}
    others: dict[int, str] = {}
    twice: list[SheetColumn] = []
    for position, cell in enumerate(cells):
        column = _column_named(sheet, cell)
        if column is not None and column in columns.values():
            twice.append(column)
        elif column is not None:
            columns[position] = column
        elif has_content(cell):
            others[position] = str(cell).strip()
    return Header(columns, others, tuple(twice), number)


def _lower_first(sheet: Sheet, upper: Cells, lower: Cells) -> Cells:
    pairs = zip_longest(upper, lower)
    return tuple(below if _column_named(sheet, below) else above for above, below in pairs)


def _is_second_header(sheet: Sheet, cells: Cells) -> bool:
    return all(_column_named(sheet, cell) for cell in cells if has_content(cell))


def _column_named(sheet: Sheet, cell: object) -> SheetColumn | None:
    wanted = plain(str(cell)) if has_content(cell) else ""
    known = ((column, (column.header, column.key)) for column in sheet.all_columns)
    return next((column for column, names in known if wanted and wanted in _plain_names(names)), None)


@cache
def _plain_names(names: tuple[str, str]) -> set[str]:
    header, key = map(plain, names)
    return {header, key, key.removeprefix("count")}
