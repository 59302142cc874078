from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from dashboard.figures.intervals import Interval, of_rounded, wilson

COUNTS = st.integers(0, 3000)


@given(COUNTS, COUNTS)
def test_it_is_the_interval_of_wilson(count: int, others: int) -> None:
    if count + others:
        expected = binomtest(count, count + others).proportion_ci(method="wilson")
        assert wilson(count, others) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_of_nobody_everything_is_possible() -> None:
    assert wilson(0, 0) == Interval(0.0, 1.0)


@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from([5, 10]), st.data())
def test_whatever_was_rounded_lies_within(count: int, others: int, base: int, data: st.DataObject) -> None:
    """For all counts that could be behind the rounded ones."""
    shown, other = count - count % base, others - others % base
    true, true_others = (data.draw(st.integers(max(0, value - base + 1), value + base - 1)) for value in (shown, other))
    low, high = of_rounded(shown, other, base)
    inner = wilson(true, true_others)
    assert low <= inner.low + 1e-12
    assert high >= inner.high - 1e-12


def test_exact_counts_need_no_room() -> None:
    assert of_rounded(60, 25, 1) == wilson(60, 25)


def test_rounding_makes_a_small_group_less_certain() -> None:
    low, high = of_rounded(60, 25, 10)
    assert (round(low, 2), round(high, 2)) == (0.49, 0.88)
    assert (round(wilson(60, 25).low, 2), round(wilson(60, 25).high, 2)) == (0.6, 0.79)
    assert of_rounded(60, 25, 10).holds(0.6)
    assert not of_rounded(60, 25, 10).holds(0.9)
