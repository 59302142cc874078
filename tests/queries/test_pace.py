"""Estimates from what steps took elsewhere: honest on few, and held against what came of them."""

from datetime import date, timedelta

import pytest

from queries.milestones import milestones
from queries.pace import Pace
from queries.plans import Plan
from queries.reader import Reader
from tests.queries.examples import TODAY
from tests.queries.test_plans import START, plan, step
from warehouse.schema.calendar import months_from

PLANNED = 100
FIRST = START + timedelta(PLANNED)


def _done(days: int, code: str = "1") -> Plan:
    return plan(step(code, FIRST, done_on=START + timedelta(days)))


def _pace(*days: int) -> Pace:
    return Pace.of([_done(one) for one in days], TODAY)


def test_the_ratios_are_those_of_days_taken_to_days_planned() -> None:
    pace = _pace(150, 50, 100)
    assert pace.ratios == {"1": [0.5, 1.0, 1.5]}
    assert (pace.finished("1"), pace.finished("2")) == (3, 0)


@pytest.mark.parametrize(("many", "known"), [(4, False), (5, True)])
def test_fewer_than_five_are_too_few(many: int, known: bool) -> None:
    pace = _pace(*[100] * many)
    open_plan = plan(step("1", TODAY + timedelta(30)))
    assert pace.is_known("1") is known
    assert (pace.ratio("1", 0.5) is not None) is known
    assert bool(pace.estimates(open_plan, START)) is known


def test_half_is_done_by_p50_and_most_by_p85() -> None:
    pace = _pace(*range(60, 160, 5))
    assert pace.ratio("1", 0.5) == pytest.approx(1.075)
    assert pace.ratio("1", 0.85) == pytest.approx(1.4425)
    found = pace.estimates(plan(step("1", FIRST)), START)["1"]
    assert found.p50 == START + timedelta(105)
    assert START + timedelta(140) <= found.p85 <= START + timedelta(146)


def test_what_should_have_happened_already_does_not_count_any_more() -> None:
    pace, day = _pace(*range(60, 160, 5)), START + timedelta(120)
    found = pace.estimates(plan(step("1", FIRST)), day)["1"]
    assert day < found.p50 < found.p85
    assert found.p50 > START + timedelta(130)


def test_who_takes_longer_than_anyone_did_gets_no_estimate() -> None:
    assert _pace(60, 70, 80, 90, 100).estimates(plan(step("1", FIRST)), START + timedelta(101)) == {}


def test_steps_come_one_after_another_and_stop_where_nothing_is_known() -> None:
    both = [
        plan(step("1", FIRST, done_on=FIRST), step("2", FIRST + timedelta(10), done_on=FIRST + timedelta(late)))
        for late in (20, 20, 20, 20, 20)
    ]
    pace = Pace.of(both, TODAY)
    coming = plan(step("1", FIRST), step("2", FIRST + timedelta(10)), step("3", FIRST + timedelta(40)))
    found = pace.estimates(coming, START)
    assert list(found) == ["1", "2"]
    assert found["1"].p85 == FIRST
    assert found["2"] == (FIRST + timedelta(20), FIRST + timedelta(20))


def test_only_what_was_known_on_the_day_counts() -> None:
    assert Pace.of([_done(50), _done(150)], START + timedelta(100)).ratios == {"1": [0.5]}


def test_estimates_of_the_past_came_true_as_often_as_they_say(ministry: Reader) -> None:
    """Each first of a month since the pilots began; of what was estimated by now it is known whether it came true."""
    plans, today = Plan.of(milestones(ministry), 3), ministry.publication.published_on
    kept = dict.fromkeys(("p50", "p85"), 0)
    many = 0
    for day in months_from(date(2025, 7, 1), date(2026, 11, 1)):
        pace = Pace.of(plans, day)
        for one in (one for one in plans if one.starts_on <= day):
            done = {each.step_code: each.done_on for each in one.kept}
            for code, found in pace.estimates(one, day).items():
                if found.p85 <= today:
                    many += 1
                    kept["p50"] += (done[code] or date.max) <= found.p50
                    kept["p85"] += (done[code] or date.max) <= found.p85
    shares = {name: round(100 * count / many) for name, count in kept.items()}
    print(f"{many} estimates: {shares['p50']}% done by P50, {shares['p85']}% by P85")
    assert many > 300
    assert 35 <= shares["p50"] <= 65
    assert 70 <= shares["p85"] <= 95
