from datetime import date

import pytest

from warehouse.schema.calendar import month_before, months_before, months_between, months_from, quarter_of


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (0, date(2026, 11, 1)),
        (-2, date(2027, 1, 1)),
        (-1, date(2026, 12, 1)),
        (10, date(2026, 1, 1)),
        (11, date(2025, 12, 1)),
        (-26, date(2029, 1, 1)),
    ],
)
def test_months_earlier_and_later(months: int, expected: date) -> None:
    assert months_before(date(2026, 11, 1), months) == expected
    assert months_between(expected, date(2026, 11, 1)) == months


def test_any_day_stands_for_its_month() -> None:
    assert month_before(date(2026, 3, 31)) == date(2026, 2, 1)


def test_the_months_from_one_to_another_leave_the_last_out() -> None:
    assert months_from(date(2026, 11, 1), date(2027, 2, 1)) == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert months_from(date(2027, 2, 1), date(2026, 11, 1)) == []


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 10, 1), date(2026, 10, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 9, 30), date(2026, 7, 1)),
    ],
)
def test_a_day_lies_in_the_quarter_that_began_last(day: date, quarter: date) -> None:
    assert quarter_of(day) == quarter
