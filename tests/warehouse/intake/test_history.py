from datetime import date

from tests.areas import Areas
from tests.warehouse.intake import region
from tests.warehouse.intake.region import Rows, content
from tests.warehouse.intake.test_accept import taken
from tests.warehouse.intake.test_approve import approved
from warehouse.intake.history import history

NEXT = date(2026, 12, 1)


def _sum(rows: Rows, day: date, phase: str) -> int:
    found = (row for row in rows["phase_count"] if (row["reference_date"], row["phase_code"]) == (day, phase))
    return sum(count for row in found for key, count in row.items() if key.startswith("count:"))


def test_only_what_the_ministry_approved_is_the_past(areas: Areas) -> None:
    number = taken(areas.intake, content()).delivery_id
    approved(areas.intake, number, "bureau")
    with areas.intake.begin() as connection:
        assert not history(connection)("AM05", NEXT).stocks
    approved(areas.intake, number, "ministerie")
    with areas.intake.begin() as connection:
        earlier = history(connection)("AM05", NEXT)
        assert not history(connection)("AM09", NEXT).stocks
    assert tuple(earlier.stocks) == region.MONTHS
    for day, phases in earlier.stocks.items():
        assert phases == {phase: _sum(region.rows(), day, phase) for phase in phases}
    assert earlier.adopted["P1", "1"] == date(2026, 7, 1)


def test_the_past_ends_before_the_reference_date(sqlite_areas: Areas) -> None:
    approved(sqlite_areas.intake, taken(sqlite_areas.intake, content()).delivery_id, "ministerie")
    with sqlite_areas.intake.begin() as connection:
        assert tuple(history(connection)("AM05", region.REFERENCE_DATE).stocks) == region.MONTHS[:-1]
