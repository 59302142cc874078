"""A pilot as one plan: every combination of what is computed, what was judged and how long ago."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest

from queries.milestones import Milestone
from queries.plans import Plan
from tests.queries.examples import RULES, TODAY, milestone

START = date(2026, 1, 1)
LATE = {"op_koers": 0, "let_op": 42, "achter": 43}
SAID = ("op_koers", "let_op", "achter", "onbekend", None)
AGES = (0, 45, 46, 400)


def step(code: str, planned: date, **more: object) -> Milestone:
    return milestone(step_code=code, baseline_on=planned, planned_on=planned, starts_on=START, **more)


def plan(*found: Milestone) -> Plan:
    (one,) = Plan.of(found, 3)
    return one


def _table() -> Iterator[tuple[str, str | None, int, str, bool]]:
    """An old judgement is worth nothing; what is unknown differs from nothing."""
    for computed, said, age in product(LATE, SAID, AGES):
        judged = said if said is not None and age <= 45 else "onbekend"
        yield computed, said, age, judged, judged not in ("onbekend", computed)


@pytest.mark.parametrize(("computed", "said", "age", "judged", "differs"), list(_table()))
def test_computed_and_judged_are_two_values(
    computed: str, said: str | None, age: int, judged: str, differs: bool
) -> None:
    late = TODAY - timedelta(LATE[computed])
    one = plan(step("1", late, judged=said, judged_on=said and TODAY - timedelta(age)))
    found = one.judged(RULES, TODAY)
    assert one.computed(RULES, TODAY) == computed
    assert (found.status if found else "onbekend") == judged
    assert one.differs(RULES, TODAY) is differs


def test_the_table_holds_every_combination() -> None:
    assert len(list(_table())) == len(LATE) * len(SAID) * len(AGES) == 60


def test_the_status_of_a_plan_is_the_worst_of_what_is_still_to_come() -> None:
    done_late = step("1", date(2026, 3, 1), done_on=date(2026, 6, 1))
    on_course, soon = step("2", date(2026, 12, 1)), step("3", date(2027, 1, 1), forecast_on=date(2027, 2, 1))
    assert plan(done_late, on_course).computed(RULES, TODAY) == "op_koers"
    assert plan(done_late, on_course, soon).computed(RULES, TODAY) == "let_op"
    assert plan(done_late, step("2", date(2026, 9, 1)), soon).computed(RULES, TODAY) == "achter"


def test_when_nothing_is_open_nothing_is_late_and_nothing_is_judged() -> None:
    over = plan(step("1", date(2026, 3, 1), done_on=date(2026, 6, 1), judged="achter", judged_on=TODAY))
    assert (over.late_days(TODAY), over.latest(TODAY), over.judged(RULES, TODAY)) == (0, None, None)
    assert over.computed(RULES, TODAY) == "op_koers"


def test_the_newest_judgement_counts_with_its_words() -> None:
    old = {"judged": "op_koers", "judged_on": date(2026, 9, 1), "judged_by": "kwartiermaker"}
    new = {"judged": "let_op", "judged_on": date(2026, 11, 10), "judged_by": "projectleider", "judged_reason": "Krap."}
    found = plan(step("1", date(2026, 12, 1), **new), step("2", date(2027, 1, 1), **old)).judged(RULES, TODAY)
    assert found == ("let_op", "let_op", 8, "projectleider", "Krap.")


def test_without_a_start_the_months_of_the_template_count_back() -> None:
    first = milestone(step_code="1", baseline_on=date(2026, 3, 31), starts_on=None)
    assert plan(first).starts_on == date(2025, 12, 1)
    later = milestone(step_code="1", baseline_on=date(2026, 3, 31), starts_on=date(2026, 5, 1))
    assert plan(later).starts_on == date(2025, 12, 1)


def test_a_step_takes_from_what_came_before_it_until_it_is_done() -> None:
    found = plan(
        step("1", date(2026, 4, 1), done_on=date(2026, 5, 1)),
        step("2", date(2026, 5, 1), cancelled_on=date(2026, 4, 1)),
        step("3", date(2026, 7, 1), done_on=date(2026, 4, 20)),
        step("4", date(2026, 8, 1), done_on=date(2026, 8, 1)),
        step("5", date(2026, 9, 1)),
        step("6", date(2026, 10, 1), done_on=date(2026, 10, 1)),
    )
    days = [(one.milestone.step_code, one.planned_days, one.taken_days) for one in found.stretches()]
    assert days == [("1", 90, 120), ("3", 91, 0), ("4", 31, 92), ("5", 31, None), ("6", 30, None)]


@pytest.mark.parametrize(("late", "lacks"), [(42, False), (43, True), (90, True)])
def test_what_is_behind_without_who_what_and_when_has_no_recovery(late: int, lacks: bool) -> None:
    one = step("4", TODAY - timedelta(late))
    assert one.is_without_recovery(RULES, TODAY) is lacks


@pytest.mark.parametrize("absent", ["recovery_action", "recovery_owner", "recovery_due_on", None])
def test_an_action_is_one_only_with_its_owner_and_its_date(absent: str | None) -> None:
    told = {"recovery_action": "Overleg", "recovery_owner": "kwartiermaker", "recovery_due_on": date(2026, 12, 1)}
    one = step("4", date(2026, 9, 1), **(told | ({absent: None} if absent else {})))
    assert one.is_without_recovery(RULES, TODAY) is (absent is not None)


def test_pilots_are_told_apart_by_region_and_code() -> None:
    found = [step(code, date(2026, 3, 1), region_code=region) for region in ("AM05", "AM08") for code in "21"]
    plans = Plan.of(found, 3)
    assert [one.key for one in plans] == [("AM05", "AM05-TOM"), ("AM08", "AM05-TOM")]
    assert [[one.step_code for one in each.milestones] for each in plans] == [["1", "2"], ["1", "2"]]
