"""Of which place the outcomes are shown, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from callbacks.parts import frame
from callbacks.parts.closed import sees_none
from callbacks.parts.gaps import no_figures
from callbacks.parts.look import Look
from dashboard import printed
from dashboard.components.empty import Empty
from dashboard.components.text import Link
from dashboard.i18n import _, number
from dashboard.pages.outcomes import PATH
from queries.indicators import Count
from queries.outcomes import Answered, Assessed, Outcomes
from queries.reader import NATIONAL_CODE
from queries.region_standing import RegionStanding
from queries.trajectories import Movement


@dataclass(frozen=True)
class Here:
    """`standing` is None for the country; `counts` are those of indicators, of every place."""

    look: Look
    standing: RegionStanding | None
    counts: Sequence[Count]
    figures: Outcomes

    @property
    def code(self) -> str:
        return self.standing.region.code if self.standing else NATIONAL_CODE

    @property
    def region_code(self) -> str | None:
        return self.standing.region.code if self.standing else None

    @property
    def name(self) -> str:
        return self.standing.region.name if self.standing else self.look.country_name

    @property
    def is_part(self) -> bool:
        """A part of the country stands in its place; beside a region stands the whole of it."""
        return self.standing is None and self.look.is_part

    @property
    def country_name(self) -> str:
        """Of the row that holds all regions together."""
        return self.look.country_name if self.is_part else _("outcomes.heat.country")

    @property
    def day(self) -> date:
        return self.look.moment.reference_date

    def source(self, what: str, regions: int | None = None) -> str:
        """`regions` as `frame.source` has it."""
        return frame.own_source(self.look, self.standing) if self.standing else frame.source(self.look, what, regions)

    @property
    def none(self) -> Empty:
        """For a figure that was not delivered: by this region, or by any."""
        if self.standing:
            return no_figures(self.standing)
        return Empty(_("outcomes.none"), _("outcomes.none_reason"), _("gaps.acting"))

    def too_few(self, delivered: bool) -> Empty:
        """For a share that is not there: of too few young people, or because nothing was delivered."""
        if not delivered:
            return self.none
        return Empty(_("outcomes.too_few"), _("outcomes.too_few_reason"), hatch="te_weinig")

    @cached_property
    def _counts(self) -> Mapping[tuple[str, str], list[Count]]:
        found: dict[tuple[str, str], list[Count]] = {}
        for one in self.counts:
            found.setdefault((one.indicator_code, one.region_code), []).append(one)
        return found

    def series(self, code: str, place: str | None = None) -> Sequence[Count]:
        """Of an indicator, up to this reference date."""
        return self._counts.get((code, place or self.code), [])

    def newest(self, code: str, place: str | None = None) -> Count | None:
        found = self.series(code, place)
        return found[-1] if found else None

    def on(self, code: str, day: date, place: str | None = None) -> Count | None:
        return next((one for one in self.series(code, place) if one.reference_date == day), None)

    @cached_property
    def _returns(self) -> Mapping[str, list[Movement]]:
        found: dict[str, list[Movement]] = {}
        for one in self.figures.returns:
            found.setdefault(one.region_code, []).append(one)
        return found

    def returns(self, place: str) -> list[Movement]:
        return self._returns.get(place, [])

    def assessed(self, place: str) -> Assessed | None:
        return next((one for one in self.figures.assessed if one.region_code == place), None)

    def answered(self, place: str) -> Answered | None:
        return next((one for one in self.figures.answered if one.region_code == place), None)

    def exits(self, place: str) -> Mapping[str, int]:
        """By destination; none when one of the twelve months was not delivered."""
        return self.figures.exits.get(place, {})

    @property
    def listed(self) -> Sequence[RegionStanding]:
        """The rows of a table of regions: all that may be seen, for a region itself; those stand one link away."""
        if self.standing:
            return (self.standing,)
        every = self.look.standings.regions if self.is_part else self.look.standings.every
        return [one for one in every if one.seen]

    @property
    def to_all(self) -> Link | None:
        """From a region to the table with all of them that may be seen, if there are more."""
        access = self.look.reader.access
        if self.standing is None or len(access.regions or ()) == 1:
            return None
        words = "all" if access.sees_everything else "own"
        return Link(_(f"outcomes.regions.{words}"), f"{self.look.href(PATH)}#regios")

    @property
    def is_closed(self) -> bool:
        """The rows are of regions, of which not one may be seen."""
        return self.standing is None and sees_none(self.look)

    @property
    def regions(self) -> list[RegionStanding]:
        """As people sort them: an order by outcome would be a ranking."""
        return self.look.standings.taking_part


def beside(here: Here, code: str) -> str:
    """The share of the country in brackets, for what is said of a region."""
    country = here.newest(code, NATIONAL_CODE) if here.standing else None
    share = printed.percentage(printed.share_of(country.numerator, country.denominator)) if country else None
    return f" {_('outcomes.nationally', share=share)}" if share else ""


def percent(value: float) -> str:
    return f"{number(round(value))}%"
