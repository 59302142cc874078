"""A pilot and its milestones as one plan: how late it is, and what is computed and judged of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from queries.milestones import Milestone
from queries.reference import Rules
from warehouse.schema.calendar import months_before

UNKNOWN = "onbekend"
WORST_FIRST = ("achter", "let_op", "op_koers")


class Stretch(NamedTuple):
    """A step between the one before it and itself: as it was planned, and as far as it was done.

    `began_on` is when what came before was done, None as long as it is not.
    """

    milestone: Milestone
    planned_from: date
    began_on: date | None

    @property
    def planned_days(self) -> int:
        """At least one, also where two steps were planned for the same day."""
        return max((self.milestone.baseline_on - self.planned_from).days, 1)

    @property
    def taken_days(self) -> int | None:
        """Until it was done; none at all for a step that was done before the one that it follows."""
        if self.milestone.done_on is None or self.began_on is None:
            return None
        return max((self.milestone.done_on - self.began_on).days, 0)

    @property
    def ratio(self) -> float | None:
        return None if self.taken_days is None else self.taken_days / self.planned_days


class Judged(NamedTuple):
    """What people think of a plan: `status` is worth nothing once it is too old, `said` is what it was."""

    status: str
    said: str
    days_old: int
    by: str
    reason: str


@dataclass(frozen=True)
class Plan:
    """The milestones of one pilot in the order of its steps, and on which day the first step begins."""

    milestones: tuple[Milestone, ...]
    starts_on: date

    @classmethod
    def of(cls, found: Iterable[Milestone], months: int) -> list[Plan]:
        """One for each pilot. Where no start is known, the `months` that the template gives to step 1 count back."""
        pilots: dict[tuple[str, str], list[Milestone]] = {}
        for one in found:
            pilots.setdefault((one.region_code, one.pilot_code), []).append(one)
        in_order = (sorted(own, key=lambda one: one.step_code) for own in pilots.values())
        return [cls(tuple(own), _start(own[0], months)) for own in in_order]

    @property
    def first(self) -> Milestone:
        """For what all milestones of a pilot have in common."""
        return self.milestones[0]

    @property
    def key(self) -> tuple[str, str]:
        return self.first.region_code, self.first.pilot_code

    @property
    def kept(self) -> list[Milestone]:
        """Those that were not cancelled."""
        return [one for one in self.milestones if one.cancelled_on is None]

    @property
    def open(self) -> list[Milestone]:
        return [one for one in self.milestones if one.is_open()]

    @property
    def ends_on(self) -> date:
        return max((one.done_on or one.expected_on for one in self.kept), default=self.starts_on)

    def late_days(self, today: date) -> int:
        """Of the open milestone that is longest overdue."""
        return max((one.late_days(today) for one in self.open), default=0)

    def latest(self, today: date) -> Milestone | None:
        late = [one for one in self.open if one.late_days(today) > 0]
        return max(late, key=lambda one: one.late_days(today), default=None)

    def computed(self, rules: Rules, today: date) -> str:
        """The worst of what is still to be reached; what was reached late is past."""
        found = {one.status(rules, today) for one in self.open}
        return next((status for status in WORST_FIRST if status in found), WORST_FIRST[-1])

    def judged(self, rules: Rules, today: date) -> Judged | None:
        """The newest judgement; None when nobody ever judged, or when nothing is left to judge."""
        dated = [(one.judged_on, one) for one in self.milestones if one.judged and one.judged_on]
        if not dated or not self.open:
            return None
        on, newest = max(dated, key=lambda pair: pair[0])
        said, by, reason = newest.judged or UNKNOWN, newest.judged_by or "", newest.judged_reason or ""
        return Judged(newest.judgement(rules, today), said, (today - on).days, by, reason)

    def differs(self, rules: Rules, today: date) -> bool:
        """Computed and judged are both known, and not the same."""
        judged = self.judged(rules, today)
        return judged is not None and judged.status not in (UNKNOWN, self.computed(rules, today))

    def is_milder(self, rules: Rules, today: date) -> bool:
        """People think better of it than its dates say."""
        judged = self.judged(rules, today)
        if judged is None or not self.differs(rules, today):
            return False
        return WORST_FIRST.index(judged.status) > WORST_FIRST.index(self.computed(rules, today))

    def lacks_recovery(self, rules: Rules, today: date) -> bool:
        """A milestone is behind, and nobody does anything about it."""
        return any(one.is_without_recovery(rules, today) for one in self.open)

    def stretches(self) -> Iterator[Stretch]:
        """Of the steps that were not cancelled, in order."""
        planned_from, began_on = self.starts_on, self.starts_on
        before_is_done = True
        for one in self.kept:
            yield Stretch(one, planned_from, began_on if before_is_done else None)
            planned_from = one.baseline_on
            before_is_done = before_is_done and one.done_on is not None
            began_on = max(began_on, one.done_on or began_on)


def _start(first: Milestone, months: int) -> date:
    """A plan that is said to begin after its first step should be done begins when the template says."""
    if first.starts_on and first.starts_on < first.baseline_on:
        return first.starts_on
    return months_before(first.baseline_on.replace(day=1), months)
