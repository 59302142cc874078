from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.control_limits import Run, limits

STEADY = [10.0, 12.0] * 6


def test_limits_of_a_published_example() -> None:
    """NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: ten batches, limits 45.816 and 55.804."""
    batches = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
    found = limits(batches)
    assert found is not None
    assert found.mean == pytest.approx(50.81)
    assert found.lower == pytest.approx(45.816, abs=0.002)
    assert found.upper == pytest.approx(55.804, abs=0.002)
    assert found.signals == ()


def test_limits_by_hand() -> None:
    found = limits(STEADY)
    assert found is not None
    assert found.mean == pytest.approx(11)
    assert found.lower == pytest.approx(11 - 2.66 * 2)
    assert found.upper == pytest.approx(11 + 2.66 * 2)
    assert (found.signals, found.runs) == ((), ())


def test_too_few_points_have_no_limits() -> None:
    assert limits(STEADY[:7]) is None
    assert limits([*STEADY[:7], None, None]) is None
    assert limits([]) is None
    assert limits(STEADY[:8]) is not None


def test_the_lower_limit_is_never_under_zero() -> None:
    found = limits([0.0, 10.0] * 6)
    assert found is not None
    assert found.lower == 0.0


def test_a_point_outside_the_limits_is_a_signal() -> None:
    found = limits([*STEADY, 40.0, 10.0, 0.0], first=12)
    assert found is not None
    assert found.mean == pytest.approx(11)
    assert found.signals == (12, 14)


def test_limits_are_never_narrower_than_rounding() -> None:
    values = [*[20.0] * 12, 29.0, 30.0]
    for off, signals in ((0, (12, 13)), (9, (13,)), (10, ())):
        found = limits(values, off=off, first=12)
        assert found is not None
        assert found.signals == signals


def test_eight_in_a_row_on_one_side_are_a_run() -> None:
    shifted = [*STEADY, *[13.0] * 8]
    found = limits(shifted, first=12)
    assert found is not None
    assert found.signals == ()
    assert found.runs == (Run("above", 11, 19),)
    shorter = limits([*STEADY, 10.0, *[12.0] * 7], first=12)
    assert shorter is not None
    assert shorter.runs == ()


def test_a_run_that_rounding_may_have_made_is_none() -> None:
    found = limits([*STEADY, *[13.0] * 8], off=2, first=12)
    assert found is not None
    assert found.runs == ()


@pytest.mark.parametrize(("step", "run"), [(0.1, Run("rising", 12, 17)), (-0.1, Run("falling", 12, 17))])
def test_six_that_rise_or_fall_are_a_run(step: float, run: Run) -> None:
    before = [*STEADY[:11], 11.0 + step]
    found = limits([*before, *[11.0 + step * at for at in range(6)]], first=12)
    assert found is not None
    assert found.runs == (run,)
    five = limits([*before, *[11.0 + step * at for at in range(5)]], first=12)
    assert five is not None
    assert five.runs == ()


def test_a_gap_breaks_the_moving_range_and_the_runs() -> None:
    broken = limits([*[10.0] * 6, None, *[20.0] * 6])
    assert broken is not None
    assert broken.upper == broken.mean
    assert broken.runs == ()


@given(st.lists(st.integers(0, 60), min_size=8, max_size=30), st.integers(0, 9))
def test_rounding_never_adds_a_signal(counts: list[int], off: int) -> None:
    bare, allowing = limits(counts), limits(counts, off=off)
    assert bare is not None
    assert allowing is not None
    assert set(allowing.signals) <= set(bare.signals)


def _taken_together(values: list[float], window: int) -> list[float]:
    return [sum(values[at : at + window]) / window for at in range(len(values) - window + 1)]


def test_values_that_share_eleven_of_twelve_months_differ_less_than_chance_does() -> None:
    """Limits from their own steps would call most of pure chance a signal; wider by the root of twelve they do not."""
    chance = Random(7)
    narrow, wide, points = 0, 0, 0
    for _series in range(200):
        values = _taken_together([chance.gauss(60, 10) for _month in range(59)], 12)
        found = [limits(values), limits(values, window=12)]
        assert found[0] is not None
        assert found[1] is not None
        assert found[1].upper - found[1].mean == pytest.approx(12**0.5 * (found[0].upper - found[0].mean))
        narrow, wide = narrow + len(found[0].signals), wide + len(found[1].signals)
        points += len(values)
    assert narrow / points > 0.2
    assert wide / points < 0.01
