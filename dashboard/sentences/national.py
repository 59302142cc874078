"""The national reading line: at most three sentences."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n import _, number
from dashboard.printed import youths
from dashboard.sentences.change import since_month


@dataclass(frozen=True)
class NationalFacts:
    """`of_line`: only regions with the chosen pilot line. `in_view` is None when no region delivered.

    Shares are percentages.
    """

    regions: int
    of_line: bool
    in_view: int | None
    difference: int | None
    noise: float
    in_view_status: str
    in_trajectory_status: str
    on_time: float | None
    norm: float
    on_time_status: str


def national_line(facts: NationalFacts) -> tuple[str, ...]:
    if facts.in_view is None:
        return (_("sentences.national.nothing"),)
    return (_in_view(facts, facts.in_view), _course(facts), *_on_time(facts))


def _in_view(facts: NationalFacts, in_view: int) -> str:
    moved = since_month(facts.difference, facts.noise)
    key = "sentences.national.in_view_of_line" if facts.of_line else "sentences.national.in_view"
    return _(key, n=facts.regions, youths=youths(in_view), moved=moved)


def _course(facts: NationalFacts) -> str:
    if facts.in_view_status == facts.in_trajectory_status:
        return _(f"sentences.national.both.{facts.in_view_status}")
    first = _(f"sentences.national.course.{facts.in_view_status}")
    return _("sentences.national.joined", first=first, second=_(f"sentences.national.but.{facts.in_trajectory_status}"))


def _on_time(facts: NationalFacts) -> tuple[str, ...]:
    if facts.on_time is None:
        return ()
    share, norm = number(round(facts.on_time)), number(facts.norm)
    status = _(f"sentences.status.{facts.on_time_status}")
    return (_("sentences.national.on_time", share=share, norm=norm, status=status),)
