"""What controlled rounding promises, for every tree and every key."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.publish.facts import BASES
from warehouse.publish.protect import Draw, Draws, Leaves, Node, fingerprint, keyed_draws, protect

KEY = bytes(range(32))
counts = st.one_of(st.integers(0, 6), st.integers(0, 400))
trees = st.dictionaries(st.tuples(st.sampled_from("ABCDEFG"), st.sampled_from("1234")), counts)
keys = st.binary(min_size=32, max_size=32)
bases = st.sampled_from(sorted(set(BASES.values())))
of_each_base = pytest.mark.parametrize("base", sorted(set(BASES.values())))


def nodes(leaves: Leaves) -> Counter[Node]:
    """Every node of the tree with the sum of the leaves below it."""
    found: Counter[Node] = Counter()
    for leaf, count in leaves.items():
        for depth in range(len(leaf) + 1):
            found[leaf[:depth]] += count
    return found


def assert_promises(leaves: Leaves, base: int, key: bytes) -> None:
    shown = protect(leaves, base, keyed_draws(key, "phase_count", "AM01"))
    truth, protected = nodes(leaves), nodes(shown)
    assert shown.keys() == leaves.keys()
    for node, count in truth.items():
        assert protected[node] % base == 0
        assert abs(protected[node] - count) < base
        if count % base == 0:
            assert protected[node] == count


@given(trees, bases, keys)
def test_every_node_is_the_multiple_just_below_or_above_its_count(leaves: Leaves, base: int, key: bytes) -> None:
    assert_promises(leaves, base, key)


@given(trees, bases, keys)
def test_the_same_counts_give_the_same_figures_in_any_order(leaves: Leaves, base: int, key: bytes) -> None:
    backwards = dict(reversed(list(leaves.items())))
    first = protect(leaves, base, keyed_draws(key, "exit_count", "AM01"))
    assert protect(backwards, base, keyed_draws(key, "exit_count", "AM01")) == first


def random_tree(dice: random.Random) -> dict[Node, int]:
    top = dice.choice((1, 3, 9, 40, 500))
    return {(phase, band): dice.randint(0, top) for phase, band in product("0123456", "abcd") if dice.random() < 0.9}


@of_each_base
def test_two_thousand_trees_of_seven_by_four_keep_the_promises(base: int) -> None:
    dice = random.Random(16)
    for _ in range(2_000):
        assert_promises(random_tree(dice), base, dice.randbytes(32))


def all_draws(tree: list[Node]) -> Iterator[dict[Node, Draw]]:
    """Every outcome that matters: 60 is a multiple of 1 to 5, so each start is equally likely below every rest."""
    for starts in product(range(60), repeat=len(tree)):
        yield {node: Draw(order, start) for order, (node, start) in enumerate(zip(tree, starts, strict=True))}


@pytest.mark.parametrize("counts", [(1, 2, 3), (4, 4, 4), (0, 3, 5), (6, 1, 2), (2, 0, 3), (14, 8, 4)])
def test_every_leaf_keeps_its_expectation_exactly(counts: tuple[int, int, int]) -> None:
    leaves: Leaves = {("A", "1"): counts[0], ("A", "2"): counts[1], ("B", "1"): counts[2]}
    unused = dict.fromkeys([*leaves, ("B",)], Draw(1, 0))
    sums: Counter[Node] = Counter()
    for draws in all_draws([(), ("A",)]):
        sums.update(protect(leaves, 5, (unused | draws).__getitem__))
    assert {leaf: sums[leaf] for leaf in leaves} == {leaf: 60 * 60 * count for leaf, count in leaves.items()}


@of_each_base
def test_over_many_keys_the_errors_cancel_out(base: int) -> None:
    dice = random.Random(27)
    leaves: Leaves = {(phase, band): dice.randint(0, 12) for phase, band in product("0123456", "abcd")}
    rounds = 4_000
    errors: Counter[Node] = Counter()
    for _ in range(rounds):
        errors.update(nodes(protect(leaves, base, keyed_draws(dice.randbytes(32), "phase_count", "AM01"))))
    # The deviation of one rounding is at most half the base, so that of the mean over all rounds is at most 0.08.
    for node, count in nodes(leaves).items():
        assert abs(errors[node] / rounds - count) < 0.4


def starting_at(start: int) -> Draws:
    return lambda node: Draw(0, start)


@given(st.dictionaries(st.tuples(st.sampled_from("ABC"), st.sampled_from("123")), st.integers(0, 9), min_size=1), bases)
def test_who_knows_the_method_but_not_the_key_is_left_with_many_counts(multiples: dict[Node, int], base: int) -> None:
    """Whatever is shown, every count less than the base from it could have led to it: nine with five, and nineteen."""
    shown = {leaf: base * count for leaf, count in multiples.items()}
    for leaf, count in shown.items():
        for truth in range(max(0, count - base + 1), count + base):
            results = [protect({**shown, leaf: truth}, base, starting_at(start)) for start in range(base)]
            assert shown in results


def test_zero_stays_zero() -> None:
    leaves: Leaves = dict.fromkeys(product("ABC", "12"), 0)
    assert protect(leaves, 5, keyed_draws(KEY, "phase_count", "AM01")) == leaves


def test_nothing_delivered_is_nothing_published() -> None:
    assert protect({}, 5, keyed_draws(KEY, "phase_count", "AM01")) == {}


def test_key_table_and_region_each_change_the_draws() -> None:
    first = keyed_draws(KEY, "phase_count", "AM01")(("F1",))
    others = [
        keyed_draws(KEY[::-1], "phase_count", "AM01")(("F1",)),
        keyed_draws(KEY, "exit_count", "AM01")(("F1",)),
        keyed_draws(KEY, "phase_count", "AM02")(("F1",)),
        keyed_draws(KEY, "phase_count", "AM01")(("F2",)),
    ]
    assert first not in others


def test_figures_stay_the_same_over_the_years() -> None:
    """These numbers may never change: a published figure that moves by itself can be averaged."""
    leaves: Leaves = {("F1", "16-17"): 3, ("F1", "18-20"): 11, ("F2", "16-17"): 7, ("F2", "18-20"): 1}
    shown = protect(leaves, 5, keyed_draws(KEY, "phase_count", "AM01"))
    assert shown == {("F1", "16-17"): 5, ("F1", "18-20"): 10, ("F2", "16-17"): 5, ("F2", "18-20"): 0}


def test_a_fingerprint_tells_keys_apart_and_hides_them() -> None:
    assert fingerprint(KEY) == fingerprint(bytes(range(32))) != fingerprint(KEY[::-1])
    assert KEY.hex() not in fingerprint(KEY)


@given(trees, bases, keys)
def test_trees_apart_are_each_rounded_as_one_tree(leaves: Leaves, base: int, key: bytes) -> None:
    shown = protect(leaves, base, keyed_draws(key, "domain_count", "AM01"), apart=1)
    truth, rounded = nodes(leaves), nodes(shown)
    assert shown.keys() == leaves.keys()
    for node in truth.keys() - {()}:
        assert rounded[node] % base == 0
        assert abs(rounded[node] - truth[node]) < base


@given(st.lists(st.integers(0, 60), min_size=2, max_size=7), st.integers(60, 99), bases, keys)
def test_trees_apart_of_the_same_people_have_one_total(parts: list[int], total: int, base: int, key: bytes) -> None:
    leaves: dict[Node, int] = {}
    for at, part in enumerate(parts):
        leaves |= {(f"D{at}", "a"): part, (f"D{at}", "b"): total - part}
    rounded = nodes(protect(leaves, base, keyed_draws(key, "domain_count", "AM01"), apart=1))
    assert len({rounded[f"D{at}",] for at in range(len(parts))}) == 1
