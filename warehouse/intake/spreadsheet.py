"""XLSX -> sheets of raw cells, also the hidden ones."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook

from warehouse.intake.raw import MAX_CELLS, Cells, RawSheet, filled_rows

Pages = dict[str, tuple[tuple[int, Cells], ...]]

FORMULA = re.compile(rb"<f[ >/]")


def read(content: bytes, _file_name: str) -> list[RawSheet]:
    """The values that Excel kept; of a formula without one, the place."""
    rows = _filled_pages(content, data_only=True)
    missing = _formulas_without_value(content, rows) if _has_formulas(content) else {}
    return [RawSheet(title, found, tuple(missing.get(title, ()))) for title, found in rows.items()]


def _filled_pages(content: bytes, *, data_only: bool) -> Pages:
    """All pages together may have as many cells as one."""
    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    pages: Pages = {}
    cells_left = MAX_CELLS
    for page in workbook.worksheets:
        pages[page.title] = filled_rows(page.title, _rows(page), cells_left)
        cells_left -= sum(len(cells) for _, cells in pages[page.title])
    return pages


def _rows(page: Any) -> Iterator[Cells]:
    page.reset_dimensions()  # what a file says of its own size need not be true
    for row in page.iter_rows():
        yield tuple(_value(cell) for cell in row)


def _value(cell: Any) -> object:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in str(cell.number_format):
        return f"{value * 100:.10g}%"
    return value


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        pages = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(FORMULA.search(archive.read(name)) for name in pages)


def _formulas_without_value(content: bytes, values: Pages) -> dict[str, list[tuple[int, int]]]:
    missing: dict[str, list[tuple[int, int]]] = {}
    for title, rows in _filled_pages(content, data_only=False).items():
        known = dict(values[title])
        for number, cells in rows:
            for column, cell in enumerate(cells):
                if _is_formula(cell) and _at(known.get(number, ()), column) is None:
                    missing.setdefault(title, []).append((number, column))
    return missing


def _is_formula(cell: object) -> bool:
    return isinstance(cell, str) and cell.startswith("=")


def _at(cells: Cells, column: int) -> object:
    return cells[column] if column < len(cells) else None
