"""The reading line of the trajectories: where young people stand, who stopped, and what happens at 18."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.i18n import _, day, number
from dashboard.printed import count, youths


@dataclass(frozen=True)
class TrajectoryFacts:
    """`name` is None for the country, or for the regions of one pilot line; `gap` tells why there is no figure, and
    `last_date` is the newest that there is.

    `there` are in a trajectory, `difference` is since `months` ago, None when that cannot be compared. `arranged` and
    `unknown` are printed shares of those who turned 18, None when the group is too small; `turned` is their number,
    None when it was not delivered.
    """

    name: str | None
    of_line: bool
    reference_date: date
    gap: str | None
    last_date: date | None
    months: int
    there: int | None
    difference: int | None
    noise: float
    found: int
    stopped: int
    again: int
    turned: int | None
    arranged: str | None
    unknown: str | None


def trajectory_line(facts: TrajectoryFacts) -> tuple[str, ...]:
    if facts.gap == "doet_niet_mee":
        return (_("sentences.region.not_taking_part", name=facts.name),)
    if facts.there is None:
        return _missing(facts)
    return (_stand(facts, facts.there), _moves(facts), _support(facts))


def _missing(facts: TrajectoryFacts) -> tuple[str, ...]:
    if facts.name is None:
        return (_("sentences.national.nothing"),)
    missing = _("sentences.region.missing", name=facts.name, date=day(facts.reference_date))
    if facts.last_date is None or facts.last_date >= facts.reference_date:
        return (missing,)
    return (missing, _("sentences.region.last", date=day(facts.last_date)))


def _stand(facts: TrajectoryFacts, there: int) -> str:
    place = "in_place" if facts.name else "in_line" if facts.of_line else "in_country"
    where = _(f"sentences.trajectories.{place}", name=facts.name)
    moved = _since(facts)
    key = "sentences.trajectories.stand" if moved else "sentences.trajectories.stand_alone"
    return _(key, where=where, youths=youths(there), moved=moved)


def _since(facts: TrajectoryFacts) -> str:
    """140 meer dan drie maanden eerder; or that it is the same, or too small to say."""
    if facts.difference is None:
        return ""
    ago = _(f"sentences.trajectories.ago_{facts.months}")
    if facts.difference == 0:
        return _("sentences.trajectories.equal", ago=ago)
    if abs(facts.difference) <= facts.noise:
        return _("sentences.trajectories.noise", ago=ago)
    key = "sentences.trajectories.more" if facts.difference > 0 else "sentences.trajectories.fewer"
    return _(key, count=number(abs(facts.difference)), ago=ago)


def _moves(facts: TrajectoryFacts) -> str:
    """Who was found, stopped and began again; nobody at all is said in one breath."""
    if not (facts.found or facts.stopped or facts.again):
        return _("sentences.trajectories.nobody_moved")
    told = {"stopped": count(facts.stopped), "again": count(facts.again)}
    return _("sentences.trajectories.moves", found=youths(facts.found), **told)


def _support(facts: TrajectoryFacts) -> str:
    if facts.turned is None:
        return _("sentences.trajectories.support_missing")
    if facts.turned == 0:
        return _("sentences.trajectories.support_nobody")
    if facts.arranged is None:
        return _("sentences.trajectories.support_small")
    return _("sentences.trajectories.support", share=facts.arranged, unknown=facts.unknown)
