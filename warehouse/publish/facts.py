"""Counts of young people per region and date: exact as approved, and protected as published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NewType

from sqlalchemy import Table

from warehouse.publish.protect import Node, keyed_draws, protect
from warehouse.schema import intake, published
from warehouse.schema.calendar import begins_quarter
from warehouse.schema.rounding import ROUNDED_TO
from warehouse.schema.windows import WINDOWS

Day = date  # a fact has a column of that name
Counts = Mapping[tuple[str, date], Mapping[Node, int]]
ProtectedCounts = NewType("ProtectedCounts", Counts)


@dataclass(frozen=True)
class Fact:
    """`codes` are the levels of the tree below the total, from the root on; exact counts may have more of them.

    The first `apart` codes make trees of their own, that count the same people. What is `quarterly` is published of the
    first day of a quarter only.
    """

    exact: Table
    exact_date: str
    published: Table
    date: str
    codes: tuple[str, ...]
    apart: int = 0
    quarterly: bool = False

    @property
    def name(self) -> str:
        return self.published.name

    @property
    def months(self) -> int:
        """How many are added up while they are exact; 0 for what is published as it was counted."""
        return WINDOWS[self.name].months if self.name in WINDOWS else 0

    @property
    def base(self) -> int:
        """Published counts are multiples of it."""
        return ROUNDED_TO[self.name]

    @property
    def holds_country(self) -> bool:
        """Whether the country stands beside its regions: where a rollup would hold the same rows, it is the fact."""
        return "regions" in self.published.c

    def is_published_on(self, day: Day) -> bool:
        return not self.quarterly or begins_quarter(day)

    def days_behind(self, day: Day) -> list[Day]:
        """Of which exact dates or months the counts of a published date are."""
        return WINDOWS[self.name].days_behind(day) if self.months else [day]


PHASE_COUNT = Fact(
    intake.phase_count, "reference_date", published.phase_count, "reference_date", ("phase_code", "age_band_code")
)
PHASE_FLOW = Fact(intake.phase_flow, "period", published.phase_flow, "period", ("from_code", "to_code"))
EXIT_COUNT = Fact(
    intake.exit_count,
    "period",
    published.exit_count,
    "reference_date",
    ("destination_code", "age_band_code"),
)
WAITING_COUNT = Fact(
    intake.waiting_count, "reference_date", published.waiting_count, "reference_date", ("waiting_class_code",)
)
INTAKE_COUNT = Fact(
    intake.intake_count,
    "period",
    published.intake_count,
    "reference_date",
    ("waiting_class_code",),
    quarterly=True,
)
TURNING_18 = Fact(
    intake.turning_18,
    "period",
    published.turning_18,
    "reference_date",
    ("support_code",),
    quarterly=True,
)
REGISTRATION_COUNT = Fact(
    intake.registration_count,
    "reference_date",
    published.registration_count,
    "reference_date",
    ("approach_code", "system_count_code"),
    quarterly=True,
)
DOMAIN_COUNT = Fact(
    intake.domain_count,
    "reference_date",
    published.domain_count,
    "reference_date",
    ("domain_code", "state_code"),
    apart=1,
    quarterly=True,
)
RETENTION_COUNT = Fact(
    intake.retention_count,
    "period",
    published.retention_count,
    "period",
    ("after_code", "state_code"),
    apart=1,
    quarterly=True,
)
PULSE_COUNT = Fact(
    intake.pulse_count,
    "period",
    published.pulse_count,
    "period",
    ("question_code", "answer_code"),
    apart=1,
    quarterly=True,
)
STEP_AGE = Fact(
    intake.step_count,
    "period",
    published.step_age,
    "reference_date",
    ("progress_code", "age_band_code"),
    quarterly=True,
)
STEP_DURATION = replace(STEP_AGE, published=published.step_duration, codes=("progress_code", "duration_code"))
FACTS = (
    *(PHASE_COUNT, PHASE_FLOW, EXIT_COUNT, WAITING_COUNT, INTAKE_COUNT, TURNING_18),
    *(REGISTRATION_COUNT, DOMAIN_COUNT, RETENTION_COUNT, STEP_AGE, STEP_DURATION, PULSE_COUNT),
)
BY_NAME = {fact.name: fact for fact in FACTS}
BASES = {fact.name: fact.base for fact in FACTS}


def protected(fact: Fact, exact: Counts, key: bytes) -> ProtectedCounts:
    draws = {region: keyed_draws(key, fact.name, region) for region in {region for region, _ in exact}}
    return ProtectedCounts(
        {place: protect(leaves, fact.base, draws[place[0]], fact.apart) for place, leaves in exact.items()}
    )


def rows(fact: Fact, counts: ProtectedCounts) -> Iterator[dict[str, Any]]:
    for (region, day), leaves in counts.items():
        for leaf, youths in leaves.items():
            codes = dict(zip(fact.codes, leaf, strict=True))
            yield {"region_code": region, fact.date: day, **codes, "youths": youths}
