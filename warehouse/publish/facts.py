"""Counts of young people per region and date: exact as approved, and protected as published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NewType

from sqlalchemy import Table

from warehouse.publish.protect import Node, keyed_draws, protect
from warehouse.schema import intake, published

Counts = Mapping[tuple[str, date], Mapping[Node, int]]
ProtectedCounts = NewType("ProtectedCounts", Counts)


@dataclass(frozen=True)
class Fact:
    """`codes` are the levels of the tree below the total, from the root on.

    Published counts are multiples of `base`: ten where equations with other tables would leave too few possible counts.
    """

    exact: Table
    exact_date: str
    published: Table
    date: str
    codes: tuple[str, ...]
    base: int

    @property
    def name(self) -> str:
        return self.published.name


PHASE_COUNT = Fact(
    intake.phase_count, "reference_date", published.phase_count, "reference_date", ("phase_code", "age_band_code"), 5
)
PHASE_FLOW = Fact(intake.phase_flow, "period", published.phase_flow, "period", ("from_code", "to_code"), 10)
EXIT_COUNT = Fact(
    intake.exit_count, "period", published.exit_count, "reference_date", ("destination_code", "age_band_code"), 10
)
FACTS = (PHASE_COUNT, PHASE_FLOW, EXIT_COUNT)
BASES = {fact.name: fact.base for fact in FACTS}


def protected(fact: Fact, exact: Counts, key: bytes) -> ProtectedCounts:
    draws = {region: keyed_draws(key, fact.name, region) for region in {region for region, _ in exact}}
    return ProtectedCounts(
        {(region, day): protect(leaves, fact.base, draws[region]) for (region, day), leaves in exact.items()}
    )


def rows(fact: Fact, counts: ProtectedCounts) -> Iterator[dict[str, Any]]:
    for (region, day), leaves in counts.items():
        for leaf, youths in leaves.items():
            codes = dict(zip(fact.codes, leaf, strict=True))
            yield {"region_code": region, fact.date: day, **codes, "youths": youths}
