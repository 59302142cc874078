"""What the attack found: how many counts each small leaf may still have, and what the naive method would have given."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine

from warehouse.attack.numbers import Number
from warehouse.publish.protect import Node

FEWEST_VALUES = 4

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Leaf:
    """`table` is one of the published tables of counts, or "exit_month": exits of one month, published nowhere."""

    table: str
    region_code: str
    day: date
    node: Node
    publication: int


@dataclass(frozen=True, slots=True)
class Broken:
    """What the same attack finds when counts of 1 to 9 are hidden and all others are shown exactly."""

    hidden: int
    recovered: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`least_values` is how many counts the leaf `worst` may still have; None when no leaf is small."""

    numbers: int
    equations: int
    small_leaves: int
    least_values: int | None
    worst: Leaf | None
    regions: tuple[str, ...]
    naive: Broken

    @property
    def passed(self) -> bool:
        return self.least_values is None or self.least_values >= FEWEST_VALUES


def attack(
    intake: Engine,
    warehouse: Engine,
    *,
    regions: Collection[str] | None = None,
    numbers: frozenset[Number] | None = None,
    report: Report | None = None,
) -> Verdict:
    """`numbers` are all that was seen; without them, all that was ever published."""
    raise NotImplementedError
