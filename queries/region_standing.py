"""One region at one reference date, and the reasons to look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from queries.deliveries import Delivery
from queries.indicators import Count, Promise
from queries.milestones import Milestone
from queries.reference import Rules
from queries.regions import Region
from warehouse.schema.calendar import months_between

IN_VIEW, IN_TRAJECTORY, PLACED = "K01", "K06", "K07"
NOT_SEEN = "alleen_zelf"


@dataclass(frozen=True)
class Moment:
    """`today` is the day on which the publication judged milestones and deliveries.

    They say nothing of an earlier reference date, so then only figures of young people count.
    """

    reference_date: date
    previous_date: date | None
    today: date
    is_newest: bool


@dataclass(frozen=True)
class Concern:
    """A reason to look at a region now; `code` is an indicator or a step, `amount` percent or days."""

    kind: str
    status: str
    points: float
    code: str
    amount: int
    milestone: Milestone | None = None


@dataclass(frozen=True)
class RegionStanding:
    """`series` has every count of young people in sight, the oldest first; `milestones` are as of this publication.

    Of a region that is not `seen` there is nothing but that it takes part.
    """

    region: Region
    moment: Moment
    rules: Rules
    counts: Mapping[tuple[str, date], Count]
    promises: Mapping[str, Promise]
    series: tuple[Count, ...]
    milestones: tuple[Milestone, ...]
    deliveries: tuple[Delivery, ...]
    seen: bool = True

    def count(self, code: str) -> Count | None:
        return self.counts.get((code, self.moment.reference_date))

    def earlier(self, code: str) -> Count | None:
        return self.counts.get((code, self.moment.previous_date)) if self.moment.previous_date else None

    def expected(self, code: str, day: date) -> float | None:
        promise = self.promises.get(code)
        return promise.expected_on(day) if promise else None

    def share_of_expected(self, code: str) -> float | None:
        count = self.count(code)
        return self._share(count, code) if count else None

    def path(self) -> list[tuple[date, float | None]]:
        """Young people in sight as a percentage of what was expected, month by month."""
        return [(count.reference_date, self._share(count, IN_VIEW)) for count in self.series]

    def _share(self, count: Count, code: str) -> float | None:
        expected = self.expected(code, count.reference_date)
        if expected is None or expected < self.rules.percentage_from:
            return None
        return 100 * count.numerator / expected

    @property
    def takes_part(self) -> bool:
        """On this reference date: a region that joined later did not take part yet."""
        return self.region.since_on is not None and self.region.since_on <= self.moment.reference_date

    @property
    def last_date(self) -> date | None:
        """The newest with figures, up to the reference date that is looked at."""
        dates = [count.reference_date for count in self.series if count.reference_date <= self.moment.reference_date]
        return dates[-1] if dates else None

    @property
    def gap(self) -> str | None:
        """Why there is no figure for this reference date, or None when there is one."""
        if not self.takes_part:
            return "doet_niet_mee"
        if not self.seen:
            return NOT_SEEN
        if self.count(IN_VIEW) is not None:
            return None
        if any(one.is_waiting and one.reference_date == self.moment.reference_date for one in self.deliveries):
            return "wacht_op_akkoord"
        if self.last_date is None:
            return "niet_aangeleverd"
        behind = months_between(self.last_date, self.moment.reference_date)
        return "verouderd" if behind <= (self.region.months or 1) else "niet_aangeleverd"

    @property
    def status(self) -> str:
        return self.rules.status(self.share_of_expected(IN_VIEW))

    @cached_property
    def concerns(self) -> list[Concern]:
        """Every reason to look at this region, the heaviest first."""
        found = [*self._missing(), *self._behind(), *self._late()]
        return sorted(found, key=lambda concern: -concern.points)

    def _missing(self) -> list[Concern]:
        if not self.moment.is_newest or self.gap not in ("verouderd", "niet_aangeleverd"):
            return []
        late = [(self.moment.today - one.due_on).days for one in self.deliveries if one.received_on is None]
        days = max(late, default=0)
        if days <= 0:
            return []
        return [Concern("missing", "onbekend", self.rules.points_not_delivered + days, IN_VIEW, days)]

    def _behind(self) -> list[Concern]:
        found = []
        for code in (IN_VIEW, IN_TRAJECTORY, PLACED):
            share = self.share_of_expected(code)
            status = self.rules.status(share)
            if share is not None and status in ("let_op", "achter"):
                below = round(100 - share)
                found.append(Concern("behind", status, self.rules.points_per_percent * below, code, below))
        return sorted(found, key=lambda concern: -concern.points)[:1]

    def _late(self) -> list[Concern]:
        if not self.moment.is_newest:
            return []
        late = [one for one in self.milestones if one.is_open() and one.late_days(self.moment.today) > 0]
        if not late:
            return []
        worst = max(late, key=lambda one: one.late_days(self.moment.today))
        days = worst.late_days(self.moment.today)
        status = worst.status(self.rules, self.moment.today)
        points = self.rules.points_per_week_late * days / 7
        return [Concern("late", status, points, worst.step_code, days, worst)]

    @property
    def leading_status(self) -> str:
        """Of the heaviest reason to look at it; of its own path when there is none."""
        return next((concern.status for concern in self.concerns), self.status)

    def points(self) -> float:
        return sum(concern.points for concern in self.concerns)
