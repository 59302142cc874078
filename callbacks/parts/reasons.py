"""Why a region needs attention, and what is being done about it, in a line each."""

from __future__ import annotations

from dataclasses import dataclass

from callbacks.parts.look import Look
from callbacks.parts.tiles import KEYS
from dashboard.i18n import _, day, day_month
from queries.milestones import Milestone
from queries.region_standing import Concern, RegionStanding

MOST_REASONS = 2


@dataclass(frozen=True)
class Action:
    """`urgent` when nobody acts on what is late; `planned` is what the region will do, in its own words."""

    text: str
    urgent: bool = False
    planned: str = ""


def in_short(standing: RegionStanding) -> str:
    """At most two reasons, the heaviest first, on one line."""
    line = "; ".join(_in_short(standing, concern) for concern in standing.concerns[:MOST_REASONS])
    return line[:1].upper() + line[1:]


def _in_short(standing: RegionStanding, concern: Concern) -> str:
    if concern.kind == "missing":
        return _missing(standing)
    if concern.kind == "behind":
        return _(f"reasons.behind.{KEYS[concern.code]}", share=concern.amount)
    return _("reasons.short.late", step=concern.code, n=concern.amount)


def in_full(look: Look, standing: RegionStanding, concern: Concern) -> str:
    if concern.kind == "missing":
        return _("reasons.missing", n=concern.amount, gap=_missing(standing))
    if concern.kind == "behind":
        return _(f"reasons.behind.{KEYS[concern.code]}", share=concern.amount)
    return _("reasons.late", step=look.label("step", concern.code).lower(), n=concern.amount)


def _missing(standing: RegionStanding) -> str:
    if standing.last_date is None:
        return _("reasons.short.nothing_yet")
    return _("reasons.short.missing", since=day_month(standing.last_date))


def action(look: Look, standing: RegionStanding) -> Action:
    """Of an earlier reference date nothing can be told: actions are known as they are now."""
    if not standing.moment.is_newest:
        return Action("")
    concerns = standing.concerns
    if concerns and concerns[0].kind == "missing":
        due = min(one.due_on for one in standing.deliveries if one.received_on is None)
        return Action(_("reasons.expected", date=day(due)))
    late = next((concern.milestone for concern in concerns if concern.milestone), None)
    return _recovery(look, late) if late else Action(_("reasons.no_late"))


def _recovery(look: Look, milestone: Milestone) -> Action:
    if milestone.recovery_action is None or milestone.recovery_due_on is None:
        return _without_action(look, milestone)
    if milestone.recovery_due_on < look.moment.today:
        overdue = (look.moment.today - milestone.recovery_due_on).days
        return Action(_("reasons.action_overdue", n=overdue), urgent=True, planned=_planned(milestone))
    return Action(_("reasons.action", date=day_month(milestone.recovery_due_on)), planned=_planned(milestone))


def _planned(milestone: Milestone) -> str:
    """What will be done and by whom, as the region wrote it."""
    return " · ".join(part for part in (milestone.recovery_action, milestone.recovery_owner) if part)


def _without_action(look: Look, milestone: Milestone) -> Action:
    """A milestone that is just late gives its owner some days to choose what to do."""
    left = round(look.rules.recovery_days) - milestone.late_days(look.moment.today)
    return Action(_("reasons.no_action"), urgent=True) if left < 0 else Action(_("reasons.action_to_choose", n=left))
