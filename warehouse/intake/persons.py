"""Refuses workbooks with data of single persons, and asks about free texts that seem to speak of one.

No finding holds a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from openpyxl.utils import get_column_letter

from warehouse.intake.dates import read_date
from warehouse.intake.findings import Finding
from warehouse.intake.layout import HEADER_WITHIN_ROWS, Found
from warehouse.intake.person_words import header_kind, is_duo_layout
from warehouse.intake.raw import RawSheet, has_content
from warehouse.intake.sheets import SHEETS, SheetColumn
from warehouse.intake.template import GUIDE, LISTS
from warehouse.reference import plain

BIRTH_YEARS = range(1990, 2014)
FEWEST_BIRTH_DATES = 3
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_NINE_DIGITS = re.compile(r"(?<![\d.,])\d(?:[ .-]?\d){8}(?![\d.,]*\d)")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}|(?:19|20)\d{2}-\d{1,2}-\d{1,2})(?!\d)")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}")
_PHONE = re.compile(r"(?<!\d)(?:\+31|0031|0)(?:[ .()-]{0,3}\d){9}(?!\d)")
_POSTCODE = re.compile(r"[1-9]\d{3}\s?[A-Z]{2}")
_PERSON = re.compile(
    r"\b[A-Z][a-zé]+,? (?:van |de |der |[A-Z][a-z]+ ){0,4}\(?(?:1[4-9]|2[0-9])(?: jaar)?\)?,? (?:uit|in|te) [A-Z]"
)
_TELLING_TITLE = re.compile(r"@|\d{5}")


def refusals(sheets: Sequence[RawSheet], found: Sequence[Found]) -> tuple[Finding, ...]:
    """One finding per column and kind of data, or per text. When there is any, nothing of the workbook may be kept."""
    read = {one.raw.title: one for one in found}
    hits = [hit for number, raw in enumerate(sheets, 1) for hit in _sheet_hits(raw, number, read.get(raw.title))]
    return tuple(dict.fromkeys(hits))


def text_warnings(sheets: Sequence[RawSheet], found: Sequence[Found]) -> Iterator[Finding]:
    """Text that seems to speak of one person, wherever it stands: the sender must look at it and confirm it."""
    headers = {one.raw.title: one.header.columns for one in found}
    for number, raw in enumerate(sheets, 1):
        for row, cells in raw.rows:
            for position, cell in enumerate(cells):
                yield from (
                    Finding(code, _title(raw, number), row, _column_name(headers.get(raw.title, {}), position))
                    for code, speaks in _TEXT_CHECKS
                    if isinstance(cell, str) and speaks(cell)
                )


def _column_name(columns: Mapping[int, SheetColumn], position: int) -> str:
    return columns[position].header if position in columns else get_column_letter(position + 1)


def _title(raw: RawSheet, number: int) -> str:
    return str(number) if _TELLING_TITLE.search(raw.title) else raw.title


def _sheet_hits(raw: RawSheet, number: int, found: Found | None) -> Iterator[Finding]:
    title = _title(raw, number)
    known = found.header.columns if found else {}
    for position in range(max((len(cells) for _, cells in raw.rows), default=0)):
        letter = get_column_letter(position + 1)
        rows = [(row, cells[position]) for row, cells in raw.rows if position < len(cells)]
        cells = [(row, cell) for row, cell in rows if has_content(cell)]
        for code in _column_kinds(raw.title, cells, known.get(position), found):
            yield Finding(code, title, None, letter)
        for row, cell in cells:
            if isinstance(cell, str) and not _is_person_number(cell) and _has_person_number(_DAY.sub("/", cell)):
                yield Finding("text_person_number", title, row, _column_name(known, position))


def _column_kinds(
    title: str, cells: list[tuple[int, object]], column: SheetColumn | None, found: Found | None
) -> Iterator[str]:
    yield from _header_kinds(title, cells, column, found)
    values = [cell for _, cell in cells]
    if any(_is_person_number(value) for value in values):
        yield "person_number"
    if column is None:
        yield from _value_kinds(values)


def _header_kinds(
    title: str, cells: Iterable[tuple[int, object]], column: SheetColumn | None, found: Found | None
) -> Iterator[str]:
    """In a sheet that we know, only what stands in or above the header; elsewhere the first rows."""
    last = found.header.last_row if found else HEADER_WITHIN_ROWS
    if title == LISTS:
        return
    for row, cell in cells:
        if row > last or not isinstance(cell, str) or (column and plain(cell) in _known_headers()):
            continue
        if title == GUIDE and plain(cell) in _known_headers():
            continue
        kind = "person_duo_layout" if is_duo_layout(cell) else header_kind(cell)
        if kind:
            yield kind


def _known_headers() -> set[str]:
    return {plain(column.header) for sheet in SHEETS for column in sheet.all_columns}


def _value_kinds(values: Sequence[object]) -> Iterator[str]:
    """What stands in a column that no workbook of ours has."""
    texts = [value.strip() for value in values if isinstance(value, str)]
    if any(_EMAIL.fullmatch(text) or _PHONE.fullmatch(text) for text in texts) or any(map(_is_mobile, values)):
        yield "person_contact"
    if any(_POSTCODE.fullmatch(text) for text in texts):
        yield "person_address"
    dates = [found for value in values if isinstance(value, date | str) and (found := read_date(value))]
    if sum(found.year in BIRTH_YEARS for found in dates) >= FEWEST_BIRTH_DATES:
        yield "person_birth_date"


def _is_mobile(value: object) -> bool:
    """A mobile number of which Excel dropped the first zero."""
    return isinstance(value, int) and 600_000_000 <= value < 700_000_000


def _is_person_number(value: object) -> bool:
    """The whole cell is a number that passes the eleven-test, also when Excel dropped its first zero."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        digits = str(value)
        return len(digits) in (8, 9) and not _is_day(digits) and passes_eleven_test(digits.zfill(9))
    return isinstance(value, str) and bool(_NINE_DIGITS.fullmatch(value.strip())) and _has_person_number(value)


def _is_day(digits: str) -> bool:
    return len(digits) == 8 and read_date(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}") is not None


def passes_eleven_test(digits: str) -> bool:
    """The check that every burgerservicenummer passes. One in eleven other numbers does so too."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def _has_person_number(text: str) -> bool:
    found = (re.sub(r"\D", "", match.group()) for match in _NINE_DIGITS.finditer(text))
    return any(passes_eleven_test(digits) for digits in found)


def _searching(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.search(text) is not None


_TEXT_CHECKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("text_email", _searching(_EMAIL)),
    ("text_phone", _searching(_PHONE)),
    ("text_person", _searching(_PERSON)),
)
