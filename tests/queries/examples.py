"""One region with plain figures, to change in one respect at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from queries.deliveries import Delivery
from queries.experiments import Experiment
from queries.indicators import Count, Promise
from queries.milestones import Milestone
from queries.reference import Rules
from queries.region_standing import IN_VIEW, Moment, RegionStanding
from queries.regions import LEADING_DIVISION, Region

TODAY = date(2026, 11, 18)
NOVEMBER, OCTOBER, SEPTEMBER, AUGUST = (date(2026, month, 1) for month in (11, 10, 9, 8))
RULES = Rules(
    on_course_from=95,
    attention_from=85,
    judgement_days=45,
    obstacle_old_days=180,
    milestone_late_days=42,
    recovery_days=14,
    coverage_from=80,
    percentage_from=50,
    change_noise_youths=5,
    points_per_percent=3,
    points_per_week_late=2,
    points_not_delivered=60,
    unknown_most=20,
    area_overlap_from=80,
    log_days=30,
    funding_months=6,
)
EXPERIMENT = Experiment(
    region_code="AM05",
    experiment_code="E1",
    title="Koffie",
    question="Komen zij?",
    started_on=date(2026, 6, 1),
    check_on=date(2026, 12, 1),
    ended_on=None,
    verdict_code=None,
    lesson=None,
    comes_from=None,
    life_domain_code="SUP",
    small_step="Een middag.",
    method="gesprek",
    for_whom="jongeren",
    owner="kwartiermaker",
    funding="tijdelijk",
    policy_domain_code="zorg",
    next_step=None,
    funding_until=date(2027, 5, 18),
    internal=None,
    language=None,
    pilot_line_code="TOM",
    pilot_name="Plan",
    observed="Drie kwamen.",
    noted_on=date(2026, 10, 19),
    first_publication=1,
    last_publication=None,
)
MILESTONE = Milestone(
    region_code="AM05",
    pilot_code="AM05-TOM",
    step_code="4",
    title="Besluit van het bestuur",
    baseline_on=date(2026, 10, 1),
    planned_on=date(2026, 10, 1),
    forecast_on=None,
    done_on=None,
    cancelled_on=None,
    replan_reason=None,
    judged=None,
    judged_on=None,
    judged_reason=None,
    recovery_action=None,
    recovery_owner=None,
    recovery_due_on=None,
    judged_by=None,
    pilot_line_code="TOM",
    pilot_name="Toekomstplan op maat",
    adopted_on=date(2025, 12, 1),
    starts_on=date(2025, 12, 15),
    first_publication=1,
    last_publication=None,
)
TWENTE = Region("AM05", LEADING_DIVISION, "Twente", 77_000, date(2025, 1, 1), 1)


def milestone(**changes: Any) -> Milestone:
    return replace(MILESTONE, **changes)


def count(day: date, numerator: int, code: str = IN_VIEW) -> Count:
    return Count(code, "AM05", day, numerator, numerator + 200, 1)


def promise(expected: float) -> Promise:
    """Reached long ago, so that it is expected on every day since."""
    return Promise(date(2025, 1, 1), expected, date(2025, 2, 1), expected)


def delivery(day: date, *, came: bool, approved: bool | None = None) -> Delivery:
    """Approved when it came, unless said otherwise."""
    due, is_approved = day.replace(day=15), came if approved is None else approved
    version = 1 if is_approved else None
    return Delivery("AM05", day, due, day if came else None, day if is_approved else None, version, None, 1, None)


def standing(
    *counts: Count,
    expected: dict[str, float] | None = None,
    milestones: tuple[Milestone, ...] = (),
    deliveries: tuple[Delivery, ...] = (),
    region: Region = TWENTE,
    today: date = TODAY,
    is_newest: bool = True,
) -> RegionStanding:
    series = sorted((one for one in counts if one.indicator_code == IN_VIEW), key=lambda one: one.reference_date)
    return RegionStanding(
        region=region,
        moment=Moment(NOVEMBER, OCTOBER, today, is_newest),
        rules=RULES,
        counts={(one.indicator_code, one.reference_date): one for one in counts},
        promises={code: promise(amount) for code, amount in (expected or {}).items()},
        series=tuple(series),
        milestones=milestones,
        deliveries=deliveries,
    )
