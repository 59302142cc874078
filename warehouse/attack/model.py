"""What is known of the unknowns of one region, as bounds on sums of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from warehouse.attack.equations import Sum, Terms, together
from warehouse.attack.truth import ContradictionError

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
# Above the truth: how far an unknown reaches beyond this is of no interest, and endless is nothing to a solver.
FAR = 100
NO_END = 1_000_000


class Known:
    """Sums of unknowns that lie between two bounds. The same sum told twice lies within both."""

    def __init__(self, equations: Iterable[Sum], inequalities: Iterable[Sum] = ()) -> None:
        self.bounds: dict[Sum, tuple[int, int]] = dict.fromkeys(equations, (0, 0))
        for total in inequalities:
            self.add(total, 0, NO_END)

    def add(self, terms: Terms, least: int, greatest: int) -> None:
        total = together(terms)
        low, high = self.bounds.get(total, (least, greatest))
        self.bounds[total] = max(low, least), min(high, greatest)


@dataclass(frozen=True)
class Model:
    """Whole numbers of 0 and more that satisfy the bounds of `matrix`; `truth` is one such solution."""

    truth: Integers
    least: Floats
    greatest: Floats
    matrix: csr_array[np.float64]
    least_sums: Floats
    greatest_sums: Floats


def model(truth: Sequence[int], known: Known) -> Model:
    """A bound on one unknown alone becomes a bound of its column. ContradictionError when the truth is outside."""
    _check(truth, known)
    alone = {total[0][0]: bounds for total, bounds in known.bounds.items() if _is_alone(total)}
    sums = {total: bounds for total, bounds in known.bounds.items() if total and not _is_alone(total)}
    return Model(
        np.array(truth, dtype=np.int64),
        np.array([max(0, alone.get(column, (0, 0))[0]) for column in range(len(truth))], dtype=np.float64),
        np.array([alone.get(column, (0, count + FAR))[1] for column, count in enumerate(truth)], dtype=np.float64),
        _matrix(list(sums), len(truth)),
        np.array([least for least, _ in sums.values()], dtype=np.float64),
        np.array([greatest for _, greatest in sums.values()], dtype=np.float64),
    )


def _check(truth: Sequence[int], known: Known) -> None:
    for total, (least, greatest) in known.bounds.items():
        if not least <= sum(truth[unknown] * sign for unknown, sign in total) <= greatest:
            raise ContradictionError(f"unknowns {total} do not add up to {least} to {greatest}")


def _is_alone(total: Sum) -> bool:
    return len(total) == 1 and total[0][1] == 1


def _matrix(sums: Sequence[Sum], columns: int) -> csr_array[np.float64]:
    cells = [(row, unknown, sign) for row, total in enumerate(sums) for unknown, sign in total]
    rows, unknowns, signs = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((np.array(signs, dtype=np.float64), (rows, unknowns)), shape=(len(sums), columns))
