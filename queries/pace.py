"""How long steps take against what was planned for them, and when open milestones may be reached by that experience.

An estimate, and no promise: it is made from what steps of all pilots took, without a word of what a pilot itself
expects.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from queries.plans import Plan, Stretch

LEAST_FINISHED = 5
HALF, NEARLY_ALL = 0.5, 0.85
POINTS = 20  # of so many equal parts a distribution of ratios is made
Chances = dict[int, float]


class Estimate(NamedTuple):
    """In half of the cases it was reached by `p50`, in 85 of a hundred by `p85`."""

    p50: date
    p85: date


@dataclass(frozen=True)
class Pace:
    """Of each step the ratios of days taken to days planned, the smallest first, of all that finished it."""

    ratios: Mapping[str, Sequence[float]]

    @classmethod
    def of(cls, plans: Iterable[Plan], until: date) -> Pace:
        """As it was known on a day."""
        found: dict[str, list[float]] = defaultdict(list)
        for stretch in (one for plan in plans for one in plan.stretches()):
            done, ratio = stretch.milestone.done_on, stretch.ratio
            if done is not None and done <= until and ratio is not None:
                found[stretch.milestone.step_code].append(ratio)
        return cls({step: sorted(ratios) for step, ratios in found.items()})

    def finished(self, step: str) -> int:
        return len(self.ratios.get(step, ()))

    def is_known(self, step: str) -> bool:
        return self.finished(step) >= LEAST_FINISHED

    def ratio(self, step: str, share: float) -> float | None:
        """Below which this share of the ratios lies; None of too few."""
        return _quantile(self.ratios[step], share) if self.is_known(step) else None

    def estimates(self, plan: Plan, today: date) -> dict[str, Estimate]:
        """Of the steps of a plan that are not done on a day, one after another; none from the first on of which too
        few were ever finished, or that takes longer than any did so far."""
        chances: Chances = {}
        found: dict[str, Estimate] = {}
        for stretch in _to_come(plan, today):
            step = stretch.milestone.step_code
            chances = chances or {_last_done(plan, today).toordinal(): 1.0}
            chances = self._after(chances, stretch, today) if self.is_known(step) else {}
            if not chances:
                break
            found[step] = Estimate(_day(chances, HALF), _day(chances, NEARLY_ALL))
        return found

    def _after(self, chances: Chances, stretch: Stretch, today: date) -> Chances:
        """Days on which a step may be done; those that are past did not come true."""
        ratios, found = self.ratios[stretch.milestone.step_code], defaultdict[int, float](float)
        parts = [_quantile(ratios, (at + 0.5) / POINTS) for at in range(POINTS)]
        for day, chance in chances.items():
            for ratio in parts:
                found[day + round(ratio * stretch.planned_days)] += chance / POINTS
        to_come = {day: chance for day, chance in found.items() if day > today.toordinal()}
        whole = sum(to_come.values())
        return {day: chance / whole for day, chance in to_come.items()}


def _to_come(plan: Plan, today: date) -> list[Stretch]:
    return [one for one in plan.stretches() if one.milestone.done_on is None or one.milestone.done_on > today]


def _last_done(plan: Plan, today: date) -> date:
    done = [one.done_on for one in plan.kept if one.done_on is not None and one.done_on <= today]
    return max([plan.starts_on, *done])


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Between two values in a straight line. So many values divide what is to come into one part more, so that of few
    the outer ones count as what they are: hardly the outermost."""
    place = min(max(share * (len(ordered) + 1) - 1, 0), len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])


def _day(chances: Chances, share: float) -> date:
    """The first day by which this share of the chances has come."""
    so_far = 0.0
    for day in sorted(chances):
        so_far += chances[day]
        if so_far >= share - 1e-9:
            return date.fromordinal(day)
    return date.fromordinal(max(chances))
