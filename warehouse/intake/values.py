"""One cell -> one value. What cannot be read with certainty is a problem, never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time, timedelta

from warehouse.intake.dates import is_longer_period, read_date, read_month
from warehouse.intake.masked import masked
from warehouse.intake.sheet import SheetColumn
from warehouse.reference import match

MOST_YOUTHS = 1_000_000
YEARS = range(2000, 2101)
WITHHELD = frozenset(
    {"x", ".", "..", "...", "-", "–", "—", "n.v.t.", "nvt", "n.b.", "nb", "onbekend", "geheim", "?", "*"}
)
_ABOUT = re.compile(r"[<>≤≥±~]\s*=?\s*\d+")
_EXCEL_ERROR = re.compile(r"#(N/A|N/B|REF!|VALUE!|WAARDE!|VERW!|DIV/0!|DEEL/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s")
_DUTCH = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+,\d+")
_ENGLISH = re.compile(r"-?\d{1,3}(,\d{3})+\.\d+|-?\d{1,3}(,\d{3}){2,}|-?\d+\.\d+")
_EITHER = re.compile(r"-?\d{1,3}[.,]\d{3}")
_PLAIN = re.compile(r"-?\d+")


class CellError(ValueError):
    """Why a cell cannot be read: the code of a finding, and the values of its message."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def value_of(column: SheetColumn, cell: object) -> object:
    """Raises CellError. The cell is not empty."""
    if isinstance(cell, str) and _EXCEL_ERROR.fullmatch(cell.strip()):
        raise CellError("cell_error", found=cell.strip())
    return _READERS[column.kind](column, cell)


def _text(_column: SheetColumn, cell: object) -> str:
    if isinstance(cell, date | time | timedelta | bool):
        raise CellError("not_a_text")
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return _CONTROL.sub("", str(cell)).strip()


def _code(column: SheetColumn, cell: object) -> str:
    text = _text(column, cell)
    code = match(column.codes or "", text)
    if code is None:
        raise CellError("code_unknown", found=masked(text))
    return code


def _count(_column: SheetColumn, cell: object) -> int:
    number = _within_reason(_number(cell, thousands_only=True))
    if not number.is_integer():
        raise CellError("not_whole")
    return int(number)


def _amount(_column: SheetColumn, cell: object) -> float:
    bare = cell.rstrip("% ") if isinstance(cell, str) else cell
    return _within_reason(_number(bare, thousands_only=False))


def _within_reason(number: float) -> float:
    if number < 0:
        raise CellError("negative")
    if number > MOST_YOUTHS:
        raise CellError("number_too_large")
    return number


def _number(cell: object, *, thousands_only: bool) -> float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    text = str(cell).strip()
    if text.casefold() in WITHHELD or _ABOUT.fullmatch(text):
        raise CellError("number_withheld")
    return _written_number(_SPACES.sub("", text).replace("−", "-"), thousands_only=thousands_only)


def _written_number(text: str, *, thousands_only: bool) -> float:
    """`1.234` is Dutch for 1234 where only whole numbers can stand; elsewhere, and `1,234`, can be either."""
    if _PLAIN.fullmatch(text):
        return float(text)
    if _EITHER.fullmatch(text) and not (thousands_only and "." in text):
        raise CellError("number_ambiguous")
    if _DUTCH.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return float(text.replace(",", ""))
    raise CellError("not_a_number")


def _date(_column: SheetColumn, cell: object) -> date:
    return _plausible(read_date(cell), cell)


def _month(_column: SheetColumn, cell: object) -> date:
    return _first_of_month(_plausible(read_month(cell), cell))


def _plausible(found: date | None, cell: object) -> date:
    if found is None:
        if isinstance(cell, int | float):
            raise CellError("date_is_number")
        raise CellError("period_too_long" if is_longer_period(cell) else "not_a_date")
    if found.year not in YEARS:
        raise CellError("date_implausible", first=YEARS[0], last=YEARS[-1])
    return found


def _first_of_month(found: date) -> date:
    if found.day != 1:
        raise CellError("not_first_of_month")
    return found


_READERS: dict[str, Callable[[SheetColumn, object], object]] = {
    "text": _text,
    "code": _code,
    "count": _count,
    "amount": _amount,
    "date": _date,
    "month": _month,
}
