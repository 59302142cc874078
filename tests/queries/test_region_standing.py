from dataclasses import replace
from datetime import date, timedelta

import pytest

from queries.region_standing import IN_TRAJECTORY, IN_VIEW, PLACED
from tests.queries.examples import (
    AUGUST,
    NOVEMBER,
    OCTOBER,
    RULES,
    SEPTEMBER,
    TODAY,
    TWENTE,
    count,
    delivery,
    milestone,
    standing,
)

LATE = milestone(baseline_on=TODAY - timedelta(14))


def test_a_region_with_its_figure_has_no_gap() -> None:
    assert standing(count(NOVEMBER, 500)).gap is None


def test_a_region_that_does_not_take_part() -> None:
    absent = standing(region=replace(TWENTE, since_on=None, months=None))
    assert (absent.gap, absent.concerns, absent.points(), absent.status) == ("doet_niet_mee", [], 0, "onbekend")


@pytest.mark.parametrize(
    ("months", "last", "gap"),
    [
        (1, OCTOBER, "verouderd"),
        (1, SEPTEMBER, "niet_aangeleverd"),
        (3, AUGUST, "verouderd"),
        (1, None, "niet_aangeleverd"),
    ],
)
def test_a_missing_figure_is_old_for_one_round_and_then_missing(months: int, last: date | None, gap: str) -> None:
    region = replace(TWENTE, months=months)
    assert standing(*([count(last, 500)] if last else []), region=region).gap == gap


@pytest.mark.parametrize(
    ("numerator", "status"), [(500, "op_koers"), (475, "op_koers"), (474, "let_op"), (425, "let_op"), (424, "achter")]
)
def test_the_status_is_the_part_of_what_was_expected(numerator: int, status: str) -> None:
    assert standing(count(NOVEMBER, numerator), expected={IN_VIEW: 500}).status == status


def test_without_a_promise_or_with_few_young_people_there_is_no_status() -> None:
    assert standing(count(NOVEMBER, 500)).status == "onbekend"
    assert standing(count(NOVEMBER, 10), expected={IN_VIEW: 49}).status == "onbekend"
    assert standing(count(NOVEMBER, 10), expected={IN_VIEW: 50}).status == "achter"


def test_a_missing_delivery_weighs_sixty_and_one_for_each_day_after_it_was_due() -> None:
    came = delivery(OCTOBER, came=True)
    [concern] = standing(count(OCTOBER, 500), deliveries=(delivery(NOVEMBER, came=False), came)).concerns
    assert (concern.kind, concern.status, concern.amount, concern.points) == ("missing", "onbekend", 3, 63)


def test_the_oldest_delivery_that_is_missing_counts() -> None:
    missing = (delivery(NOVEMBER, came=False), delivery(SEPTEMBER, came=False))
    assert standing(count(AUGUST, 500), deliveries=missing).concerns[0].amount == 64


def test_a_delivery_that_is_not_due_yet_is_no_concern() -> None:
    early = standing(count(OCTOBER, 500), deliveries=(delivery(NOVEMBER, came=False),), today=date(2026, 11, 15))
    assert early.concerns == []


def test_only_the_measure_that_is_most_behind_weighs() -> None:
    expected = {IN_VIEW: 500.0, IN_TRAJECTORY: 100.0, PLACED: 100.0}
    figures = (count(NOVEMBER, 450), count(NOVEMBER, 80, IN_TRAJECTORY), count(NOVEMBER, 100, PLACED))
    [concern] = standing(*figures, expected=expected).concerns
    assert (concern.kind, concern.code, concern.status, concern.amount) == ("behind", IN_TRAJECTORY, "achter", 20)
    assert concern.points == 3 * 20


def test_the_milestone_that_is_latest_weighs_two_a_week() -> None:
    later = milestone(step_code="5", baseline_on=TODAY - timedelta(49))
    [concern] = standing(count(NOVEMBER, 500), milestones=(LATE, later)).concerns
    assert (concern.kind, concern.code, concern.amount, concern.points) == ("late", "5", 49, 14)
    assert (concern.status, concern.milestone) == ("achter", later)


@pytest.mark.parametrize("change", [{"done_on": TODAY}, {"cancelled_on": TODAY}, {"baseline_on": TODAY}])
def test_what_was_reached_or_cancelled_or_is_due_today_is_no_concern(change: dict[str, date]) -> None:
    assert standing(count(NOVEMBER, 500), milestones=(replace(LATE, **change),)).concerns == []  # type: ignore[arg-type]


def test_the_heaviest_reason_comes_first_and_all_add_up() -> None:
    found = standing(count(NOVEMBER, 400), expected={IN_VIEW: 500}, milestones=(LATE,))
    assert [one.kind for one in found.concerns] == ["behind", "late"]
    assert found.points() == 3 * 20 + 2 * 14 / 7
    assert found.leading_status == "achter"


def test_no_reason_leaves_the_status_of_its_own_path() -> None:
    assert standing(count(NOVEMBER, 500), expected={IN_VIEW: 500}).leading_status == "op_koers"
    assert standing(count(NOVEMBER, 500)).leading_status == "onbekend"


def test_the_path_is_a_percentage_of_what_was_expected_month_by_month() -> None:
    found = standing(count(NOVEMBER, 500), count(OCTOBER, 250), expected={IN_VIEW: 500})
    assert found.path() == [(OCTOBER, 50), (NOVEMBER, 100)]


@pytest.mark.parametrize(
    ("share", "status"), [(None, "onbekend"), (200, "op_koers"), (95, "op_koers"), (94.9, "let_op"), (84.9, "achter")]
)
def test_rules_give_a_share_its_word(share: float | None, status: str) -> None:
    assert RULES.status(share) == status


def test_what_came_and_waits_for_approval_is_not_missing() -> None:
    waiting = standing(
        count(OCTOBER, 500), deliveries=(delivery(NOVEMBER, came=True, approved=False), delivery(OCTOBER, came=True))
    )
    assert waiting.gap == "wacht_op_akkoord"
    assert waiting.concerns == []


def test_an_earlier_reference_date_gives_no_concern_of_today() -> None:
    late = milestone(baseline_on=date(2026, 6, 1), planned_on=date(2026, 6, 1), done_on=None)
    missing = (delivery(NOVEMBER, came=False),)
    now = standing(count(OCTOBER, 500), milestones=(late,), deliveries=missing)
    then = standing(count(OCTOBER, 500), milestones=(late,), deliveries=missing, is_newest=False)
    assert {concern.kind for concern in now.concerns} == {"missing", "late"}
    assert then.concerns == []


def test_a_region_that_joined_later_did_not_take_part_yet() -> None:
    later = replace(TWENTE, since_on=date(2026, 12, 1))
    assert standing(region=later).gap == "doet_niet_mee"
