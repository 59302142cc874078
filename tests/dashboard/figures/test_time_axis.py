from __future__ import annotations

from datetime import date

import pytest

from dashboard.figures.time_axis import months

FIRST, LAST = date(2025, 1, 1).toordinal(), date(2026, 10, 1).toordinal()


@pytest.mark.parametrize(
    ("pixels", "names"),
    [
        (500, ["jan. 2025", "apr.", "juli", "okt.", "jan. 2026", "apr.", "juli", "okt."]),
        (110, ["jan. 2025", "jan. 2026"]),
    ],
)
def test_as_many_names_as_fit(pixels: float, names: list[str]) -> None:
    assert months(FIRST, LAST, pixels / (LAST - FIRST)).names == names


def test_the_first_name_has_its_year_and_is_inside_the_period() -> None:
    found = months(date(2025, 11, 20).toordinal(), LAST, 3)
    assert found.names[:3] == ["dec. 2025", "jan. 2026", "feb."]
    assert date.fromordinal(found.starts[0]) == date(2025, 12, 1)


def test_within_one_month_there_is_no_name() -> None:
    day = date(2025, 11, 20).toordinal()
    assert months(day, day + 5, 10).names == []
