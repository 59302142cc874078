"""What was asked for one place: the country, or a region with the country beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from callbacks.parts import frame
from callbacks.parts.gaps import no_figures
from callbacks.parts.look import Look
from dashboard.components.empty import Empty
from dashboard.i18n import _, day
from queries.flow import Phases
from queries.reader import NATIONAL_CODE
from queries.region_standing import RegionStanding
from queries.trajectories import (
    INTAKES,
    PHASES_BY_AGE,
    REGISTRATIONS,
    STEPS_BY_AGE,
    STEPS_BY_DURATION,
    TURNED_18,
    WAITING,
    Counted,
    Question,
)
from warehouse.schema.calendar import months_before, quarter_of

YEAR = 12
OF_A_QUARTER = (INTAKES, REGISTRATIONS, STEPS_BY_AGE, STEPS_BY_DURATION, TURNED_18)

Codes = tuple[str, str]


@dataclass(frozen=True)
class Figures:
    """Of one fact, place and date: young people by one or two codes, and how many regions are in it."""

    youths: Mapping[Codes, int]
    regions: int

    def of(self, code: str) -> int:
        return sum(youths for (first, _second), youths in self.youths.items() if first == code)

    @property
    def every(self) -> int:
        return sum(self.youths.values())


NOTHING = Figures({}, 0)


@dataclass(frozen=True)
class Here:
    """`standing` is None for the country; `phases` are those of a region and the country beside it."""

    look: Look
    standing: RegionStanding | None
    phases: Phases
    counted: list[Counted]

    @property
    def place(self) -> str:
        return self.standing.region.code if self.standing else NATIONAL_CODE

    @property
    def name(self) -> str:
        if self.standing:
            return self.standing.region.name
        return self.look.country_name

    @property
    def months(self) -> int:
        return self.look.filters.months

    @property
    def day(self) -> date:
        return self.look.moment.reference_date

    @property
    def quarter(self) -> date:
        """The newest first day of a quarter: that is when figures of twelve months are published."""
        return quarter_of(self.day)

    def figures(self, fact: str, on: date, place: str | None = None) -> Figures:
        """Of this place, or of another one; nothing when it was not delivered."""
        return self._by_fact.get((fact, on, place or self.place), NOTHING)

    @cached_property
    def _by_fact(self) -> dict[tuple[str, date, str], Figures]:
        found: dict[tuple[str, date, str], dict[Codes, int]] = {}
        regions: dict[tuple[str, date, str], int] = {}
        for one in self.counted:
            key = (one.fact, one.reference_date, one.region_code)
            found.setdefault(key, {})[one.code, one.other_code] = one.youths
            regions[key] = max(regions.get(key, 0), one.regions)
        return {key: Figures(youths, regions[key]) for key, youths in found.items()}

    def source(self, what: str, regions: int) -> str:
        """`regions` are how many are in a figure of the country."""
        if self.standing:
            return frame.own_source(self.look, self.standing)
        return frame.source(self.look, _(f"trajectories.{what}.source"), regions)

    def coverage_note(self, regions: int) -> str:
        """Too few regions for a national figure; empty when there are enough, and for one region."""
        expected = len(self.look.standings.taking_part)
        least = self.look.rules.coverage_from
        if self.standing or not expected or 100 * regions >= least * expected:
            return ""
        return _("trajectories.coverage", least=round(least))

    def missing(self, on: date) -> Empty:
        """In place of a chart: why there is none, since when, and who acts."""
        if self.standing and self.standing.gap:
            return no_figures(self.standing)
        if self.standing:
            return Empty(
                _("trajectories.missing.title", name=self.name, date=day(on)),
                _("trajectories.missing.reason"),
                _("gaps.acting"),
            )
        return Empty(_("trajectories.missing.country", date=day(on)), _("trajectories.missing.country_reason"))


def waiting_dates(on: date) -> list[date]:
    return [months_before(on, back) for back in range(YEAR, -1, -1)]


def questions(look: Look, standing: RegionStanding | None) -> list[Question]:
    """Of a region its own figures beside those of the country; of the country those of each region too where its rows
    stand in a table. A part of the country has its regions added up in place of the country; so has what is not
    published of the country."""
    if standing:
        return _of_region(look, standing.region.code)
    on = look.moment.reference_date
    regions = [one.region.code for one in look.standings.regions]
    places = regions if look.is_part else [NATIONAL_CODE]
    return [
        _ages(look, regions, together=True),
        *(Question(fact, places, [quarter_of(on)], together=look.is_part) for fact in OF_A_QUARTER),
        Question(TURNED_18, regions, [quarter_of(on)]),
        Question(WAITING, regions, waiting_dates(on), together=True, steady=True),
    ]


def _of_region(look: Look, code: str) -> list[Question]:
    on, everywhere = look.moment.reference_date, [one.region.code for one in look.standings.every]
    return [
        _ages(look, [code]),
        _ages(look, everywhere, together=True),
        *(Question(fact, [code, NATIONAL_CODE], [quarter_of(on)]) for fact in OF_A_QUARTER),
        Question(WAITING, [code], waiting_dates(on)),
    ]


def _ages(look: Look, places: Collection[str], *, together: bool = False) -> Question:
    """There are no such figures of the country, so regions are added up."""
    on = look.moment.reference_date
    return Question(PHASES_BY_AGE, places, [on, quarter_of(on)], together=together)
