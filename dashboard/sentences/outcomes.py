"""How it ended and whether it lasts: the reading line of the outcomes, at most three sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard import printed
from dashboard.i18n import _, day, quarter
from dashboard.printed import count


@dataclass(frozen=True)
class Lasting:
    """`share` as it may be printed, of who left in the quarter that begins at `period`; open while it can change."""

    period: date
    share: str
    open: bool


@dataclass(frozen=True)
class OutcomeFacts:
    """`name` is None for the country, which is so many `regions` together. `ended` is None when nothing was delivered.

    Shares are percentages, None of too few; `year_ago` is that of the same twelve months a year earlier.
    """

    name: str | None
    reference_date: date
    regions: int
    takes_part: bool
    ended: int | None
    placed: float | None
    year_ago: float | None
    unknown: float | None
    too_unknown: float
    lasting: Lasting | None


def outcome_line(facts: OutcomeFacts) -> tuple[str, ...]:
    if not facts.takes_part:
        return (_("sentences.region.not_taking_part", name=facts.name),)
    if facts.ended is None:
        return (*_missing(facts), *_lasting(facts))
    return (*_ended(facts, facts.ended), *_unknown(facts), *_lasting(facts))


def _missing(facts: OutcomeFacts) -> tuple[str, ...]:
    if facts.name is None:
        return (_("outcomes.line.nothing", date=day(facts.reference_date)),)
    return (_("outcomes.line.missing", name=facts.name, date=day(facts.reference_date)),)


def _ended(facts: OutcomeFacts, ended: int) -> tuple[str, ...]:
    where = (
        _("outcomes.line.regions", n=facts.regions) if facts.name is None else _("outcomes.line.in", name=facts.name)
    )
    if not ended:
        return (_("outcomes.line.nobody", where=where),)
    if facts.placed is None:
        key = "outcomes.line.tiny" if ended < printed.SMALL_COUNT else "outcomes.line.few"
        return (_(key, where=where, count=count(ended)),)
    told = {"where": where, "share": printed.percentage(facts.placed), "count": count(ended)}
    return (_("outcomes.line.many", moved=_moved(facts.placed, facts.year_ago), **told),)


def _moved(now: float, was: float | None) -> str:
    if was is None:
        return ""
    points = round(now) - round(was)
    if points == 0:
        return _("outcomes.line.moved.equal")
    return _("outcomes.line.moved.more" if points > 0 else "outcomes.line.moved.fewer", n=abs(points))


def _unknown(facts: OutcomeFacts) -> tuple[str, ...]:
    if facts.unknown is None:
        return ()
    key = "outcomes.line.too_unknown" if facts.unknown > facts.too_unknown else "outcomes.line.unknown"
    return (_(key, share=printed.percentage(facts.unknown)),)


def _lasting(facts: OutcomeFacts) -> tuple[str, ...]:
    if facts.lasting is None:
        return ()
    key = "outcomes.line.lasting_open" if facts.lasting.open else "outcomes.line.lasting"
    return (_(key, share=facts.lasting.share, quarter=quarter(facts.lasting.period)),)
