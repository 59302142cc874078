"""On which terms an experiment counts as running, undecided, quiet, about to lose its money, or learned from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from queries.experiments import LEARNED, Experiment
from queries.ground import Ground
from queries.sealed import Sealed

STATES = ("loopt", "besluit", "stil", "geld", "afgerond", "geleerd")


@dataclass(frozen=True)
class States:
    """As of a day: a log is quiet after so many days, money ends soon when it ends by `money_until`."""

    today: date
    log_days: float
    money_until: date

    def is_in(self, state: str, one: Experiment) -> bool:
        return {
            "loopt": one.is_running,
            "besluit": one.is_undecided(self.today),
            "stil": one.quiet_days(self.today) > self.log_days,
            "geld": one.money_ends_by(self.money_until),
            "afgerond": not one.is_running,
            "geleerd": one.status == LEARNED,
        }[state]

    def counts(self, found: Iterable[Experiment], states: Collection[str] = STATES) -> Mapping[str, int]:
        every = list(found)
        return {state: sum(self.is_in(state, one) for one in every) for state in states}

    def counts_of_everyone(self, ground: Sealed[Ground]) -> Mapping[str, int]:
        return self.counts(ground.for_sums.experiments)
