"""Which step came from which, and the longest way through a family."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

from queries.experiments import Experiment
from queries.lineage import Step

BEGAN = date(2026, 1, 5)


def one(code: str, comes_from: str | None = None, day: int = 0, region: str = "AM05") -> Experiment:
    began = BEGAN + timedelta(days=day)
    blank = Experiment(*(None for _field in fields(Experiment)))  # type: ignore[arg-type]
    return replace(blank, region_code=region, experiment_code=code, comes_from=comes_from, started_on=began)


def codes(steps: list[Step]) -> list[str]:
    return [step.experiment.experiment_code for step in steps]


def test_families_with_the_longest_chain_stand_in_front_then_the_oldest() -> None:
    found = Step.first(
        [
            one("A"),
            one("B", day=1),
            one("C", "B", 2),
            one("D", day=3),
            one("E", "D", 4),
            one("F", "E", 5),
            one("G", "D", 6),
        ]
    )
    assert codes(found) == ["D", "B", "A"]
    assert [step.size for step in found] == [4, 2, 1]
    assert [one.experiment_code for one in found[0].longest] == ["D", "E", "F"]


def test_what_came_of_a_step_stands_under_it_in_order_of_time() -> None:
    (family,) = Step.first([one("A"), one("C", "A", 9), one("B", "A", 3), one("D", "B", 12)])
    every = [(depth, step.experiment.experiment_code) for depth, step in family.every()]
    assert every == [(0, "A"), (1, "B"), (2, "D"), (1, "C")]


def test_the_same_code_of_another_region_is_another_step() -> None:
    assert codes(Step.first([one("A"), one("B", "A", 1, region="AM06")])) == ["A", "B"]


def test_a_step_of_which_the_origin_is_not_shown_begins_a_family() -> None:
    assert codes(Step.first([one("B", "A")])) == ["B"]
    assert Step.first([]) == []
