"""Whole numbers that satisfy a model: quick ones near the best broken ones, and the very best when asked for."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from warehouse.attack.model import Floats, Integers, Model

WHOLE = 1e-6
GOOD_ENOUGH = 0.1
STEPS_AWAY = 3


class SolverError(RuntimeError):
    """The solver stopped without an answer, although the truth is one."""


class Solver:
    """Makes the weighted sum of the unknowns of one model small."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._sums = [LinearConstraint(model.matrix, model.least_sums, model.greatest_sums)] if model.matrix.nnz else []
        self._touches = abs(model.matrix)
        self._lengths = np.diff(model.matrix.indptr)

    def broken(self, weights: Floats) -> Floats:
        """The best solution when young people need not be whole. No whole solution is better."""
        found = self._solve(weights, self._model.least, self._model.greatest, whole=False)
        return _answer(found)

    def near(self, weights: Floats, broken: Floats, longest: int) -> Integers | None:
        """A good whole solution near a broken one, when there is one.

        First only the broken unknowns may move, then also those that stand in a sum with them, step by step; only
        sums of up to `longest` unknowns count as standing together.
        """
        for least, greatest in self._around(broken, longest):
            found = self._solve(weights, least, greatest, gap=GOOD_ENOUGH)
            if found is not None:
                return self._whole(found)
        return None

    def best(self, weights: Floats) -> Integers:
        return self._whole(_answer(self._solve(weights, self._model.least, self._model.greatest)))

    def _around(self, broken: Floats, longest: int) -> Iterator[tuple[Floats, Floats]]:
        low, high = np.floor(broken + WHOLE), np.ceil(broken - WHOLE)
        yield low, high
        free, together = np.asarray(low < high, dtype=np.float64), self._lengths <= longest
        for _ in range(STEPS_AWAY):
            free = np.asarray(self._touches.T @ (together * (self._touches @ free)) > 0, dtype=np.float64)
            yield np.maximum(low - free, self._model.least), np.minimum(high + free, self._model.greatest)

    def _solve(
        self, weights: Floats, least: Floats, greatest: Floats, *, whole: bool = True, gap: float = 0.0
    ) -> Floats | None:
        found = milp(
            weights,
            bounds=Bounds(least, greatest),
            constraints=self._sums,
            integrality=np.full(len(weights), int(whole)),
            options={"mip_rel_gap": gap},
        )
        return None if found.x is None else np.asarray(found.x, dtype=np.float64)

    def _whole(self, found: Floats) -> Integers:
        """Rounds what the solver left a hair from whole, and trusts nothing."""
        whole = np.rint(found).astype(np.int64)
        sums = self._model.matrix @ whole
        if np.any(sums < self._model.least_sums) or np.any(sums > self._model.greatest_sums):
            raise SolverError("not a solution")
        return whole


def _answer(found: Floats | None) -> Floats:
    if found is None:
        raise SolverError("no solution")
    return found
