"""The answer by trying everything: what a solver must find in models that are small enough for that."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from warehouse.attack.model import Model

Ranges = list[tuple[int, int]]


def solutions(model: Model) -> Iterator[tuple[int, ...]]:
    matrix = model.matrix.toarray()
    spans = [range(int(low), int(high) + 1) for low, high in zip(model.least, model.greatest, strict=True)]
    for candidate in product(*spans):
        sums = matrix @ np.array(candidate)
        if np.all(sums >= model.least_sums) and np.all(sums <= model.greatest_sums):
            yield candidate


def ranges(model: Model) -> Ranges:
    return [(min(values), max(values)) for values in zip(*solutions(model), strict=True)]
