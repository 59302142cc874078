"""What indicators without young people are made of: milestones, experiments, partners, deliveries, and their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from callbacks.history import milestones
from callbacks.history.here import Here
from dashboard.i18n import _, short_day
from dashboard.traced import EXPERIMENT, MILESTONE, listed
from queries.deliveries import Delivery
from queries.experiments import Experiment
from queries.judged import BREADTH, DECIDED, DELIVERED, LATE, LED_ON, ON_TIME, Day, Told
from queries.milestones import Milestone
from queries.partners import Partner

Key = tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """`kind` is what it is made of; `rows` are those that are judged on a day.

    `word` is one of `history.judged`, `href` the way to the history of a row that has one.
    """

    kind: str
    rows: Callable[[Told, Day], Sequence[Any]]
    key: Callable[[Any], Key]
    word: Callable[[Any, Told, date], str]
    name: Callable[[Here, Any], str]
    href: Callable[[Here, Key], str | None]

    def every(self, told: Told) -> Sequence[Any]:
        found: Sequence[Any] = getattr(told, self.kind)
        return found


def _milestone_word(one: Milestone, _told: Told, today: date) -> str:
    if one.cancelled_on is not None:
        return "cancelled"
    if not one.is_due(today):
        return "coming"
    return "on_time" if one.is_on_time(today) else "late"


def _is_running(one: Experiment, today: date) -> bool:
    return one.ended_on is None or one.ended_on > today


def _decided_word(one: Experiment, _told: Told, today: date) -> str:
    if _is_running(one, today):
        return "running"
    return "decided" if one.verdict_code else "undecided"


def _led_on_word(one: Experiment, told: Told, today: date) -> str:
    if _is_running(one, today):
        return "running"
    return "led_on" if one in told.led_on(today) else "ended"


def _experiment_name(_here: Here, one: Experiment) -> str:
    return f"{one.experiment_code} {one.title}"


def _partner_word(one: Partner, _told: Told, today: date) -> str:
    return "takes_part" if one.since_on <= today else "coming"


def _partner_name(_here: Here, one: Partner) -> str:
    return f"{one.organisation} ({listed('partner_kind', one.partner_kind_code)}, {one.pilot_code})"


def _delivery_word(one: Delivery, _told: Told, today: date) -> str:
    if one.received_on is None:
        return "awaited" if today <= one.due_on else "absent"
    return "on_time" if one.is_on_time else "late"


def _delivery_name(_here: Here, one: Delivery) -> str:
    return _("history.judged.delivery", date=short_day(one.reference_date))


def _no_history(_here: Here, _key: Key) -> None:
    return None


OF_MILESTONES = Subject(
    kind="milestones",
    rows=lambda told, _day: told.milestones,
    key=lambda one: (one.region_code, one.pilot_code, one.step_code),
    word=_milestone_word,
    name=milestones.name,
    href=lambda here, key: here.history(key[0], MILESTONE, *key[1:]),
)
OF_EXPERIMENTS = Subject(
    kind="experiments",
    rows=lambda told, _day: told.experiments,
    key=lambda one: (one.region_code, one.experiment_code),
    word=_decided_word,
    name=_experiment_name,
    href=lambda here, key: here.history(key[0], EXPERIMENT, key[1]),
)
OF_LED_ON = Subject(**{**vars(OF_EXPERIMENTS), "word": _led_on_word})
OF_PARTNERS = Subject(
    kind="partners",
    rows=lambda told, _day: told.partners,
    key=lambda one: (one.region_code, one.pilot_code, one.partner_kind_code, one.organisation),
    word=_partner_word,
    name=_partner_name,
    href=_no_history,
)
OF_DELIVERIES = Subject(
    kind="deliveries",
    rows=lambda told, day: [one for one in told.deliveries if one.reference_date == day.reference_date],
    key=lambda one: (one.region_code, one.reference_date.isoformat()),
    word=_delivery_word,
    name=_delivery_name,
    href=_no_history,
)
SUBJECTS: Mapping[str, Subject] = {
    ON_TIME: OF_MILESTONES,
    LATE: OF_MILESTONES,
    DECIDED: OF_EXPERIMENTS,
    LED_ON: OF_LED_ON,
    BREADTH: OF_PARTNERS,
    DELIVERED: OF_DELIVERIES,
}
