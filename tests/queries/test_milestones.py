from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.milestones import OnTime, milestones
from queries.reader import Reader
from tests.asking import reading
from tests.queries.examples import RULES, TODAY, milestone
from tests.serving import Demonstration

PLAN = date(2026, 10, 1)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def test_what_was_reached_on_the_day_of_the_frozen_plan_is_on_time() -> None:
    assert milestone(done_on=PLAN).is_on_time(TODAY)
    assert milestone(done_on=PLAN).late_days(TODAY) == 0
    assert not milestone(done_on=PLAN + timedelta(1)).is_on_time(TODAY)
    assert milestone(done_on=PLAN + timedelta(1)).late_days(TODAY) == 1


def test_what_is_open_is_later_every_day() -> None:
    assert [milestone().late_days(day) for day in (PLAN - timedelta(9), PLAN, PLAN + timedelta(9))] == [0, 0, 9]
    assert milestone().late_days(TODAY) == 48


def test_a_new_plan_does_not_make_it_less_late() -> None:
    moved = milestone(planned_on=date(2027, 1, 1), forecast_on=date(2027, 1, 1))
    assert moved.late_days(TODAY) == milestone().late_days(TODAY)
    assert moved.expected_late_days(TODAY) == 92


def test_what_is_still_to_come_is_as_late_as_its_forecast() -> None:
    coming = milestone(baseline_on=date(2026, 12, 1), planned_on=date(2026, 12, 11), forecast_on=date(2027, 1, 1))
    assert (coming.late_days(TODAY), coming.expected_late_days(TODAY)) == (0, 31)
    unforecast = milestone(baseline_on=date(2026, 12, 1), planned_on=date(2026, 12, 11))
    assert unforecast.expected_late_days(TODAY) == 10


def test_what_was_cancelled_does_not_count() -> None:
    cancelled = milestone(cancelled_on=date(2026, 9, 1))
    assert not cancelled.is_due(TODAY)
    assert not cancelled.is_open()
    assert cancelled.late_days(TODAY) == 0
    assert OnTime.of([cancelled, milestone(done_on=PLAN)], TODAY) == OnTime(1, 1)


def test_a_cancelled_one_is_never_late_whatever_its_plan_became() -> None:
    cancelled = milestone(cancelled_on=date(2026, 9, 1), planned_on=date(2027, 3, 1))
    assert cancelled.expected_late_days(TODAY) == 0
    assert cancelled.status(RULES, TODAY) == "vervallen"


def test_what_is_not_due_yet_is_not_in_the_share() -> None:
    ahead = milestone(baseline_on=TODAY + timedelta(1), done_on=TODAY)
    assert OnTime.of([ahead], TODAY).share is None
    assert OnTime.of([ahead, milestone(done_on=PLAN), milestone()], TODAY).share == 50


@pytest.mark.parametrize(("late", "status"), [(0, "op_koers"), (1, "let_op"), (42, "let_op"), (43, "achter")])
def test_an_open_milestone_gets_its_status_from_the_days_it_is_late(late: int, status: str) -> None:
    assert milestone(baseline_on=TODAY - timedelta(late)).status(RULES, TODAY) == status


def test_what_was_reached_much_too_late_is_not_behind_any_more() -> None:
    assert milestone(done_on=PLAN + timedelta(48)).status(RULES, TODAY) == "let_op"


@pytest.mark.parametrize(("age", "said"), [(0, "op_koers"), (45, "op_koers"), (46, "onbekend"), (400, "onbekend")])
def test_a_judgement_older_than_45_days_is_worth_nothing(age: int, said: str) -> None:
    judged = milestone(judged="op_koers", judged_on=TODAY - timedelta(age))
    assert judged.judgement(RULES, TODAY) == said


def test_without_a_judgement_it_is_unknown() -> None:
    assert milestone().judgement(RULES, TODAY) == "onbekend"
    assert milestone(judged="achter").judgement(RULES, TODAY) == "onbekend"


@given(DAYS, st.none() | DAYS, st.none() | DAYS, DAYS)
def test_late_days_are_never_negative_and_on_time_is_not_late(
    baseline: date, done: date | None, cancelled: date | None, today: date
) -> None:
    one = milestone(baseline_on=baseline, planned_on=baseline, done_on=done, cancelled_on=cancelled)
    assert 0 <= one.late_days(today) <= one.expected_late_days(today)
    assert not (one.is_due(today) and one.is_on_time(today) and one.late_days(today))


def _stood_in(demonstration: Demonstration, number: int) -> set[object]:
    with reading(demonstration, number=number) as reader:
        return {(one.region_code, one.pilot_code, one.step_code, one.planned_on) for one in milestones(reader)}


def test_with_since_what_stood_differently_then_is_there_too(demonstration: Demonstration, ministry: Reader) -> None:
    found = milestones(ministry, ministry.previous)
    now = {
        (one.region_code, one.pilot_code, one.step_code, one.planned_on)
        for one in found
        if ministry.publication.holds(one)
    }
    gone = {
        (one.region_code, one.pilot_code, one.step_code, one.planned_on)
        for one in found
        if not ministry.publication.holds(one)
    }
    assert now == _stood_in(demonstration, 4)
    assert gone
    assert gone <= _stood_in(demonstration, 3)
