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


def test_eight_in_a_row_on_one_side_is_a_signal_from_the_eighth() -> None:
    found = limits([*STEADY, *[12.0] * 9], base=12)
    assert found is not None
    assert found.signals == (18, 19, 20)  # the twelfth point is over the mean too


def test_a_gap_breaks_a_run_and_a_moving_range() -> None:
    found = limits([*STEADY, *[12.0] * 5, None, *[12.0] * 5], base=12)
    assert found is not None
    assert found.signals == ()
    broken = limits([*[10.0] * 6, None, *[20.0] * 6])
    assert broken is not None
    assert broken.upper == broken.mean


def test_a_point_on_the_mean_breaks_a_run() -> None:
    found = limits([*STEADY, *[12.0] * 4, 11.0, *[12.0] * 6], base=12)
    assert found is not None
    assert found.signals == ()
