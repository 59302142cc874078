"""Pilots of the country together: how many are late, judged, without an action; how long steps take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median

from queries.checklist import PartnerAction, partner_actions
from queries.milestones import Milestone, OnTime, milestones
from queries.pace import Pace
from queries.plans import UNKNOWN, Plan, Stretch
from queries.reader import Access, Publication, Reader
from queries.reference import Rules
from queries.sealed import Sealed
from queries.standing import Standings

BEHIND = "achter"
NOT_DELIVERED = "niet_aangeleverd"
Key = tuple[str, str]


@dataclass(frozen=True)
class EverTold:
    """`ever` are the milestones of all pilot lines in every publication so far, `actions` what partners did."""

    ever: Sequence[Milestone]
    actions: Sequence[PartnerAction]


def ever_told(reader: Reader) -> tuple[EverTold, Sealed[EverTold]]:
    """What may be seen, and what sums are made of."""
    own = _ever(reader)
    if reader.access.sees_everything:
        return own, Sealed(own)
    with reader.everywhere() as wide:
        return own, Sealed(_ever(wide))


def _ever(reader: Reader) -> EverTold:
    return EverTold(milestones(reader, reader.so_far[0]), partner_actions(reader))


@dataclass(frozen=True)
class Taken:
    """The median of a step, and of how many pilots it is."""

    days: float
    pilots: int


@dataclass(frozen=True)
class Done:
    """Of an action: by how many pilots it was done, of these with evidence, and how many are at it or have yet to."""

    done: int
    evidence: int
    running: int
    not_begun: int


@dataclass(frozen=True)
class Counted:
    """How many pilots it holds for, and for how many in the publication before; `milder` is judged milder."""

    now: int
    before: int | None
    milder: int = 0


@dataclass(frozen=True)
class Asked:
    """`months` is what the template gives to the first step, `codes` are the actions of partners."""

    rules: Rules
    today: date
    months: int
    codes: Sequence[str]
    publications: Sequence[Publication]

    @property
    def previous(self) -> Publication | None:
        return self.publications[-2] if len(self.publications) > 1 else None

    def pace(self, told: Sealed[EverTold]) -> Pace:
        """By what pilots of every line and every region took."""
        newest = self.publications[-1]
        return Pace.of(Plan.of((one for one in told.for_sums.ever if newest.holds(one)), self.months), self.today)


@dataclass(frozen=True)
class PilotSums:
    """Of every pilot; `known` are those of which something new was told, `latest` the region of the one most overdue.

    What names a region does so for who sees it only.
    """

    pilots: int
    regions: int
    known: int
    on_time: OnTime
    over_days: int
    late: int
    latest: str | None
    behind: int
    aged: int
    without_recovery: Counted
    differing: Counted
    planned: Mapping[str, Taken]
    taken: Mapping[str, Taken]
    actions: Mapping[str, Done]

    @classmethod
    def of_everyone(cls, standings: Standings, told: Sealed[EverTold], asked: Asked) -> PilotSums:
        access, whole = standings.together.access, standings.together.whole.for_sums
        silent = {one.region.code for one in whole.regions if one.moment.is_newest and one.gap == NOT_DELIVERED}
        rows = [*whole.milestones, *whole.replaced]
        if not access.may_tell({one.region_code for one in whole.milestones}):
            rows = [one for one in rows if access.sees(one.region_code)]
        return _Sums(access, asked, rows, silent, told.for_sums).told()

    @classmethod
    def of_rows(
        cls, rows: Sequence[Milestone], silent: Collection[str], told: EverTold, access: Access, asked: Asked
    ) -> PilotSums:
        """Of a region or a pilot that may be seen: its milestones as they stood in any publication that is compared."""
        return _Sums(access, asked, rows, silent, told).told()


@dataclass(frozen=True)
class _Sums:
    access: Access
    asked: Asked
    stones: Sequence[Milestone]
    silent: Collection[str]
    ever: EverTold

    def told(self) -> PilotSums:
        rules, today = self.asked.rules, self.asked.today
        late = [plan for plan in self.known if plan.late_days(today) > 0]
        judged = [plan.judged(rules, today) for plan in self.plans]
        return PilotSums(
            pilots=len(self.plans),
            regions=len({plan.first.region_code for plan in self.plans}),
            known=len(self.known),
            on_time=OnTime.of((one for plan in self.plans for one in plan.milestones), today),
            over_days=sum(plan.late_days(today) > round(rules.milestone_late_days) for plan in self.known),
            late=len(late),
            latest=self._named(max(late, key=lambda plan: plan.late_days(today), default=None)),
            behind=sum(plan.computed(rules, today) == BEHIND for plan in self.known),
            aged=sum(one is not None and one.status == UNKNOWN for one in judged),
            without_recovery=self._counted(self._lacks),
            differing=self._counted(self._differs, sum(map(self._is_milder, self.known))),
            planned=_medians((one.milestone.step_code, one.planned_days) for one in self._stretches),
            taken=_medians((one.milestone.step_code, one.taken_days) for one in self._stretches),
            actions={code: self._done(code) for code in self.asked.codes},
        )

    @cached_property
    def plans(self) -> list[Plan]:
        return self._plans_in(self.asked.publications[-1])

    @cached_property
    def known(self) -> list[Plan]:
        return [plan for plan in self.plans if plan.first.region_code not in self.silent]

    @property
    def _stretches(self) -> Iterator[Stretch]:
        return (one for plan in self.plans for one in plan.stretches())

    def _plans_in(self, publication: Publication) -> list[Plan]:
        return Plan.of((one for one in self.stones if publication.holds(one)), self.asked.months)

    def _named(self, plan: Plan | None) -> str | None:
        code = plan.first.region_code if plan else None
        return code if code and self.access.sees(code) else None

    def _counted(self, holds: Callable[[Plan, date], bool], milder: int = 0) -> Counted:
        previous, now = self.asked.previous, sum(holds(plan, self.asked.today) for plan in self.known)
        if previous is None or not self.known:
            return Counted(now, None, milder)
        before = sum(holds(plan, previous.published_on) for plan in self._plans_in(previous))
        return Counted(now, before, milder)

    def _lacks(self, plan: Plan, today: date) -> bool:
        return plan.lacks_recovery(self.asked.rules, today)

    def _differs(self, plan: Plan, today: date) -> bool:
        return plan.differs(self.asked.rules, today)

    def _is_milder(self, plan: Plan) -> bool:
        return plan.is_milder(self.asked.rules, self.asked.today)

    def _done(self, code: str) -> Done:
        found = {(one.region_code, one.pilot_code): one for one in self.ever.actions if one.action_code == code}
        begun = [found[plan.key] for plan in self.plans if plan.key in found]
        done = [one for one in begun if one.done_on is not None]
        evidence = sum(bool(one.evidence) for one in done)
        return Done(len(done), evidence, len(begun) - len(done), len(self.plans) - len(begun))


def _medians(days: Iterable[tuple[str, int | None]]) -> Mapping[str, Taken]:
    """In the order of the steps; of steps that nobody took nothing."""
    found: dict[str, list[int]] = defaultdict(list)
    for step, taken in days:
        if taken is not None:
            found[step].append(taken)
    return {step: Taken(median(own), len(own)) for step, own in sorted(found.items())}
