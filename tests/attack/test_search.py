"""The ranges that are found are those that trying everything gives, neither wider nor narrower."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attack.enumerated import ranges
from warehouse.attack.model import Known, Model, model
from warehouse.attack.search import Ranges, determined, fewest_values
from warehouse.attack.solver import Solver, SolverError
from warehouse.attack.truth import ContradictionError

UNKNOWNS, MOST = 4, 5

counts = st.lists(st.integers(0, MOST), min_size=UNKNOWNS, max_size=UNKNOWNS)
signs = st.lists(st.integers(-2, 2), min_size=UNKNOWNS, max_size=UNKNOWNS)
told = st.lists(st.tuples(signs, st.integers(0, 3), st.integers(0, 3)), max_size=5)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Sums of a few unknowns, each within a little of the truth; twice the same unknown makes halves possible."""
    truth = draw(counts)
    known = Known(())
    for unknown in range(UNKNOWNS):
        known.add([(unknown, 1)], 0, MOST)
    for coefficients, below, above in draw(told):
        total = int(np.dot(coefficients, truth))
        known.add(enumerate(coefficients), total - below, total + above)
    return model(truth, known)


@given(models())
@settings(deadline=None)
def test_every_range_is_the_one_that_trying_everything_gives(tried: Model) -> None:
    found = Ranges(tried)
    values = [found.settle(unknown) for unknown in range(UNKNOWNS)]
    expected = ranges(tried)
    assert list(zip(found.least.tolist(), found.greatest.tolist(), strict=True)) == expected
    assert values == [greatest - least + 1 for least, greatest in expected]


@given(models())
@settings(deadline=None)
def test_the_fewest_values_are_those_of_the_narrowest_range(tried: Model) -> None:
    found = fewest_values(tried, range(UNKNOWNS))
    widths = [greatest - least + 1 for least, greatest in ranges(tried)]
    assert found is not None
    assert found[1] == min(widths) == widths[found[0]]


@given(models())
@settings(deadline=None)
def test_what_is_determined_is_all_that_has_one_value(tried: Model) -> None:
    expected = [unknown for unknown, (least, greatest) in enumerate(ranges(tried)) if least == greatest]
    assert determined(tried, range(UNKNOWNS)) == expected


def test_half_a_young_person_is_no_solution() -> None:
    """Three who make pairs of one: only fractions would widen these ranges."""
    known = Known(())
    for pair in ((0, 1), (1, 2), (0, 2)):
        known.add([(unknown, 1) for unknown in pair], 0, 1)
    known.add([(0, 1), (1, 1), (2, 1)], 1, 3)
    found = Ranges(model([1, 0, 0], known))
    assert [found.settle(unknown) for unknown in range(3)] == [2, 2, 2]
    assert found.solver.broken(np.array([-1.0, -1.0, -1.0])).sum() == pytest.approx(1.5)
    assert found.solver.best(np.array([-1.0, -1.0, -1.0])).sum() == 1


def test_nothing_asked_is_nothing_found() -> None:
    tried = model([1], Known(()))
    assert fewest_values(tried, []) is None
    assert determined(tried, []) == []


def test_a_truth_outside_what_is_known_is_a_contradiction() -> None:
    known = Known(())
    known.add([(0, 1), (1, 1)], 7, 9)
    with pytest.raises(ContradictionError):
        model([3, 3], known)


def test_a_sum_that_was_told_twice_lies_within_both() -> None:
    known = Known(())
    known.add([(0, 1), (1, 1)], 2, 6)
    known.add([(1, 1), (0, 1)], 4, 9)
    assert known.bounds == {((0, 1), (1, 1)): (4, 6)}


def test_a_solver_without_an_answer_says_so() -> None:
    tried = model([1, 1], Known(()))
    tried.least[:] = tried.greatest + 1
    with pytest.raises(SolverError):
        Solver(tried).best(np.ones(2))
