"""Screening: bytes -> typed rows, and everything that is wrong or odd, with place and mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from warehouse.intake import layout, persons, workbook
from warehouse.intake.checks import balance, courses, delivery, experiments, pilots, series
from warehouse.intake.delivered import Delivered, Earlier, row
from warehouse.intake.findings import FAIL, LEVELS, TO_CONFIRM, Finding
from warehouse.intake.lines import Lines, duplicates
from warehouse.intake.lines import read as read_lines
from warehouse.intake.sheets import SHEETS

CHECKS = (delivery.check, balance.check, courses.check, series.check, pilots.check, experiments.check)
MOST_OF_A_KIND = 25

Rows = Mapping[str, tuple[dict[str, Any], ...]]
History = Callable[[str, date], Earlier]


@dataclass(frozen=True)
class Screening:
    """`rows` by subject, with the keys of the sheet's columns; empty when the workbook must not be kept."""

    findings: tuple[Finding, ...]
    rows: Rows = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        return any(finding.level == FAIL for finding in self.findings)

    @property
    def to_confirm(self) -> tuple[Finding, ...]:
        """Texts of which the sender must say that nobody can be recognised in them."""
        return tuple(finding for finding in self.findings if finding.code in TO_CONFIRM)

    def of_level(self, level: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.level == level)


def no_history(_region_code: str, _reference_date: date) -> Earlier:
    return Earlier()


def screen(content: bytes, file_name: str, *, today: date | None = None, history: History = no_history) -> Screening:
    """`today` refuses what lies in the future; `history` tells what the region delivered before."""
    book = workbook.read(content, file_name)
    if book.finding is not None:
        return Screening((book.finding,))
    found, form = layout.find(book.sheets)
    everything = (*book.sheets, *book.beside)
    refused = persons.refusals(everything, found)
    if refused:
        return Screening(refused)
    if not any(layout.subject_of(sheet.title) for sheet in book.sheets):
        return Screening((Finding("file_type"),))
    subjects = {one.sheet.subject: read_lines(one) for one in found}
    delivered = _with_history(Delivered(subjects, today), history)
    findings = (*form, *_read_findings(subjects), *persons.text_warnings(everything, found), *_checked(delivered))
    return Screening(_in_order(_at_most(findings)), _rows(delivered))


def _with_history(delivered: Delivered, history: History) -> Delivered:
    region, day = delivered.region_code, delivered.reference_date
    if region is None or day is None:
        return delivered
    return Delivered(delivered.subjects, delivered.today, history(region, day))


def _read_findings(subjects: Mapping[str, Lines]) -> Iterator[Finding]:
    for lines in subjects.values():
        yield from lines.findings
        yield from duplicates(lines)


def _checked(delivered: Delivered) -> Iterator[Finding]:
    return (finding for check in CHECKS for finding in check(delivered))


def _at_most(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first of each kind in a sheet, of the others how many there are; all of what must be confirmed."""
    seen: Counter[tuple[str, str | None]] = Counter()
    for finding in findings:
        if finding.code in TO_CONFIRM:
            yield finding
            continue
        seen[finding.code, finding.sheet] += 1
        if seen[finding.code, finding.sheet] <= MOST_OF_A_KIND:
            yield finding
    for (code, sheet), times in seen.items():
        if times > MOST_OF_A_KIND:
            yield Finding("more_of_the_same", sheet, values={"more": times - MOST_OF_A_KIND, "code": code})


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first, then by sheet and row."""
    sheets = [sheet.title for sheet in SHEETS]
    places = {title: number for number, title in enumerate(sheets)}
    return tuple(
        sorted(
            findings,
            key=lambda finding: (
                LEVELS.index(finding.level),
                places.get(finding.sheet or "", len(sheets)),
                finding.row or 0,
            ),
        )
    )


def _rows(delivered: Delivered) -> Rows:
    return {subject: tuple(row(line, lines) for line in lines.lines) for subject, lines in delivered.subjects.items()}
