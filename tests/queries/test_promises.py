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
    start, target = draw(AMOUNTS), draw(AMOUNTS)
    parts = sorted(draw(st.lists(st.floats(0, 1), max_size=4)))
    days = sorted(draw(st.lists(DAYS, min_size=len(parts), max_size=len(parts), unique=True)))
    way = tuple((day, start + part * (target - start)) for day, part in zip(days, parts, strict=True))
    return Promise(first, start, last, target, way)


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


def test_a_region_may_give_the_path() -> None:
    """What lies before the frozen start, or after the target, is no part of it."""
    way = ((date(2026, 1, 5), 110.0), (date(2025, 12, 1), 500.0), (date(2026, 1, 3), 100.0), (date(2026, 2, 1), 0.0))
    promise = Promise(date(2026, 1, 1), 100, date(2026, 1, 11), 200, way)
    days = {1: 100, 2: 100, 3: 100, 4: 105, 5: 110, 8: 155, 11: 200}
    assert {at: promise.expected_on(date(2026, 1, at)) for at in days} == days


def test_the_path_of_the_demonstration_is_read(ministry: Reader) -> None:
    given = {place: one.interim for place, one in promises(ministry).items() if one.interim}
    assert list(given) == [("AM15", "K01")]
    assert [day for day, _amount in given["AM15", "K01"]] == [date(2025, 7, 1), date(2026, 1, 1), date(2026, 9, 15)]


def test_every_region_that_takes_part_promised_something(ministry: Reader) -> None:
    found = promises(ministry)
    assert len({region for region, _ in found}) == 33
    assert all(one.start_on < one.target_on and one.start % 5 == 0 for one in found.values())
