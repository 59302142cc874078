"""Dates as regions write them. Dutch order: day, month, year. A year has four digits, or it is not a date."""

from __future__ import annotations

import re
from datetime import date, datetime

MONTH_NAMES = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "mrt", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
SHORTEST_NAME = 3
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?:[T ][\d:.]+)?")
_NAMED = re.compile(r"(?P<day>\d{1,2})[- ](?P<name>[a-z]+)\.?[- ](?P<year>\d{4})")
_NAMED_MONTH = re.compile(r"(?P<name>[a-z]+)\.?[- ](?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[-/](?P<year>\d{4})")
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})")
_LONGER_PERIOD = re.compile(
    r"\d{4}|\d{4}\s*[-/–]\s*'?\d{2}(\d{2})?|.*(kwartaal|quarter|schooljaar).*|q[1-4].*|.*q[1-4]"
)
_DATES = (_DAY_FIRST, _YEAR_FIRST, _NAMED)
_MONTHS = (_NAMED_MONTH, _MONTH_FIRST, _YEAR_MONTH)


def read_date(cell: object) -> date | None:
    """None when the cell is not a date."""
    return _read(cell, _DATES)


def read_month(cell: object) -> date | None:
    """A date, or a month, of which the first day is meant. None when the cell is neither."""
    return _read(cell, (*_DATES, *_MONTHS))


def is_longer_period(cell: object) -> bool:
    """A year, a school year or a quarter: no single month follows from it."""
    text = str(cell).strip().casefold()
    return read_month(cell) is None and _LONGER_PERIOD.fullmatch(text) is not None


def _read(cell: object, forms: tuple[re.Pattern[str], ...]) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = " ".join(str(cell).casefold().split())
    found = next((match for form in forms if (match := form.fullmatch(text))), None)
    return _built(found.groupdict()) if found else None


def _built(parts: dict[str, str]) -> date | None:
    month = int(parts["month"]) if "month" in parts else _month_named(parts["name"])
    try:
        return date(int(parts["year"]), month, int(parts.get("day", 1)))
    except ValueError:
        return None


def _month_named(name: str) -> int:
    """0, which is no month, when no month has that name."""
    if len(name) < SHORTEST_NAME:
        return 0
    known = enumerate(MONTH_NAMES, start=1)
    return next((number for number, names in known if any(full.startswith(name) for full in names)), 0)
