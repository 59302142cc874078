"""Whose figures, of which date; and dates that lie where they cannot lie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from warehouse.intake.delivered import Delivered, dated
from warehouse.intake.findings import Finding
from warehouse.intake.sheets import SHEETS
from warehouse.schema.calendar import begins_quarter, months_between

QUARTER = "kwartaal"
# Without a clock: a workbook of a reference date is filled in during the weeks after it.
DAYS_TO_FILL_IN = 45
STOCKS = ("phase_count", "waiting_count", "registration_count", "domain_count")
# By subject: so many months after the beginning of its month or quarter the figure can be known.
TAKES_MONTHS = {
    "phase_flow": (1, "month_not_ended"),
    "exit_count": (1, "month_not_ended"),
    "intake_count": (1, "month_not_ended"),
    "turning_18": (4, "support_not_known"),
    "retention_count": (3, "quarter_not_ended"),
    "pulse_count": (3, "quarter_not_ended"),
    "step_count": (1, "month_not_ended"),
}
OF_QUARTERS = (
    ("registration_count", "reference_date"),
    ("domain_count", "reference_date"),
    ("retention_count", "period"),
    ("pulse_count", "period"),
)
HAPPENED = (
    ("milestone", ("done_on", "cancelled_on", "judged_on")),
    ("experiment", ("ended_on",)),
    ("experiment_note", ("noted_on",)),
    ("steering_meeting", ("held_on",)),
    ("obstacle", ("reported_on", "solved_on")),
    ("pilot", ("baseline_on",)),
    ("partner", ("since_on",)),
)


def check(delivered: Delivered) -> Iterator[Finding]:
    yield from _one_row(delivered)
    yield from _reference_date(delivered)
    yield from _empty_sheets(delivered)
    yield from _beyond_reference_date(delivered)
    yield from _not_of_a_quarter(delivered)
    yield from _not_happened_yet(delivered)


def _one_row(delivered: Delivered) -> Iterator[Finding]:
    lines = delivered.lines("delivery")
    for line in lines.lines[1:]:
        yield lines.finding("delivery_rows", line, "region_code")


def _reference_date(delivered: Delivered) -> Iterator[Finding]:
    head, day = delivered.head, delivered.reference_date
    if head is None or day is None:
        return
    lines = delivered.lines("delivery")
    if day.day != 1:
        yield lines.finding("not_first_of_month", head, "reference_date")
    if delivered.today is not None and day > delivered.today:
        yield lines.finding("reference_date_in_future", head, "reference_date", day=day)
    if head["rhythm_code"] == QUARTER and not begins_quarter(day.replace(day=1)):
        yield lines.finding("not_start_of_quarter", head, "reference_date", day=day)
    stocks = delivered.lines("phase_count")
    if stocks.lines and day not in {found for _, found in dated(stocks, "reference_date")}:
        yield Finding("reference_date_absent", stocks.title, values={"day": day})


def _empty_sheets(delivered: Delivered) -> Iterator[Finding]:
    for sheet in SHEETS:
        lines = delivered.subjects.get(sheet.subject)
        if sheet.required and lines is not None and not lines.lines:
            yield Finding("sheet_empty", lines.title)


def _beyond_reference_date(delivered: Delivered) -> Iterator[Finding]:
    """Stocks may be of the reference date itself; what took months must be over by then."""
    last = delivered.reference_date
    if last is None:
        return
    for subject in STOCKS:
        lines = delivered.lines(subject)
        for line, day in dated(lines, "reference_date"):
            if day.day != 1:
                yield lines.finding("not_first_of_month", line, "reference_date")
            if day > last:
                yield lines.finding("after_reference_date", line, "reference_date", last=last)
    for subject, (months, code) in TAKES_MONTHS.items():
        lines = delivered.lines(subject)
        for line, month in dated(lines, "period"):
            if months_between(month, last) < months:
                yield lines.finding(code, line, "period", last=last)


def _not_of_a_quarter(delivered: Delivered) -> Iterator[Finding]:
    for subject, key in OF_QUARTERS:
        lines = delivered.lines(subject)
        for line, day in dated(lines, key):
            if not begins_quarter(day.replace(day=1)):
                yield lines.finding("not_first_of_quarter", line, key)


def _not_happened_yet(delivered: Delivered) -> Iterator[Finding]:
    latest = _latest(delivered)
    if latest is None:
        return
    for subject, keys in HAPPENED:
        lines = delivered.lines(subject)
        for key in keys:
            for line, day in dated(lines, key):
                if day > latest:
                    yield lines.finding("date_in_future", line, key, latest=latest)


def _latest(delivered: Delivered) -> date | None:
    if delivered.today is not None or delivered.reference_date is None:
        return delivered.today
    return delivered.reference_date + timedelta(days=DAYS_TO_FILL_IN)
