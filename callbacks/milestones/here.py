"""Of which place, and of which of its pilots, the plans are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from callbacks.parts import frame
from callbacks.parts.closed import closed, of_own, own_only, sees_none
from callbacks.parts.gaps import no_figures
from callbacks.parts.look import Look
from dashboard.address import href, region_path
from dashboard.components.empty import Empty
from dashboard.i18n import _
from dashboard.pages.milestones import PATH
from dashboard.traced import MILESTONE, history_path
from queries.milestones import Milestone
from queries.obstacle_sums import ObstacleSums
from queries.obstacles import Obstacle
from queries.pace import Estimate, Pace
from queries.pilot_sums import NOT_DELIVERED, Asked, EverTold, PilotSums
from queries.plans import UNKNOWN, Judged, Plan
from queries.region_standing import RegionStanding
from queries.sealed import Sealed

FIRST_STEP = "1"
Key = tuple[str, str]


@dataclass(frozen=True)
class Here:
    """`standing` is None for the country; `pilot` is the code of the only pilot that is shown.

    `own` was told by the regions that may be seen, `everyone` by all: of that sums are made.
    """

    look: Look
    standing: RegionStanding | None
    pilot: str | None
    own: EverTold
    everyone: Sealed[EverTold]

    @property
    def region_code(self) -> str | None:
        return self.standing.region.code if self.standing else None

    @property
    def name(self) -> str:
        return self.standing.region.name if self.standing else _("frame.country")

    @property
    def today(self) -> date:
        return self.look.moment.today

    @property
    def is_of_steps(self) -> bool:
        """Rows are milestones: of a region or one pilot; of the country they are pilots."""
        return self.standing is not None or self.pilot is not None

    @cached_property
    def sums(self) -> PilotSums:
        """Of this place and the pilot that was chosen; of the country those of every region."""
        standings = self.look.standings
        if not self.is_of_steps:
            return PilotSums.of_everyone(standings, self.everyone, self._asked)
        rows = [*(one for plan in self.plans for one in plan.milestones), *self._replaced]
        silent = {plan.first.region_code for plan in self.plans if self.is_unknown(plan)}
        return PilotSums.of_rows(rows, silent, self.own, standings.together.access, self._asked)

    @property
    def _replaced(self) -> list[Milestone]:
        rows = (one for one in self.look.standings.replaced_milestones if self.pilot in (None, one.pilot_code))
        return [one for one in rows if self.region_code in (None, one.region_code)]

    @property
    def _asked(self) -> Asked:
        codes = list(self.look.reference.lists["checklist"])
        return Asked(self.look.rules, self.today, self.template[FIRST_STEP], codes, self.look.reader.so_far)

    @property
    def is_closed(self) -> bool:
        """Rows of the country are of regions, of which not one may be seen."""
        return not self.is_of_steps and sees_none(self.look)

    @cached_property
    def plans(self) -> list[Plan]:
        """Of this place, of the pilot line and the pilot that were chosen."""
        own = self.standing.milestones if self.standing else self.look.standings.milestones
        return self.plans_of(one for one in own if self.pilot in (None, one.pilot_code))

    @cached_property
    def choices(self) -> list[Plan]:
        """The pilots of this place among which one can be chosen."""
        return self.plans_of(self.standing.milestones if self.standing else self.look.standings.milestones)

    def plans_of(self, found: Iterable[Milestone]) -> list[Plan]:
        return Plan.of(found, self.template[FIRST_STEP])

    @cached_property
    def template(self) -> Mapping[str, int]:
        """Planned months by step."""
        return {code: int(label.extra) for code, label in self.look.reference.lists["step"].items()}

    @cached_property
    def stood(self) -> Mapping[tuple[str, str, str], Sequence[Milestone]]:
        """Each milestone as it stood, publication by publication."""
        found: dict[tuple[str, str, str], list[Milestone]] = defaultdict(list)
        for one in self.own.ever:
            found[one.region_code, one.pilot_code, one.step_code].append(one)
        return found

    @cached_property
    def pace(self) -> Pace:
        return self._asked.pace(self.everyone)

    @cached_property
    def estimates(self) -> Mapping[Key, Mapping[str, Estimate]]:
        return {plan.key: self.pace.estimates(plan, self.today) for plan in self.plans}

    def region(self, code: str) -> str:
        found = self.look.standings.of(code)
        return found.region.name if found else code

    def is_unknown(self, plan: Plan) -> bool:
        """The region told nothing new for so long that nobody knows what was reached since."""
        found = self.look.standings.of(plan.first.region_code)
        return found is not None and found.moment.is_newest and found.gap == NOT_DELIVERED

    @cached_property
    def known(self) -> list[Plan]:
        """Those of which something new was told."""
        return [plan for plan in self.plans if not self.is_unknown(plan)]

    def computed(self, plan: Plan) -> str:
        return UNKNOWN if self.is_unknown(plan) else plan.computed(self.look.rules, self.today)

    def judged(self, plan: Plan) -> Judged | None:
        return plan.judged(self.look.rules, self.today)

    def differs(self, plan: Plan) -> bool:
        return not self.is_unknown(plan) and plan.differs(self.look.rules, self.today)

    def step(self, code: str) -> str:
        return self.look.label("step", code)

    def numbered(self, one: Milestone) -> str:
        return f"{one.step_code}. {self.step(one.step_code)}"

    def line(self, plan: Plan) -> str:
        return self.look.label("pilot_line", plan.first.pilot_line_code)

    def pilot_href(self, plan: Plan) -> str:
        filters = self.look.filters.but(pilot=plan.first.pilot_code)
        return href(region_path(plan.first.region_code, PATH), filters)

    def history(self, one: Milestone) -> str:
        return self.elsewhere(history_path(one.region_code, MILESTONE, one.pilot_code, one.step_code))

    def elsewhere(self, path: str) -> str:
        """Another page, for which no pilot is chosen."""
        return href(path, self.look.filters.but(pilot=None))

    @cached_property
    def obstacle_sums(self) -> ObstacleSums:
        """Of this place; of the country those of every region."""
        if self.is_of_steps:
            return ObstacleSums.of(self.obstacles, self.today)
        return ObstacleSums.of_everyone(self.look.everyone, self.today)

    @property
    def obstacles(self) -> list[Obstacle]:
        """Open ones of this place, the oldest first."""
        found = [one for one in self.look.obstacles if self.pilot in (None, one.pilot_code)]
        codes = {self.region_code} if self.standing else {one.region.code for one in self.look.standings.taking_part}
        return [one for one in found if one.region_code in codes]

    def source(self, what: str) -> str:
        """Of the country with how many pilots are in its sums."""
        number = self.look.reader.publication.number
        if self.standing:
            return frame.own_source(self.look, self.standing)
        told = {"n": self.sums.pilots, "regions": self.sums.regions}
        return _("milestones.source", what=_(f"milestones.{what}.source"), number=number, **told)

    def subtitle(self, words: str) -> str:
        """Of rows of regions: whose these are, when they are not all."""
        own = "" if self.is_of_steps else own_only(self.look)
        return " · ".join(filter(None, (own, words)))

    def titled(self, title: str) -> str:
        """A finding among rows of regions: of whose these are, when they are not all."""
        return title if self.is_of_steps else of_own(self.look, title)

    @property
    def none_at_all(self) -> Empty | None:
        """In place of sums of plans, when there are none."""
        return self.none if not self.sums.pilots else None

    @property
    def none(self) -> Empty | None:
        """In place of what is told of plans, when there are none."""
        if self.plans:
            return None
        if self.is_closed:
            return closed(self.look)
        if self.standing and self.standing.gap:
            return no_figures(self.standing)
        return Empty(_("milestones.none"), _("milestones.none_reason"), hatch="doet_niet_mee")
