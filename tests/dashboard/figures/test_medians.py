from __future__ import annotations

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.medians import Class, class_within, median_days

EDGES = [(0, 14), (14, 30), (30, 60), (60, 120), (120, 240), (240, None)]


def classes(*youths: int) -> list[Class]:
    return [Class(*edges, count) for edges, count in zip(EDGES, youths, strict=True)]


@pytest.mark.parametrize(
    ("youths", "expected"),
    [
        ((100, 0, 0, 0, 0, 0), 7.0),
        ((50, 50, 0, 0, 0, 0), 14.0),
        ((0, 10, 20, 10, 0, 0), 45.0),
        ((10, 0, 0, 0, 0, 30), 240.0),
        ((10, 0, 0, 0, 10, 0), 14.0),
        ((0, 0, 0, 0, 0, 0), None),
    ],
)
def test_the_middle_lies_in_its_class(youths: tuple[int, ...], expected: float | None) -> None:
    assert median_days(classes(*youths)) == expected


def test_without_classes_there_is_no_middle() -> None:
    assert median_days([]) is None


@given(st.lists(st.integers(0, 239), min_size=1, max_size=200))
def test_it_lies_in_the_class_of_the_true_middle(days: list[int]) -> None:
    counts = [sum(start <= day < (until or 10**6) for day in days) for start, until in EDGES]
    found = median_days(classes(*counts))
    low, high = median([*sorted(days), min(days)]), median([*sorted(days), max(days)])
    start = next(start for start, until in EDGES if start <= low < (until or 10**6))
    until = next(until or 10**6 for begin, until in EDGES if begin <= high < (until or 10**6))
    assert found is not None
    assert start <= found <= until


@pytest.mark.parametrize(
    ("youths", "expected"),
    [
        ((90, 10, 0, 0, 0, 0), (0, 14)),
        ((80, 10, 0, 10, 0, 0), (14, 30)),
        ((80, 0, 0, 9, 0, 11), (240, None)),
        ((0, 0, 10, 0, 0, 0), (30, 60)),
        ((0, 0, 0, 0, 0, 0), None),
    ],
)
def test_nine_of_ten_are_reached_in_a_class(youths: tuple[int, ...], expected: tuple[int, int | None] | None) -> None:
    found = class_within(classes(*youths), 0.9)
    assert (found and (found.start, found.until)) == expected
