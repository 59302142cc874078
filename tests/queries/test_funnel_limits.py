"""Funnel limits against scipy, and what rounding and overdispersion do to them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from queries.funnel_limits import ALARM, WARNING, Funnel, Rounding, Share

EXACT = Rounding(1, 0)
NO_ROUNDING = Rounding(0, 0)


def test_limits_hold_95_and_99_8_percent() -> None:
    assert pytest.approx(norm.ppf(0.975), abs=1e-6) == WARNING
    assert pytest.approx(norm.ppf(0.999), abs=1e-6) == ALARM


@given(st.integers(50, 2000), st.data(), st.floats(0.05, 0.95))
def test_inside_is_where_the_wilson_interval_holds_the_centre(of: int, data: st.DataObject, centre: float) -> None:
    count = data.draw(st.integers(0, of))
    for errors, confidence in ((WARNING, 0.95), (ALARM, 0.998)):
        interval = binomtest(count, of).proportion_ci(confidence, method="wilson")
        is_near_an_edge = min(abs(interval.low - centre), abs(interval.high - centre)) < 1e-6
        inside = Funnel(centre, NO_ROUNDING, 1.0).is_within(Share(count, of), errors)
        assert is_near_an_edge or inside == (interval.low <= centre <= interval.high)


def test_limits_are_where_a_share_stops_being_inside() -> None:
    found = Funnel(0.6, Rounding(10, 4), 1.3)
    low, high = found.limits(200, WARNING)
    assert found.is_within(Share((low + 1e-9) * 200, 200))
    assert not found.is_within(Share((high + 1e-9) * 200, 200))
    assert found.limits(1, ALARM) == (0.0, 1.0)


def test_the_variance_of_rounding_is_that_of_rounding_by_chance() -> None:
    """A numerator of four parts and a denominator, each rounded to tens, over many regions."""
    dice = random.Random(1627)

    def rounded(count: int) -> int:
        rest = count % 10
        return count - rest + 10 * (dice.random() < rest / 10)

    shares = []
    for _ in range(40_000):
        parts = [dice.randint(20, 29) for _ in range(4)]
        true, of = sum(parts), 200 + dice.randint(0, 9)
        shares.append(sum(map(rounded, parts)) / rounded(of) - true / of)
    variance = sum(share**2 for share in shares) / len(shares)
    assert variance == pytest.approx(Rounding(10, 4).variance(0.48, 204), rel=0.1)


def regions(spread: float) -> list[Share]:
    dice = random.Random(16)
    found = []
    for _ in range(30):
        of = dice.randint(60, 500)
        rate = min(max(dice.gauss(0.6, spread), 0.02), 0.98)
        found.append(Share(sum(dice.random() < rate for _ in range(of)), of))
    return found


def test_regions_that_differ_by_chance_alone_do_not_widen_the_limits() -> None:
    found = Funnel.of(regions(0.0), NO_ROUNDING)
    assert found is not None
    assert found.wider == pytest.approx(1, abs=0.15)
    assert sum(not found.is_within(share) for share in regions(0.0)) <= 3


def test_regions_that_differ_more_widen_them() -> None:
    found = Funnel.of(regions(0.12), NO_ROUNDING)
    assert found is not None
    assert found.wider > 1.5


def test_one_outlier_does_not_hide_itself() -> None:
    odd = Share(450, 500)
    found = Funnel.of([*regions(0.0), odd], NO_ROUNDING)
    assert found is not None
    assert not found.is_within(odd, ALARM)


def test_the_centre_is_the_share_of_all_together() -> None:
    found = Funnel.of([Share(10, 100), Share(90, 100), Share(0, 50), Share(50, 50), Share(0, 100)], EXACT)
    assert found is not None
    assert found.centre == pytest.approx(150 / 400)


def test_few_regions_have_no_funnel() -> None:
    assert Funnel.of([Share(1, 60)] * 4, EXACT) is None


def test_a_share_of_nobody_or_everybody_does_not_vary() -> None:
    found = Funnel.of([Share(0, 60)] * 6, NO_ROUNDING)
    assert found is not None
    assert found.errors(Share(0, 60)) == 0.0
