"""A workbook whose sheets could be read, as the checks see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from warehouse.intake.lines import Line, Lines
from warehouse.intake.sheets import sheet_of
from warehouse.reference import choices

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Earlier:
    """What the region delivered before: stocks per date and phase, and the adopted plan of its milestones."""

    stocks: Mapping[date, Mapping[str, int]] = field(default_factory=dict)
    adopted: Mapping[Keys, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Delivered:
    """`today` is None where the day of screening must not matter."""

    subjects: Mapping[str, Lines]
    today: date | None = None
    earlier: Earlier = field(default_factory=Earlier)

    def lines(self, subject: str) -> Lines:
        sheet = sheet_of(subject)
        return self.subjects.get(subject, Lines(sheet, sheet.title))

    def complete(self, *subjects: str) -> bool:
        """Whether these sheets are there and every cell of them could be read."""
        return all(subject in self.subjects and self.subjects[subject].complete for subject in subjects)

    @property
    def head(self) -> Line | None:
        """The one row of sheet Levering; None when there is none that could be read."""
        return next(iter(self.lines("delivery").lines), None)

    @property
    def region_code(self) -> str | None:
        return self.head["region_code"] if self.head else None

    @property
    def reference_date(self) -> date | None:
        return self.head["reference_date"] if self.head else None

    @property
    def rhythm_months(self) -> int:
        """The months from one reference date to the next; the longest rhythm when none is told."""
        told = self.head["rhythm_code"] if self.head else None
        months = {row["code"]: int(row["months"]) for row in choices("rhythm")}
        return months[told] if told in months else max(months.values())

    def codes(self, subject: str, key: str) -> set[str]:
        return {line[key] for line in self.lines(subject).lines if line[key] is not None}


def dated(lines: Lines, key: str) -> Iterator[tuple[Line, date]]:
    """The lines that have this date."""
    return ((line, line[key]) for line in lines.lines if line[key] is not None)


def total(line: Line) -> int:
    """The sum over the spread columns of a line."""
    return sum(value for key, value in line.values.items() if key.startswith("count:") and value is not None)


def stocks_of(lines: Lines) -> dict[date, dict[str, int]]:
    """Young people per reference date and phase."""
    stocks: dict[date, dict[str, int]] = {}
    for line, day in dated(lines, "reference_date"):
        if line["phase_code"] is not None:
            stocks.setdefault(day, {})[line["phase_code"]] = total(line)
    return stocks


def flows_of(lines: Lines) -> dict[date, Counter[tuple[str, str]]]:
    """Young people per month and move."""
    flows: dict[date, Counter[tuple[str, str]]] = {}
    for line, month in dated(lines, "period"):
        flows.setdefault(month, Counter())[line["from_code"], line["to_code"]] += line["youths"]
    return flows


def row(line: Line, lines: Lines) -> dict[str, Any]:
    """The line with every key of its sheet."""
    return {column.key: line[column.key] for column in lines.sheet.all_columns}
