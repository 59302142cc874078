from datetime import date

import pytest

from warehouse.publish.months import months_later


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (0, date(2026, 11, 1)),
        (2, date(2027, 1, 1)),
        (1, date(2026, 12, 1)),
        (-11, date(2025, 12, 1)),
        (26, date(2029, 1, 1)),
    ],
)
def test_months_later_and_earlier(months: int, expected: date) -> None:
    assert months_later(date(2026, 11, 1), months) == expected
