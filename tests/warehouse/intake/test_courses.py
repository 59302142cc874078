"""Sheets about courses and outcomes: they may be left out, and what they count agrees with stocks and flows."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select

from tests.areas import Areas
from tests.warehouse.intake.region import Rows, codes, content, edited, rows, screened
from tests.warehouse.intake.region_courses import QUARTERS
from tests.warehouse.intake.test_accept import taken
from warehouse.intake.course_sheets import COURSES
from warehouse.intake.delivered import Earlier
from warehouse.intake.screening import screen
from warehouse.schema import intake

APRIL = QUARTERS[0]


def test_a_workbook_without_these_sheets_is_as_good_as_it_was() -> None:
    def edit(workbook: Workbook) -> None:
        for sheet in COURSES:
            workbook.remove(workbook[sheet.title])

    found = screened(edited(edit))
    assert found.findings == ()
    assert not {sheet.subject for sheet in COURSES} & found.rows.keys()


def test_registrations_are_held_against_a_stock_of_an_earlier_delivery() -> None:
    def of_november(spoiled: Rows) -> None:
        november = [row for row in spoiled["phase_count"] if row["reference_date"].month == 11]
        spoiled["phase_count"] = november

    registered = sum(
        value
        for row in rows()["registration_count"]
        for key, value in row.items()
        if row["reference_date"] == APRIL and key.startswith("count:")
    )
    for stock, differs in ((registered, False), (registered + 1, True)):
        earlier = Earlier(stocks={APRIL: {"F0": 500, "F1": stock, "F6": 9}})
        found = screen(content(of_november), "AM05.xlsx", history=lambda *_, told=earlier: told)
        assert ("registrations_differ" in codes(found)) is differs


def test_a_month_without_steps_is_not_a_month_without_moves() -> None:
    def first_month_alone(spoiled: Rows) -> None:
        spoiled["step_count"] = [row for row in spoiled["step_count"] if row["period"] == date(2026, 3, 1)]

    def no_way_out(spoiled: Rows) -> None:
        spoiled["step_count"] = [row for row in spoiled["step_count"] if row["progress_code"] != "F4F5"]

    assert screened(content(first_month_alone)).findings == ()
    assert codes(screened(content(no_way_out))) == {"steps_differ"}


def test_aftercare_is_held_against_flows_of_the_whole_quarter_alone() -> None:
    def two_too_many(spoiled: Rows) -> None:
        for row in spoiled["retention_count"]:
            row["count:goed"] += 2

    def without_may(spoiled: Rows) -> None:
        two_too_many(spoiled)
        for subject in ("phase_flow", "exit_count"):
            spoiled[subject] = [row for row in spoiled[subject] if row["period"].month != 5]

    assert codes(screened(content(two_too_many))) == {"aftercare_differs"}
    assert "aftercare_differs" not in codes(screened(content(without_may)))


@pytest.mark.parametrize(
    ("subject", "place", "code"),
    [
        ("turning_18", "support_code", "loopt_door"),
        ("domain_count", "state_code", "op_orde"),
        ("retention_count", "state_code", "goed"),
        ("step_count", "age_band_code", "18-20"),
    ],
)
def test_what_was_spread_over_columns_is_kept_in_rows(sqlite_areas: Areas, subject: str, place: str, code: str) -> None:
    taken(sqlite_areas.intake, content())
    table = intake.metadata.tables[f"intake.{subject}"]
    expected = sum(row[f"count:{code}"] for row in rows()[subject])
    with sqlite_areas.intake.connect() as connection:
        kept = connection.scalar(select(func.sum(table.c.youths)).where(table.c[place] == code))
    assert kept == expected > 0
