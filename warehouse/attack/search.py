"""Which counts the unknowns can still have. Every solution that is found serves all of them, so that few are needed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np

from warehouse.attack.model import Floats, Integers, Model
from warehouse.attack.solver import WHOLE, Solver

SEED = 1627
FEW = 8
PATIENCE = 6
# Unknowns that were seen with so many values are not looked at again unless none has fewer.
ENOUGH = 5
# How many unknowns a sum may have that a solution near a broken one may touch: few is quick, and fails more often.
SHORT, ANY = 8, sys.maxsize


class Ranges:
    """The least and the greatest count of every unknown in the solutions that were found."""

    def __init__(self, model: Model) -> None:
        self.solver = Solver(model)
        self.least = model.truth.copy()
        self.greatest = model.truth.copy()
        self._random = np.random.default_rng(SEED)

    def values(self, columns: Integers) -> Integers:
        return np.asarray(self.greatest[columns] - self.least[columns] + 1, dtype=np.int64)

    def fewer(self, columns: Integers, values: int) -> Integers:
        """Those of these columns that were seen with fewer values."""
        return columns[self.values(columns) < values]

    def weights(self, columns: Integers) -> Floats:
        """Pulls each of these up or down, some harder than others, and leaves the others alone."""
        weights = np.zeros(len(self.least))
        weights[columns] = self._random.choice([-1, 1], len(columns)) * self._random.uniform(0.5, 1.5, len(columns))
        return weights

    def widen(self, weights: Floats, longest: int) -> float:
        """Looks for one more solution, and says how good one could be at best."""
        broken = self.solver.broken(weights)
        found = self.solver.near(weights, broken, longest)
        if found is not None:
            self._see(found)
        return float(weights @ broken)

    def pull(self, weights: Floats) -> None:
        """Finds the very best solutions either way, however long it takes."""
        for direction in (weights, -weights):
            self._see(self.solver.best(direction))

    def settle(self, column: int) -> int:
        """How many values this one has exactly, from its very least count to its very greatest."""
        for sign in (1, -1):
            weights = np.zeros(len(self.least))
            weights[column] = sign
            bound = int(np.ceil(self.widen(weights, ANY) - WHOLE))
            if self._reached(column, sign) > bound:
                self._see(self.solver.best(weights))
        return int(self.greatest[column] - self.least[column] + 1)

    def _reached(self, column: int, sign: int) -> int:
        return int(self.least[column] if sign > 0 else -self.greatest[column])

    def _see(self, solution: Integers) -> None:
        np.minimum(self.least, solution, out=self.least)
        np.maximum(self.greatest, solution, out=self.greatest)


def fewest_values(model: Model, columns: Sequence[int]) -> tuple[int, int] | None:
    """The unknown with the fewest values, and exactly how many these are; None when there are no columns."""
    ranges, found, fewest = Ranges(model), None, sys.maxsize
    left = _explored(ranges, np.array(columns, dtype=np.int64), ENOUGH)
    while len(left):
        column = int(left[np.argmin(ranges.values(left))])
        values = ranges.settle(column)
        if values < fewest:
            fewest, found = values, (column, values)
        left = ranges.fewer(left[left != column], fewest)
    return found


def determined(model: Model, columns: Sequence[int]) -> list[int]:
    """The unknowns that have one value only: whoever weighs all of them at random, finds no weight but one."""
    ranges = Ranges(model)
    left, is_proven = ranges.fewer(_explored(ranges, np.array(columns, dtype=np.int64), 2), 2), False
    while len(left) and not is_proven:
        weights, before = ranges.weights(left), len(left)
        is_proven = ranges.widen(weights, ANY) + ranges.widen(-weights, ANY) > -WHOLE
        if not is_proven and len(ranges.fewer(left, 2)) == before:
            ranges.pull(weights)
            is_proven = len(ranges.fewer(left, 2)) == before
        left = ranges.fewer(left, 2)
    return [int(column) for column in left]


def _explored(ranges: Ranges, columns: Integers, enough: int) -> Integers:
    """The same columns, after solutions that differ most in all of them at once, for as long as that helped."""
    left, patience = columns, PATIENCE
    while len(left) > FEW and patience:
        ranges.widen(ranges.weights(left), SHORT)
        still = ranges.fewer(left, enough)
        patience = PATIENCE if len(still) < len(left) else patience - 1
        left = still
    return columns
