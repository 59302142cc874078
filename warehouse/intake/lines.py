"""Sheets -> typed lines. Every cell that cannot be read becomes a finding at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import String

from warehouse.intake.findings import Finding
from warehouse.intake.layout import Found
from warehouse.intake.raw import Cells, has_content
from warehouse.intake.sheet import Sheet, SheetColumn
from warehouse.intake.values import CellError, value_of
from warehouse.reference import plain
from warehouse.schema import intake

_FOOT = re.compile(
    r"\s*(bron|source|noot|note|toelichting|opmerking|peildatum|let op|\*|\(|©).*", re.IGNORECASE | re.DOTALL
)
_TOTAL = re.compile(r"(sub)?tota(al|l)[a-z]*")


@dataclass(frozen=True)
class Line:
    """One row; a value that is empty or could not be read is None."""

    row: int
    values: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.values.get(key)


@dataclass(frozen=True)
class Lines:
    """What one sheet holds; `complete` when every cell of it could be read. `totals` are rows that add others up."""

    sheet: Sheet
    title: str
    lines: tuple[Line, ...] = ()
    totals: tuple[Line, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def complete(self) -> bool:
        return not any(finding.level == "fail" for finding in self.findings)

    def finding(self, code: str, line: Line, key: str, **values: object) -> Finding:
        """A finding in one cell."""
        return Finding(code, self.title, line.row, _header_of(self.sheet, key), values)


def _header_of(sheet: Sheet, key: str) -> str:
    return next(column.header for column in sheet.all_columns if column.key == key)


def read(found: Found) -> Lines:
    lines: list[Line] = []
    totals: list[Line] = []
    findings: list[Finding] = []
    formulas = set(found.raw.formulas_without_value)
    for number, cells in found.body:
        row = _Row(found, number, cells, formulas)
        if row.is_foot:
            findings.append(Finding("row_ignored", found.raw.title, number))
            continue
        line, problems = row.read()
        (totals if row.is_total else lines).append(line)
        findings.extend(problems)
    return Lines(found.sheet, found.raw.title, tuple(lines), tuple(totals), tuple(findings))


class _Row:
    """One row while it is read."""

    def __init__(self, found: Found, number: int, cells: Cells, formulas: set[tuple[int, int]]) -> None:
        self.found, self.number, self.formulas = found, number, formulas
        self.places = {column: position for position, column in found.header.columns.items()}
        self.cells = {column: cells[at] if at < len(cells) else None for column, at in self.places.items()}
        self.content = [cell for cell in cells if has_content(cell)]

    @property
    def is_foot(self) -> bool:
        """A source line or a remark under the table: one filled cell, and that no value."""
        return len(self.content) == 1 and isinstance(self.content[0], str) and bool(_FOOT.fullmatch(self.content[0]))

    @property
    def is_total(self) -> bool:
        if self.found.sheet.spread is None:
            return False
        return any(_TOTAL.fullmatch(plain(str(cell))) for column, cell in self.cells.items() if column.kind == "code")

    def read(self) -> tuple[Line, list[Finding]]:
        values: dict[str, Any] = {}
        findings: list[Finding] = []
        for column in self.cells:
            if self.is_total and column.kind == "code":
                findings.append(self._finding("total_ignored", column))
                continue
            try:
                values[column.key] = self._value(column, findings)
            except CellError as problem:
                findings.append(self._finding(problem.code, column, **problem.values))
        return Line(self.number, values), findings

    def _value(self, column: SheetColumn, findings: list[Finding]) -> object:
        cell = self.cells[column]
        if (self.number, self.places[column]) in self.formulas:
            raise CellError("formula_without_value")
        if not has_content(cell):
            if column.required:
                raise CellError("count_missing" if column.kind == "count" else "value_missing")
            return None
        return _short_enough(self.found.sheet, column, value_of(column, self._without_sign(column, cell, findings)))

    def _without_sign(self, column: SheetColumn, cell: object, findings: list[Finding]) -> object:
        """CBS marks provisional figures with asterisks behind the number."""
        if column.kind in ("text", "code") or not isinstance(cell, str) or not cell.strip().rstrip("*"):
            return cell
        if cell.strip().endswith("*"):
            findings.append(self._finding("provisional_sign", column))
        return cell.strip().rstrip("*")

    def _finding(self, code: str, column: SheetColumn, **values: object) -> Finding:
        return Finding(code, self.found.raw.title, self.number, column.header, values)


def _short_enough(sheet: Sheet, column: SheetColumn, value: object) -> object:
    longest = _longest(sheet.subject, column.key)
    if isinstance(value, str) and longest is not None and len(value) > longest:
        raise CellError("text_too_long", longest=longest, length=len(value))
    return value


def _longest(subject: str, key: str) -> int | None:
    """As many characters as the table can hold; None when there is no limit."""
    column = intake.metadata.tables[f"{intake.AREA}.{subject}"].columns.get(key)
    return column.type.length if column is not None and isinstance(column.type, String) else None


def duplicates(lines: Lines) -> Iterator[Finding]:
    """Rows that say again what an earlier row said."""
    first_rows: dict[tuple[object, ...], int] = {}
    for line in lines.lines:
        key = tuple(line[name] for name in lines.sheet.keys)
        if None in key:
            continue
        if key in first_rows:
            yield lines.finding("row_twice", line, lines.sheet.keys[0], first=first_rows[key])
        first_rows.setdefault(key, line.row)
