"""Stock plus in minus out is stock, within what rounding explains and never further."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from queries.balance import Balance, Remainder
from queries.trajectories import Moved

AUGUST, NOVEMBER = date(2026, 8, 1), date(2026, 11, 1)
PAIRS = [("NEW", "F0"), ("F0", "F1"), ("F0", "GONE"), ("F1", "F6"), ("F6", "F1")]
PHASES = ("F0", "F1", "F6")
STOCKS = st.fixed_dictionaries({phase: st.integers(0, 200) for phase in PHASES})
MONTHS = st.lists(st.fixed_dictionaries({pair: st.integers(0, 30) for pair in PAIRS}), min_size=3, max_size=3)
OFF = st.integers(0, 1)


def _up_or_down(count: int, base: int, up: int) -> int:
    rest = count % base
    return count if rest == 0 else count - rest + base * up


@given(STOCKS, MONTHS, st.data())
def test_whatever_is_rounded_is_explained(
    stock: dict[str, int], months: list[dict[tuple[str, str], int]], data: st.DataObject
) -> None:
    """The truth balances; every stock and every movement is then rounded up or down."""
    went = {phase: sum(n for month in months for (start, _), n in month.items() if start == phase) for phase in PHASES}
    came = {phase: sum(n for month in months for (_, end), n in month.items() if end == phase) for phase in PHASES}
    before = {phase: stock[phase] + went[phase] for phase in PHASES}
    now = {phase: before[phase] + came[phase] - went[phase] for phase in PHASES}
    shown = {
        ("AM05", day): {phase: _up_or_down(count, 5, data.draw(OFF)) for phase, count in true.items()}
        for day, true in ((AUGUST, before), (NOVEMBER, now))
    }
    moved = [
        Moved("AM05", *pair, sum(_up_or_down(month[pair], 10, data.draw(OFF)) for month in months), 3) for pair in PAIRS
    ]
    found = Balance.of(shown, moved, ["AM05"], NOVEMBER, 3)
    assert found.unexplained == []
    for one in found.remainders:
        assert (
            one.off
            == shown["AM05", AUGUST][one.phase_code]
            + found.came(one.phase_code)
            - found.went(one.phase_code)
            - shown["AM05", NOVEMBER][one.phase_code]
        )


def _moves(region: str, youths: int = 30, months: int = 3) -> list[Moved]:
    return [Moved(region, "F0", "F1", youths, months)]


def _stocks(*places: str, now: int = 130) -> dict[tuple[str, date], dict[str, int]]:
    both = {(place, day): {"F0": 100, "F1": 100} for place in places for day in (AUGUST, NOVEMBER)}
    return both | {(place, NOVEMBER): {"F0": 70, "F1": now} for place in places}


def test_what_rounding_cannot_explain_is_told_with_its_region() -> None:
    phases = _stocks("AM01") | _stocks("AM05", now=200)
    found = Balance.of(phases, [*_moves("AM01"), *_moves("AM05")], ["AM01", "AM05"], NOVEMBER, 3)
    assert found.unexplained == [Remainder("AM05", "F1", -70, 2 * 4 + 3 * 9)]
    assert found.largest == found.unexplained[0]


def test_the_limit_itself_is_still_explained() -> None:
    at_limit = Balance.of(_stocks("AM05", now=165), _moves("AM05"), ["AM05"], NOVEMBER, 3)
    assert (at_limit.largest.off, at_limit.unexplained) == (-35, [])
    assert Balance.of(_stocks("AM05", now=166), _moves("AM05"), ["AM05"], NOVEMBER, 3).unexplained != []


def test_only_regions_with_both_dates_and_every_month_are_in_it() -> None:
    phases = _stocks("AM01", "AM02", "AM05")
    del phases["AM01", AUGUST]
    moved = [*_moves("AM01"), *_moves("AM02", months=2), *_moves("AM05")]
    found = Balance.of(phases, moved, ["AM01", "AM02", "AM05"], NOVEMBER, 3)
    assert found.regions == 1
    assert (found.came("F1"), found.went("F0"), found.could_step("F0")) == (30, 30, 100)
    assert (found.change("F0"), found.change("F1")) == (-30, 30)


def test_without_a_start_there_is_no_balance_and_what_is_known_stays() -> None:
    phases = _stocks("AM05")
    del phases["AM05", AUGUST]
    found = Balance.of(phases, _moves("AM05"), ["AM05"], NOVEMBER, 3)
    assert (found.before, found.now, found.change("F0")) == (None, {"F0": 70, "F1": 130}, None)
    assert found.remainders == ()
    assert found.could_step("F0") == 0


def test_nothing_at_all() -> None:
    found = Balance.of({}, [], ["AM05"], NOVEMBER, 3)
    assert (found.regions, found.before, found.now, found.moves) == (0, None, {}, {})
