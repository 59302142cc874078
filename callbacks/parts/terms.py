"""On which terms an experiment is one of those that are sought."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from callbacks.parts.look import Look
from dashboard.sought import CHECKS, UNDECIDED, Sought
from queries.experiments import Experiment
from queries.states import States
from warehouse.schema.calendar import months_before

CHECK_DAYS = 30
OF: Mapping[str, Callable[[Experiment], str | None]] = {
    "verdict": lambda one: one.verdict_code or UNDECIDED,
    "life_domain": lambda one: one.life_domain_code,
    "policy_domain": lambda one: one.policy_domain_code,
    "method": lambda one: one.method,
    "owner": lambda one: one.owner,
    "funding": lambda one: one.funding,
}


@dataclass(frozen=True)
class Terms(States):
    @classmethod
    def of(cls, look: Look) -> Terms:
        today = look.moment.today
        until = months_before(today, -round(look.rules.funding_months)).replace(day=min(today.day, 28))
        return cls(today, look.rules.log_days, until)

    def fits(self, sought: Sought, one: Experiment) -> bool:
        """But for the words that are sought."""
        told = all(getattr(sought, name) in (None, of(one)) for name, of in OF.items())
        in_state = sought.state is None or self.is_in(sought.state, one)
        return told and in_state and sought.check in (None, self.check(one))

    def check(self, one: Experiment) -> str | None:
        """When it is checked; of what ended that no longer matters."""
        if not one.is_running:
            return None
        past, soon, later = CHECKS
        if one.check_on <= self.today:
            return past
        return soon if one.check_on <= self.today + timedelta(days=CHECK_DAYS) else later

    def place(self, one: Experiment) -> tuple[int, int, str]:
        """In a list: first what needs a verdict, then the next checks, at the end what ended."""
        if one.ended_on is not None:
            return (3, -one.ended_on.toordinal(), one.title)
        if one.is_undecided(self.today):
            return (0, one.check_on.toordinal(), one.title)
        return (1 if one.check_on > self.today else 2, one.check_on.toordinal(), one.title)


def existing(asked: Sought, experiments: Iterable[Experiment]) -> Sought:
    """Without the choices of which there is no experiment at all."""
    every = list(experiments)
    there = {name: {of(one) for one in every} for name, of in OF.items()}
    unknown = {name: None for name in OF if getattr(asked, name) not in there[name]}
    return asked.but(**unknown, page=asked.page)
