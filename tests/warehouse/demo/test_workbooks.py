"""The rows of the workbooks: whole histories first, then a month at a time, one correction, and all pass the door."""

from datetime import date

import pytest

from warehouse.demo.calendar import later, months, rounds
from warehouse.demo.lives import lives
from warehouse.demo.workbooks import SheetRow, mistake_of, rows_of
from warehouse.intake.screening import screen
from warehouse.intake.sheets import SHEETS
from warehouse.intake.template import filled

FIRST, SECOND, *_, LAST = [round_.reference_date for round_ in rounds()]
SAMPLE = (("AM05", FIRST), ("AM23", FIRST), ("AM35", FIRST), ("AM11", LAST), ("AM10", LAST), ("AM32", SECOND))


def _days(rows: list[SheetRow], key: str) -> set[object]:
    return {row[key] for row in rows}


def test_the_first_workbook_holds_the_whole_history() -> None:
    rows = rows_of("AM05", FIRST)
    first = lives()["AM05"].first
    assert _days(rows["phase_count"], "reference_date") == set(months(first, FIRST))
    assert _days(rows["phase_flow"], "period") == set(months(first, later(FIRST, -1)))
    assert _days(rows["exit_count"], "period") == _days(rows["phase_flow"], "period")


def test_a_later_workbook_adds_one_month_and_repeats_the_date_before() -> None:
    before, after = rows_of("AM05", FIRST), rows_of("AM05", SECOND)
    assert _days(after["phase_count"], "reference_date") == {FIRST, SECOND}
    assert _days(after["phase_flow"], "period") == _days(after["exit_count"], "period") == {FIRST}
    repeated = [row for row in after["phase_count"] if row["reference_date"] == FIRST]
    assert repeated == [row for row in before["phase_count"] if row["reference_date"] == FIRST]


def test_rows_have_only_columns_of_their_sheet() -> None:
    for code in lives():
        rows = rows_of(code, LAST)
        for sheet in SHEETS:
            known = {column.key for column in sheet.all_columns}
            assert all(row.keys() <= known for row in rows[sheet.subject])
            required = {column.key for column in sheet.all_columns if column.required}
            assert all(row[key] is not None for row in rows[sheet.subject] for key in required)


def test_groningen_corrects_two_old_months_and_nothing_else() -> None:
    wrong, right = rows_of("AM01", FIRST), rows_of("AM01", FIRST, version=2)
    changed = [(old, new) for old, new in zip(wrong["phase_count"], right["phase_count"], strict=True) if old != new]
    assert {old["reference_date"] for old, _ in changed} == {date(2026, 6, 1), date(2026, 7, 1)}
    assert {old["phase_code"] for old, _ in changed} == {"F1"}
    assert right["delivery"][0]["correction_reason"]
    assert wrong["delivery"][0]["correction_reason"] is None
    assert wrong["exit_count"] == right["exit_count"]
    assert mistake_of("AM01", SECOND) is None


@pytest.mark.parametrize(
    ("code", "day", "version"), [*((*one, 1) for one in SAMPLE), ("AM01", FIRST, 1), ("AM01", FIRST, 2)]
)
def test_a_workbook_passes_the_screening(code: str, day: date, version: int) -> None:
    screening = screen(filled(rows_of(code, day, version)), f"{code}.xlsx")
    assert not screening.failed, screening.findings
    assert len(screening.rows["phase_count"]) == len(rows_of(code, day, version)["phase_count"])
