from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.measure import apart, rows, text_width, ticks_to, wrapped

places = st.lists(st.floats(-500, 500), min_size=1, max_size=8)


@given(places)
def test_apart_leaves_the_gap_and_the_order(found: list[float]) -> None:
    moved = apart(found, 17)
    order = sorted(range(len(found)), key=lambda at: found[at])
    assert all(moved[late] - moved[early] >= 17 - 1e-6 for early, late in pairwise(order))


def test_apart_leaves_alone_what_is_apart() -> None:
    assert apart([100, 0, 50], 17) == [100, 0, 50]


def test_rows_use_a_row_again_when_it_is_free() -> None:
    assert rows([(0, 10), (5, 15), (12, 30), (40, 50)], 1) == [0, 1, 0, 0]


@pytest.mark.parametrize(
    ("top", "ticks"),
    [(35.7, [0, 10, 20, 30, 40]), (1, [0, 1]), (25_500, [0, 10_000, 20_000, 30_000]), (10, [0, 5, 10])],
)
def test_ticks_are_readable_and_reach_over_the_top(top: float, ticks: list[float]) -> None:
    assert ticks_to(top) == ticks


@given(st.floats(0.01, 1e6))
def test_ticks_are_few_and_whole(top: float) -> None:
    ticks = ticks_to(top)
    assert ticks[-1] >= top - 1e-6
    assert 2 <= len(ticks) <= 6
    assert all(tick == int(tick) for tick in ticks)


def test_words_stay_whole_when_text_is_wrapped() -> None:
    assert wrapped("Terugval of uitval", 90, bold=True) == "Terugval of<br>uitval"
    assert wrapped("Toekomstplan", 20) == "Toekomstplan"
    assert text_width("Toekomstplan", bold=True) > text_width("Toekomstplan")
