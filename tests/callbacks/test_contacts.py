"""Which month of first contacts is called a signal."""

from collections.abc import Sequence
from datetime import date

import pytest

from callbacks.parts.look import Look
from callbacks.region.contacts import series, signal_of
from dashboard.figures.xmr import Point
from dashboard.sentences.region import Signal
from queries.reader import Reader
from queries.trajectories import Movement, movements
from tests.callbacks.looking import seen
from warehouse.schema.calendar import months_before

NOVEMBER = date(2026, 11, 1)
QUIET = [20.0, 25.0] * 8

UNTIL = date(2027, 1, 1)


@pytest.fixture
def look(ministry: Reader) -> Look:
    return seen(ministry)


def _points(values: Sequence[float | None]) -> list[Point]:
    """Months that end with the last one before the reference date."""
    first = len(values)
    return [Point(months_before(NOVEMBER, first - at), value) for at, value in enumerate(values)]


def test_months_like_the_others_are_no_signal(look: Look) -> None:
    assert signal_of(look, _points(QUIET)) is None


@pytest.mark.parametrize("back", [1, 2, 3])
def test_one_of_the_last_three_months_outside_the_limits(look: Look, back: int) -> None:
    values = [*QUIET, *QUIET[:3]]
    values[-back] = 90.0
    assert signal_of(look, _points(values)) == Signal(months_before(NOVEMBER, back), above=True)


def test_an_older_signal_is_history(look: Look) -> None:
    assert signal_of(look, _points([*QUIET, 90.0, *QUIET[:3]])) is None


def test_a_month_below_the_limits(look: Look) -> None:
    high = [200.0, 205.0] * 8
    assert signal_of(look, _points([*high, 5.0])) == Signal(months_before(NOVEMBER, 1), above=False)


def test_the_newest_of_two_signals_is_told(look: Look) -> None:
    found = signal_of(look, _points([*QUIET, *QUIET, 120.0, 20.0, 110.0]))
    assert found == Signal(months_before(NOVEMBER, 1), above=True)


@pytest.mark.parametrize("values", [[], [20.0] * 6 + [90.0], [None] * 3])
def test_with_few_months_there_are_no_limits_and_no_signal(look: Look, values: list[float | None]) -> None:
    assert signal_of(look, _points(values)) is None


def test_a_month_that_was_not_delivered_is_a_gap() -> None:
    moved = [Movement("AM05", date(2026, month, 1), "F1", "F2", 10 * month, 1) for month in (1, 2, 4)]
    other = [
        Movement("AM05", date(2026, 3, 1), "F2", "F3", 99, 1),
        Movement("NL01", date(2026, 3, 1), "F1", "F2", 9, 9),
    ]
    assert [point.value for point in series([*moved, *other], "AM05", UNTIL)] == [10, 20, None, 40]
    assert series(moved, "AM23", UNTIL) == []


def test_twente_has_the_signal_that_its_story_tells_of(look: Look) -> None:
    moved = movements(look.reader, ["AM05"], [], ("F1", "F2"))
    assert signal_of(look, series(moved, "AM05", UNTIL)) == Signal(date(2026, 9, 1), above=True)
