"""What is computed of the plan of a pilot beside what people think of it, since when, and in whose words."""

from __future__ import annotations

from callbacks.parts.look import Look
from dashboard.components.stations import Judgement
from dashboard.i18n import _
from queries.plans import UNKNOWN, Plan


def judgement_of(look: Look, plan: Plan, computed: str | None = None) -> Judgement:
    """`computed` when it is another than the dates say: nobody knows whether these still hold."""
    today, rules = look.moment.today, look.rules
    status = computed or plan.computed(rules, today)
    found = plan.judged(rules, today)
    if found is None:
        return Judgement(status, UNKNOWN, _("milestones.judged.never" if plan.open else "milestones.judged.over"))
    age = _("components.age.days", n=found.days_old) if found.days_old > 0 else _("components.age.today")
    by = f", {found.by}" if found.by else ""
    is_aged = found.status == UNKNOWN and found.said != UNKNOWN
    was = _("milestones.judged.aged", status=_(f"components.status.{found.said}")) if is_aged else ""
    return Judgement(status, found.status, f"{was}{age}{by}:", found.reason)
