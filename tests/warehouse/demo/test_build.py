"""The demonstration as it came in and was published: four times, all of it by the ordinary way."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from tests.serving import Demonstration
from warehouse.demo import build
from warehouse.demo.calendar import rounds
from warehouse.demo.deliveries import Arrival, approvals, arrivals
from warehouse.demo.workbooks import rows_of
from warehouse.intake.findings import Finding
from warehouse.intake.screening import Screening
from warehouse.schema import intake, published

FIRST, *_, LAST = rounds()


def test_four_publications_say_that_they_are_a_demonstration(demonstration: Demonstration) -> None:
    with demonstration.warehouse.connect() as connection:
        columns = (published.publication.c[name] for name in ("published_at", "reference_date", "demonstration"))
        rows = connection.execute(select(*columns).order_by(published.publication.c.number)).all()
    assert [tuple(row) for row in rows] == [(one.published_at, one.reference_date, True) for one in rounds()]


def test_every_workbook_that_came_in_was_approved_in_four_levels(demonstration: Demonstration) -> None:
    expected = sum(len(arrivals(one, before)) for one, before in zip(rounds(), [None, *rounds()], strict=False))
    with demonstration.intake.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(intake.delivery)) == expected == 129
        assert connection.scalar(select(func.count()).select_from(intake.approval)) == 4 * expected
    assert len(list(demonstration.workbooks.glob("*/*.xlsx"))) == expected


def test_intake_holds_the_exact_counts_of_the_rows(demonstration: Demonstration) -> None:
    table, rows = intake.phase_count, rows_of("AM05", LAST.reference_date)["phase_count"]
    expected = sum(value for row in rows for key, value in row.items() if isinstance(value, int) and "count" in key)
    of_delivery = select(intake.delivery.c.delivery_id).where(
        intake.delivery.c.region_code == "AM05", intake.delivery.c.reference_date == LAST.reference_date
    )
    with demonstration.intake.connect() as connection:
        counted = select(func.sum(table.c.youths)).where(table.c.delivery_id == of_delivery.scalar_subquery())
        assert connection.scalar(counted) == expected


def test_two_regions_are_missing_in_the_last_publication(demonstration: Demonstration) -> None:
    status = published.delivery_status.c
    missing = select(status.region_code).where(
        status.last_publication.is_(None), status.reference_date == LAST.reference_date, status.received_on.is_(None)
    )
    with demonstration.warehouse.connect() as connection:
        assert set(connection.scalars(missing)) == {"AM03", "AM33"}


def test_the_correction_of_groningen_is_published_with_its_reason(demonstration: Demonstration) -> None:
    status = published.delivery_status.c
    corrected = select(status.region_code, status.reference_date, status.version).where(
        status.correction_reason.is_not(None), status.last_publication.is_(None)
    )
    with demonstration.warehouse.connect() as connection:
        assert connection.execute(corrected).all() == [("AM01", FIRST.reference_date, 2)]


def test_school_leavers_are_there_from_the_first_publication(demonstration: Demonstration) -> None:
    values = published.indicator_value.c
    with demonstration.warehouse.connect() as connection:
        found = connection.execute(select(values.first_publication, func.count()).group_by(values.first_publication))
        assert found.all() == [(1, 39 + 3 * 39 + 4 * 40)]


def test_a_workbook_is_written_where_it_is_expected(tmp_path: Path) -> None:
    path = build.write(tmp_path, Arrival("AM35", date(2026, 9, 1), 1, date(2026, 9, 12)))
    assert path == tmp_path / "2026-09-01" / "AM35.xlsx"
    assert "Fasen" in load_workbook(path, read_only=True).sheetnames


def test_approvals_come_before_the_publication_and_one_after_the_other() -> None:
    for arrival in arrivals(LAST, rounds()[-2]):
        moments = [approval.approved_at for approval in approvals(arrival, LAST)]
        assert moments == sorted(moments)
        assert arrival.received_at < moments[0]
        assert moments[-1] <= LAST.published_at


@pytest.mark.parametrize("code", ["sheet_empty", "text_email", "text_phone", "text_person"])
def test_a_demonstration_workbook_that_fails_or_asks_for_a_confirmation_says_where(tmp_path: Path, code: str) -> None:
    screening = Screening((Finding(code, "Fasen"),))
    with pytest.raises(build.RefusedWorkbookError, match="Fasen"):
        build._passed(screening, tmp_path / "AM05.xlsx")
