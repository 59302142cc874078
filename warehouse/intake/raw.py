"""Sheets as they were sent: cells without meaning yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from warehouse.intake.findings import Finding

MAX_ROWS = 10_000
MAX_COLUMNS = 200
MAX_CELLS = 200_000

Cells = tuple[object, ...]


@dataclass(frozen=True)
class RawSheet:
    """`rows`: the number that Excel shows, and the cells from column A on; rows without content are left out."""

    title: str
    rows: tuple[tuple[int, Cells], ...]
    formulas_without_value: tuple[tuple[int, int], ...] = ()


class UnreadableError(Exception):
    """The file cannot be read at all; holds the finding that says why."""

    def __init__(self, code: str, sheet: str | None = None, **values: object) -> None:
        super().__init__(code)
        self.finding = Finding(code, sheet, values=values)


def filled_rows(title: str, rows: Iterable[Cells], cells_left: int = MAX_CELLS) -> tuple[tuple[int, Cells], ...]:
    """Numbers the rows and leaves out the empty ones; stops at once when a sheet is larger than any region's."""
    filled: list[tuple[int, Cells]] = []
    for number, cells in enumerate(rows, start=1):
        if not any(has_content(cell) for cell in cells):
            continue
        if len(cells) > MAX_COLUMNS:
            raise UnreadableError("too_many_columns", title, most=MAX_COLUMNS)
        cells_left -= len(cells)
        if len(filled) == MAX_ROWS or cells_left < 0:
            raise UnreadableError("too_many_rows", title, most=MAX_ROWS)
        filled.append((number, cells))
    return tuple(filled)


def has_content(cell: object) -> bool:
    return cell is not None and not (isinstance(cell, str) and not cell.strip())
