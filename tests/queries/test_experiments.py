"""When an experiment waits for a verdict, is quiet, loses its money; and how often experiments lead further."""

from dataclasses import replace
from datetime import date

import pytest

from queries.experiments import ENDED, LEARNED, RUNNING
from queries.judged import DECIDED, LED_ON, Amount, Day, Told
from queries.tried import Tried
from tests.queries.examples import EXPERIMENT

TODAY = date(2026, 11, 18)
DAY = Day(TODAY, date(2026, 11, 1))
ONE = EXPERIMENT
OVER = replace(ONE, ended_on=date(2026, 9, 1), verdict_code="stoppen", lesson="De plek telt.")


@pytest.mark.parametrize(
    ("check_on", "verdict", "undecided"),
    [
        (date(2026, 11, 19), None, False),
        (date(2026, 11, 18), None, True),
        (date(2026, 10, 1), None, True),
        (date(2026, 10, 1), "doorgaan", False),
    ],
)
def test_a_verdict_is_due_from_the_check_date_on(check_on: date, verdict: str | None, undecided: bool) -> None:
    assert replace(ONE, check_on=check_on, verdict_code=verdict).is_undecided(TODAY) == undecided
    assert not replace(OVER, check_on=check_on, verdict_code=verdict).is_undecided(TODAY)


@pytest.mark.parametrize(
    ("noted_on", "days"),
    [(date(2026, 10, 19), 30), (date(2026, 10, 18), 31), (TODAY, 0), (None, 170), (date(2026, 12, 1), 0)],
)
def test_days_without_a_log_entry_count_from_the_newest_or_from_the_start(noted_on: date | None, days: int) -> None:
    assert replace(ONE, noted_on=noted_on).quiet_days(TODAY) == days
    assert replace(OVER, noted_on=noted_on).quiet_days(TODAY) == 0


def test_money_ends_of_what_runs_on_temporary_money() -> None:
    until = ONE.funding_until
    assert until is not None
    assert ONE.money_ends_by(until)
    assert not ONE.money_ends_by(date(2027, 5, 17))
    for other in ({"funding": "structureel"}, {"funding": None}, {"funding_until": None}, {"ended_on": TODAY}):
        assert not replace(ONE, **other).money_ends_by(until)


def test_what_became_of_it() -> None:
    assert (ONE.status, OVER.status) == (RUNNING, LEARNED)
    assert replace(OVER, lesson=None).status == ENDED
    assert replace(OVER, verdict_code="opschalen").status == ENDED


def test_texts_are_dutch_unless_told_otherwise() -> None:
    assert (ONE.spoken, replace(ONE, language="fy").spoken) == ("nl", "fy")


def test_what_led_further_was_scaled_up_or_brought_another() -> None:
    child = replace(ONE, experiment_code="E2", comes_from="E1")
    scaled = replace(OVER, experiment_code="E3", verdict_code="opschalen")
    dead_end = replace(OVER, experiment_code="E4", verdict_code=None)
    namesake = replace(OVER, region_code="AM01")
    told = Told(experiments=[OVER, child, scaled, dead_end, namesake])
    assert told.judged(LED_ON, DAY) == Amount(2, 4, 2)
    assert told.judged(DECIDED, DAY) == Amount(3, 4, 2)
    assert len(Tried.of(told.experiments).learned) == 2


def test_what_came_of_it_may_be_of_another_line() -> None:
    child = replace(ONE, experiment_code="E2", comes_from="E1", pilot_line_code="JBB")
    assert Told(experiments=[OVER], family=[OVER, child]).judged(LED_ON, DAY) == Amount(1, 1, 1)
    assert Told(experiments=[OVER]).judged(LED_ON, DAY) == Amount(0, 1, 1)
