from __future__ import annotations

import pytest

from dashboard.figures.control_limits import limits

STEADY = [10.0, 12.0] * 6


def test_limits_by_hand() -> None:
    found = limits(STEADY)
    assert found is not None
    assert found.mean == pytest.approx(11)
    assert found.lower == pytest.approx(11 - 2.66 * 2)
    assert found.upper == pytest.approx(11 + 2.66 * 2)
    assert found.signals == ()


def test_too_few_points_have_no_limits() -> None:
    assert limits(STEADY[:11]) is None
    assert limits([*STEADY[:11], None, None]) is None
    assert limits([]) is None


def test_the_lower_limit_is_never_under_zero() -> None:
    found = limits([0.0, 10.0] * 6)
    assert found is not None
    assert found.lower == 0.0


def test_a_point_outside_the_limits_is_a_signal() -> None:
    found = limits([*STEADY, 40.0, 10.0, 0.0], base=12)
    assert found is not None
    assert found.mean == pytest.approx(11)
    assert found.signals == (12, 14)


def test_a_run_on_one_side_of_the_mean_is_no_signal() -> None:
    found = limits([*STEADY, *[12.0] * 9], base=12)
    assert found is not None
    assert found.signals == ()


def test_a_gap_breaks_the_moving_range() -> None:
    broken = limits([*[10.0] * 6, None, *[20.0] * 6])
    assert broken is not None
    assert broken.upper == broken.mean
