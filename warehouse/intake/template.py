"""Writes the workbook of a region: an explanation, one sheet a subject with drop-downs, and the lists of choices."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation

from warehouse.intake.messages import texts
from warehouse.intake.sheet import Sheet, SheetColumn
from warehouse.intake.sheets import SHEETS
from warehouse.reference import codes_of, label_of

GUIDE = "Uitleg"
LISTS = "Lijsten"
LAST_ROW = 3000
HEADER_FONT = Font(bold=True, color="FFFFFF")
REQUIRED_FILL = PatternFill("solid", fgColor="154273")
OPTIONAL_FILL = PatternFill("solid", fgColor="5B7083")
WRAPPED = Alignment(wrap_text=True, vertical="top")
DATE_FORMATS = {"date": "d-m-yyyy", "month": "mmm yyyy"}
WIDTHS = {"text": 34, "code": 26}
STANDARD_WIDTH = 15
# A workbook of the same rows is the same file, on every day: the moment of writing is kept out of it.
WRITTEN_AT = (2026, 1, 1, 0, 0, 0)
WRITTEN_TEXT = rb"\g<1>2026-01-01T00:00:00Z"
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def blank(region_code: str) -> bytes:
    """The workbook that a region starts with; KeyError when there is no such region."""
    label_of("region", region_code)
    return filled({"delivery": [{"region_code": region_code}]})


def filled(rows: Mapping[str, Sequence[Mapping[str, object]]]) -> bytes:
    """Rows by subject; the keys of a row are those of its `SheetColumn`s, what is left out stays empty."""
    workbook = Workbook(write_only=True)
    _write_guide(workbook)
    for sheet in SHEETS:
        _write_sheet(workbook, sheet, rows.get(sheet.subject, ()))
    _write_lists(workbook)
    content = io.BytesIO()
    workbook.save(content)
    return _timeless(content)


def _write_guide(workbook: Workbook) -> None:
    guide = workbook.create_sheet(GUIDE)
    for letter, width in zip("ABCDE", (18, 26, 22, 60, 60), strict=True):
        guide.column_dimensions[letter].width = width
    for row in texts("guide", "nl")["opening"], texts("guide", "en")["opening"]:
        for line in row.values():
            guide.append([line])
    guide.append([])
    guide.append(_headings(guide, ("Blad", "Kolom", "Wat", "Uitleg", "Explanation"), REQUIRED_FILL))
    for sheet in SHEETS:
        guide.append([sheet.title, "", "", sheet.help_nl, sheet.help_en])
        for column in sheet.all_columns:
            guide.append(["", column.header, _what(column), column.help_nl, column.help_en])


def _what(column: SheetColumn) -> str:
    kind = texts("guide", "nl")["kind"][column.kind]
    return kind if column.required else f"{kind}, mag leeg"


def _write_sheet(workbook: Workbook, sheet: Sheet, rows: Iterable[Mapping[str, object]]) -> None:
    page = workbook.create_sheet(sheet.title)
    page.freeze_panes = "A2"
    for number, column in enumerate(sheet.all_columns, start=1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = WIDTHS.get(column.kind, STANDARD_WIDTH)
        page.data_validations.append(_validation(column, letter))
    page.append([_heading(page, column) for column in sheet.all_columns])
    for row in rows:
        page.append([_cell(page, column, row.get(column.key)) for column in sheet.all_columns])


def _heading(page: Any, column: SheetColumn) -> Cell:
    return _headings(page, (column.header,), REQUIRED_FILL if column.required else OPTIONAL_FILL)[0]


def _headings(page: Any, words: Sequence[str], fill: PatternFill) -> list[Cell]:
    cells = [WriteOnlyCell(page, word) for word in words]
    for cell in cells:
        cell.font, cell.fill, cell.alignment = HEADER_FONT, fill, WRAPPED
    return cells


def _cell(page: Any, column: SheetColumn, value: object) -> object:
    if column.codes and value in codes_of(column.codes):
        return label_of(column.codes, str(value))
    if isinstance(value, date) and column.kind in DATE_FORMATS:
        cell = WriteOnlyCell(page, datetime.combine(value, time.min))
        cell.number_format = DATE_FORMATS[column.kind]
        return cell
    return value


def _validation(column: SheetColumn, letter: str) -> DataValidation:
    validation = _condition(column)
    validation.sqref = MultiCellRange(f"{letter}2:{letter}{LAST_ROW}")
    validation.promptTitle = column.header[:32]
    validation.prompt = column.help_nl
    validation.allow_blank = validation.showErrorMessage = True
    return validation


def _condition(column: SheetColumn) -> DataValidation:
    if column.codes:
        letter = get_column_letter(_lists().index(column.codes) + 1)
        last = len(codes_of(column.codes)) + 1
        return DataValidation(type="list", formula1=f"{LISTS}!${letter}$2:${letter}${last}")
    if column.kind in DATE_FORMATS:
        return DataValidation(type="date", operator="greaterThan", formula1="DATE(2000,1,1)")
    if column.kind == "count":
        return DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0")
    return DataValidation()


def _lists() -> list[str]:
    return list(dict.fromkeys(column.codes for sheet in SHEETS for column in sheet.columns if column.codes))


def _write_lists(workbook: Workbook) -> None:
    page = workbook.create_sheet(LISTS)
    labels = [[label_of(name, code) for code in codes_of(name)] for name in _lists()]
    page.append(_headings(page, [texts("guide", "nl")["list"][name] for name in _lists()], REQUIRED_FILL))
    for row in range(max(map(len, labels))):
        page.append([column[row] if row < len(column) else None for column in labels])


def _timeless(content: io.BytesIO) -> bytes:
    same = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = _WRITTEN.sub(WRITTEN_TEXT, old.read(name)) if name == "docProps/core.xml" else old.read(name)
            new.writestr(zipfile.ZipInfo(name, WRITTEN_AT), part, zipfile.ZIP_DEFLATED)
    return same.getvalue()
