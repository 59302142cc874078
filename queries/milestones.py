"""Milestones of the pilots: frozen plan, current plan, forecast and what was reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from queries.pilots import OfPilots
from queries.reader import Publication, Reader
from queries.reference import Rules
from warehouse.schema import published


@dataclass(frozen=True)
class Milestone:
    region_code: str
    pilot_code: str
    step_code: str
    title: str
    baseline_on: date
    planned_on: date
    forecast_on: date | None
    done_on: date | None
    cancelled_on: date | None
    replan_reason: str | None
    judged: str | None
    judged_on: date | None
    judged_reason: str | None
    recovery_action: str | None
    recovery_owner: str | None
    recovery_due_on: date | None
    judged_by: str | None
    pilot_line_code: str
    pilot_name: str
    adopted_on: date
    starts_on: date | None
    first_publication: int
    last_publication: int | None

    @property
    def expected_on(self) -> date:
        """The forecast, or the current plan as long as there is none."""
        return self.forecast_on or self.planned_on

    def is_due(self, today: date) -> bool:
        """The frozen plan says it should have been reached; what was cancelled does not count."""
        return self.cancelled_on is None and self.baseline_on <= today

    def is_on_time(self, today: date) -> bool:
        return self.done_on is not None and self.done_on <= min(self.baseline_on, today)

    def late_days(self, today: date) -> int:
        """Days after the frozen plan: until it was reached, else until today; never less than 0."""
        return max((min(self.done_on or today, today) - self.baseline_on).days, 0) if self.is_due(today) else 0

    def expected_late_days(self, today: date) -> int:
        """As `late_days`, and for what is still to come: the days that the forecast lies after the frozen plan."""
        ahead = (self.expected_on - self.baseline_on).days if self.is_open() else 0
        return max(self.late_days(today), ahead)

    def is_open(self) -> bool:
        return self.done_on is None and self.cancelled_on is None

    def status(self, rules: Rules, today: date) -> str:
        if self.cancelled_on is not None:
            return "vervallen"
        if self.expected_late_days(today) == 0:
            return "op_koers"
        return "achter" if self.is_open() and self.late_days(today) > rules.milestone_late_days else "let_op"

    @property
    def has_recovery(self) -> bool:
        """Somebody, by function, does something about it, and says when that is done."""
        return None not in (self.recovery_action, self.recovery_owner, self.recovery_due_on)

    def is_without_recovery(self, rules: Rules, today: date) -> bool:
        """Behind, and the term in which its owner may choose what to do is over."""
        term_is_over = self.late_days(today) > rules.recovery_days
        return self.status(rules, today) == "achter" and term_is_over and not self.has_recovery

    def judgement(self, rules: Rules, today: date) -> str:
        """What people think of it; an old judgement is worth nothing."""
        if self.judged is None or self.judged_on is None:
            return "onbekend"
        return self.judged if (today - self.judged_on).days <= rules.judgement_days else "onbekend"


@dataclass(frozen=True)
class OnTime:
    """Of the milestones that were due, how many were reached by the date of the frozen plan."""

    on_time: int
    due: int

    @property
    def share(self) -> float | None:
        return 100 * self.on_time / self.due if self.due else None

    @classmethod
    def of(cls, found: Iterable[Milestone], today: date) -> OnTime:
        due = [one for one in found if one.is_due(today)]
        return cls(sum(one.is_on_time(today) for one in due), len(due))


def milestones(reader: Reader, since: Publication | None = None) -> list[Milestone]:
    """As of this publication, in the order of pilots and steps; with `since` also what stood differently then."""
    found = OfPilots.of(reader, published.milestone, since)
    elsewhere = {
        "pilot_name": found.pilot.c.name,
        "pilot_line_code": found.pilot.c.pilot_line_code,
        "adopted_on": found.pilot.c.baseline_on,
        "starts_on": found.pilot.c.starts_on,
    }
    rows = found.rows.c
    statement = found.select(Milestone.__dataclass_fields__, elsewhere)
    in_order = statement.order_by(rows.region_code, rows.pilot_code, rows.step_code, rows.first_publication)
    return [Milestone(*row) for row in reader.rows(in_order)]
