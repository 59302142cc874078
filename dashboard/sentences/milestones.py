"""Whether pilots keep their own plans: the reading line of the milestones."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n import _, number


@dataclass(frozen=True)
class MilestoneFacts:
    """`name` is None for the country. `on_time` is a share of the milestones that were due, None when none was.

    Of the `pilots` so many are `behind`, `differ` in what is computed and judged, have a judgement that is `aged`, and
    are `unknown`, because nothing new was told of them.
    """

    name: str | None
    takes_part: bool
    on_time: float | None
    norm: float
    pilots: int
    behind: int
    late_days: int
    differ: int
    aged: int
    unknown: int


def milestone_line(facts: MilestoneFacts) -> tuple[str, ...]:
    if not facts.takes_part:
        return (_("sentences.region.not_taking_part", name=facts.name),)
    if not facts.pilots:
        return (_("milestones.line.no_pilots", where=_where(facts)),)
    return (_on_time(facts), f"{_behind(facts)}{_unknown(facts)}.", *_judged(facts))


def _where(facts: MilestoneFacts) -> str:
    return _("milestones.line.place", name=facts.name) if facts.name else ""


def _on_time(facts: MilestoneFacts) -> str:
    if facts.on_time is None:
        return _("milestones.line.none_due", where=_where(facts))
    told = {"share": number(round(facts.on_time)), "norm": number(facts.norm)}
    return _("milestones.line.on_time", where=_where(facts), **told)


def _behind(facts: MilestoneFacts) -> str:
    if facts.pilots == facts.unknown:
        return _("milestones.line.silent")
    if facts.pilots == facts.behind == 1:
        return _("milestones.line.only_behind", days=facts.late_days)
    if not facts.behind:
        return _("milestones.line.none_behind", n=facts.pilots, days=facts.late_days)
    return _("milestones.line.behind", n=facts.behind, all=facts.pilots, days=facts.late_days)


def _judged(facts: MilestoneFacts) -> tuple[str, ...]:
    differ = _("milestones.line.differ", n=facts.differ) if facts.differ else ""
    aged = _("milestones.line.aged", n=facts.aged) if facts.aged else ""
    told = "; ".join(filter(None, (differ, aged)))
    return (f"{told}.",) if told else ()


def _unknown(facts: MilestoneFacts) -> str:
    some = 0 < facts.unknown < facts.pilots
    return _("milestones.line.unknown", n=facts.unknown) if some else ""
