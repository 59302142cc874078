"""The reading line of one region: at most three sentences, also when there is nothing to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.i18n import _, day, month
from dashboard.printed import youths
from dashboard.sentences.change import since_month


@dataclass(frozen=True)
class Signal:
    """A month in which first contacts left their control limits."""

    month: date
    above: bool


@dataclass(frozen=True)
class RegionFacts:
    """`gap` tells why there is no figure; `last_date` is the newest reference date that there is.

    `milestones` is None for an earlier reference date: they are only known as they stand now.
    """

    name: str
    reference_date: date
    gap: str | None
    last_date: date | None
    in_view: int | None
    difference: int | None
    noise: float
    late: int
    milestones: int | None
    signal: Signal | None


def region_line(facts: RegionFacts) -> tuple[str, ...]:
    if facts.gap == "doet_niet_mee":
        return (_("sentences.region.not_taking_part", name=facts.name),)
    figures = _gap(facts) if facts.in_view is None else _in_view(facts, facts.in_view)
    return (*figures, *_milestones(facts), *_signal(facts))[:3]


def _gap(facts: RegionFacts) -> tuple[str, ...]:
    missing = _("sentences.region.missing", name=facts.name, date=day(facts.reference_date))
    if facts.last_date is None or facts.last_date >= facts.reference_date:
        return (missing,)
    return (missing, _("sentences.region.last", date=day(facts.last_date)))


def _in_view(facts: RegionFacts, in_view: int) -> tuple[str, ...]:
    moved = since_month(facts.difference, facts.noise)
    return (_("sentences.region.in_view", name=facts.name, n=in_view, youths=youths(in_view), moved=moved),)


def _milestones(facts: RegionFacts) -> tuple[str, ...]:
    if facts.milestones is None:
        return ()
    if facts.milestones == 0:
        return (_("sentences.region.no_milestones"),)
    if facts.late == 0:
        return (_("sentences.region.none_late"),)
    return (_("sentences.region.late", n=facts.late, all=facts.milestones),)


def _signal(facts: RegionFacts) -> tuple[str, ...]:
    if facts.signal is None:
        return ()
    key = "sentences.region.signal_above" if facts.signal.above else "sentences.region.signal_below"
    return (_(key, month=month(facts.signal.month)),)
