from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from queries.indicators import Promise, promises
from queries.reader import Reader

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
AMOUNTS = st.integers(0, 5000).map(float)


@st.composite
def _promises(draw: st.DrawFn) -> Promise:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Promise(first, draw(AMOUNTS), last, draw(AMOUNTS))


@given(_promises(), DAYS)
def test_what_is_expected_lies_between_start_and_target(promise: Promise, day: date) -> None:
    low, high = sorted((promise.start, promise.target))
    assert low - 1e-9 <= promise.expected_on(day) <= high + 1e-9


@given(_promises(), DAYS, DAYS)
def test_what_is_expected_only_moves_towards_the_target(promise: Promise, one: date, other: date) -> None:
    early, late = (promise.expected_on(day) for day in sorted((one, other)))
    away = 1 if promise.target >= promise.start else -1
    assert away * (late - early) >= -1e-9


@given(_promises())
def test_it_starts_at_the_start_and_ends_at_the_target(promise: Promise) -> None:
    if promise.start_on < promise.target_on:
        assert promise.expected_on(promise.start_on) == promise.start
    assert promise.expected_on(promise.target_on) == promise.target
    assert promise.expected_on(date.max) == promise.target
    assert promise.expected_on(date.min) in (promise.start, promise.target)


def test_half_way_is_half() -> None:
    promise = Promise(date(2026, 1, 1), 100, date(2026, 1, 11), 200)
    assert promise.expected_on(date(2026, 1, 6)) == 150


def test_every_region_that_takes_part_promised_something(ministry: Reader) -> None:
    found = promises(ministry)
    assert len({region for region, _ in found}) == 33
    assert all(one.start_on < one.target_on and one.start % 5 == 0 for one in found.values())
