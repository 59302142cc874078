"""What somebody learns from what was shown, next to trying every table that could have been shown so."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attack.enumerated import ranges
from tests.attack.tables import FEBRUARY, JANUARY, number, rounded, truth
from warehouse.attack.equations import equations, inequalities
from warehouse.attack.knowledge import hidden, protected
from warehouse.attack.model import Known, Model
from warehouse.attack.numbers import Number
from warehouse.attack.search import Ranges, determined
from warehouse.attack.shown import shown
from warehouse.attack.truth import ContradictionError, Truth, unknowns
from warehouse.publish.protect import Leaves, Node

LEAVES: list[Node] = list(product(("F1", "F2"), ("16-17", "18-20")))
A16, A18, B16, B18 = LEAVES
PLACE = "phase_count"

some = st.fixed_dictionaries({leaf: st.integers(0, 12) for leaf in LEAVES})
keys = st.binary(min_size=32, max_size=32)


def model_of(found: list[Truth], seen: list[Number]) -> Model:
    of = unknowns("AM01", found)
    series = {one.publication: one.series for one in found}
    return protected(of, Known(equations(of)), list(shown(of, seen)), series)


def naive_model_of(found: Truth, seen: list[Number]) -> Model:
    of = unknowns("AM01", [found])
    return hidden(of, Known(equations(of)), list(shown(of, seen)))


def found_ranges(model: Model, columns: range) -> list[tuple[int, int]]:
    found = Ranges(model)
    for column in columns:
        found.settle(column)
    return [(int(found.least[column]), int(found.greatest[column])) for column in columns]


def one_day(**counts: int) -> Truth:
    return truth(phase_count={JANUARY: {("F1", band): count for band, count in counts.items()}})


@given(some, keys)
@settings(deadline=None, max_examples=40)
def test_one_table_alone_leaves_every_small_leaf_five_values(leaves: Leaves, key: bytes) -> None:
    found = truth(phase_count={JANUARY: leaves})
    model = model_of([found], rounded(found, key))
    for (least, greatest), count in zip(found_ranges(model, range(len(LEAVES))), leaves.values(), strict=True):
        assert least <= count <= greatest
        assert greatest - least + 1 >= (5 if count else 1)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=2), st.lists(st.integers(0, 3), min_size=2, max_size=2), keys)
@settings(deadline=None, max_examples=25)
def test_two_dates_with_one_start_give_what_trying_everything_gives(
    before: list[int], after: list[int], key: bytes
) -> None:
    days = {day: dict(zip(LEAVES, counts, strict=False)) for day, counts in ((JANUARY, before), (FEBRUARY, after))}
    model = model_of([truth(phase_count=days)], rounded(truth(phase_count=days), key))
    assert found_ranges(model, range(len(model.truth))) == ranges(model)


def test_the_start_of_a_total_is_the_same_on_every_date() -> None:
    """Shown as 0 with three in it, the start is 3 or 4; on the other date 5 is then shown of four or more."""
    days = {JANUARY: {A16: 3}, FEBRUARY: {A16: 5}}
    seen = [number(PLACE, JANUARY, A16, youths=0), number(PLACE, FEBRUARY, A16, youths=5)]
    model = model_of([truth(phase_count=days)], [*seen, number(PLACE, JANUARY, A16, youths=3)])
    assert found_ranges(model, range(3)) == [(3, 3), (4, 9), (3, 4)]


@given(st.integers(0, 12), st.integers(0, 12), keys)
@settings(deadline=None, max_examples=30)
def test_trees_apart_with_one_start_leave_every_small_count_four_values(each: int, more: int, key: bytes) -> None:
    """The same people twice, and nobody has all life domains in order who has not one."""
    people = each + more + 3
    fine = {"SUP": each + more, "ALLE": each}
    found = truth(
        domain_count={
            JANUARY: {
                (code, state): youths
                for code, count in fine.items()
                for state, youths in (("op_orde", count), ("niet_op_orde", people - count))
            }
        }
    )
    of = unknowns("AM01", [found])
    seen = list(shown(of, rounded(found, key)))
    model = protected(of, Known(equations(of), inequalities(of)), seen, {1: "key"})
    assert len(model.truth) == len(of.truth) + 1
    for (least, greatest), count in zip(found_ranges(model, range(4)), of.truth, strict=True):
        assert least <= count <= greatest
        assert not 0 < count < 10 or greatest - least + 1 >= 4


def test_a_number_of_two_tables_is_off_by_the_rounding_of_both() -> None:
    found = truth(phase_count={JANUARY: {A16: 3}}, phase_flow={JANUARY: {("NEW", "F1"): 8}})
    parts = frozenset({(PLACE, JANUARY, ("F1",)), ("phase_flow", JANUARY, ("NEW", "F1"))})
    together = Number("AM01", parts, 1, None, 15)
    (one,) = shown(unknowns("AM01", [found]), [together])
    assert (one.off, one.is_exact, one.root_of) == (4 + 9, False, None)


def test_another_key_has_another_start() -> None:
    first = truth(1, "old", phase_count={JANUARY: {A16: 4}})
    second = truth(2, "new", phase_count={JANUARY: {A16: 1}})
    seen = [
        number(PLACE, JANUARY, A16, youths=0, publication=1, last=1),
        number(PLACE, JANUARY, A16, youths=5, publication=2, last=2),
    ]
    assert len(model_of([first, second], seen).truth) == 2 + 2
    with pytest.raises(ContradictionError):
        model_of([first, truth(2, "old", phase_count={JANUARY: {A16: 1}})], seen)


def test_a_count_that_did_not_change_was_seen_twice() -> None:
    """Once rounded down and once up: 4 values remain, as the design says."""
    first = truth(1, phase_count={JANUARY: {A16: 3, A18: 9}})
    second = truth(2, phase_count={JANUARY: {A16: 3, A18: 8}})
    seen = [
        number(PLACE, JANUARY, A16, youths=0, publication=1, last=1),
        number(PLACE, JANUARY, A16, youths=5, publication=2, last=2),
    ]
    model = model_of([first, second], seen)
    assert found_ranges(model, range(1)) == [(1, 4)]


def test_a_sum_of_rounded_nodes_tells_what_its_nodes_do_not() -> None:
    found = truth(phase_count={JANUARY: {A16: 3, A18: 1, B16: 2, B18: 9}})
    total = number(PLACE, JANUARY, ("F1",), ("F2",), youths=10)
    assert found_ranges(model_of([found], [total]), range(1)) == [(0, 18)]


def test_a_number_that_was_never_rounded_is_exact() -> None:
    found = one_day(a=3, b=9)
    leaked = number(PLACE, JANUARY, ("F1", "a"), youths=3)
    assert found_ranges(model_of([found], [*rounded(found), leaked]), range(1)) == [(3, 3)]


def test_a_sum_that_is_not_that_of_its_rounded_nodes_is_exact() -> None:
    counts = {A16: (3, 0), B16: (7, 5), ("F3", "16-17"): (1, 5)}
    found = truth(phase_count={JANUARY: {leaf: count for leaf, (count, _) in counts.items()}})
    seen = [number(PLACE, JANUARY, leaf, youths=youths) for leaf, (_, youths) in counts.items()]
    total = [number(PLACE, JANUARY, ("F1",), ("F2",), youths=youths) for youths in (5, 10)]
    assert found_ranges(model_of([found], [*seen, total[0]]), range(1)) == [(0, 4)]
    assert found_ranges(model_of([found], [*seen, total[1]]), range(1)) == [(1, 4)]


@pytest.mark.parametrize(
    "wrong",
    [
        number(PLACE, JANUARY, ("F1", "a"), youths=10),
        number(PLACE, FEBRUARY, ("F1", "a"), youths=5),
        number(PLACE, JANUARY, ("F9",), youths=5),
    ],
    ids=["too far", "another day", "nobody is there"],
)
def test_a_number_that_the_method_cannot_have_given_is_a_contradiction(wrong: Number) -> None:
    found = one_day(a=3, b=9)
    with pytest.raises(ContradictionError):
        model_of([found], [*rounded(found), wrong])


@given(some)
@settings(deadline=None, max_examples=40)
def test_hiding_small_counts_gives_away_what_trying_everything_finds(leaves: dict[Node, int]) -> None:
    found = truth(phase_count={JANUARY: leaves})
    model = naive_model_of(found, rounded(found))
    small = [column for column, count in enumerate(model.truth) if 1 <= count <= 9]
    expected = [column for column in small if ranges(model)[column][0] == ranges(model)[column][1]]
    assert determined(model, small) == expected


def test_one_hidden_count_is_the_total_less_the_others() -> None:
    found = truth(phase_count={JANUARY: {A16: 3, A18: 20, B16: 4, B18: 5}})
    model = naive_model_of(found, rounded(found))
    assert determined(model, [0, 2, 3]) == [0]
