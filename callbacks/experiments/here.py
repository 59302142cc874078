"""Of which place experiments are shown, which of them were sought, and how they stood before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from callbacks.experiments.searched import fitting
from callbacks.parts import frame
from callbacks.parts.look import Look
from callbacks.parts.terms import Terms, existing
from dashboard.address import href, region_path
from dashboard.i18n import _
from dashboard.pages.experiments import PATH
from dashboard.sought import Sought, path_of
from queries.experiments import Experiment
from queries.judged import Told
from queries.region_standing import RegionStanding
from queries.search import EXPERIMENT, Found, found
from queries.tried import Tried, TriedByEveryone, TriedSums, tried

AT_A_TIME = 12


@dataclass(frozen=True)
class Here:
    """`standing` is None for the country; `every` are those of all places and pilot lines, `earlier` as they stood
    in the publication that is compared with, None when this is the first. Of `everyone` sums are made."""

    look: Look
    standing: RegionStanding | None
    every: Tried
    earlier: Tried | None
    everyone: TriedByEveryone

    @property
    def today(self) -> date:
        return self.look.moment.today

    @cached_property
    def terms(self) -> Terms:
        return Terms.of(self.look)

    @property
    def name(self) -> str:
        return self.standing.region.name if self.standing else _("frame.country")

    def name_of(self, region_code: str) -> str:
        found = self.look.standings.of(region_code)
        return found.region.name if found else region_code

    @cached_property
    def tried(self) -> Tried:
        """Of this place and pilot line."""
        return self._here(self.every)

    @cached_property
    def sums(self) -> TriedSums:
        """Of this place and pilot line; of the country those of every region, internal ones too."""
        if self.standing is None:
            return self.everyone.sums(self.look.reader.publication, self.terms)
        return self.tried.sums(self.terms)

    @cached_property
    def sums_before(self) -> TriedSums | None:
        since = self.look.since
        if since is None or self.before is None:
            return None
        return self.everyone.sums(since, self.terms) if self.standing is None else self.before.sums(self.terms)

    @cached_property
    def before(self) -> Tried | None:
        return self._here(self.earlier) if self.earlier else None

    def _here(self, tried: Tried) -> Tried:
        return Tried.of(self._own(tried.experiments))

    def _own(self, found: Iterable[Experiment]) -> Iterator[Experiment]:
        """Of this place and pilot line."""
        code = self.standing.region.code if self.standing else None
        line = self.look.filters.pilot_line
        own = (one for one in found if code in (None, one.region_code))
        return (one for one in own if line in (None, one.pilot_line_code))

    @property
    def told(self) -> Told:
        """What the engine of indicators counts: a row that stood in both publications once."""
        rows = list(dict.fromkeys([*self.every.experiments, *(self.earlier.experiments if self.earlier else ())]))
        return Told(experiments=list(self._own(rows)), family=rows)

    @cached_property
    def found(self) -> Sequence[Experiment]:
        """Those that were sought, in the order of the list; those with words in the order in which they fit these."""
        asked = existing(self.look.filters.sought, self.tried.experiments)
        fit = sorted((one for one in self.tried.experiments if self.terms.fits(asked, one)), key=self.terms.place)
        return fitting(self.worded, EXPERIMENT, {one.key: one for one in fit}) if asked.words else fit

    @cached_property
    def worded(self) -> Sequence[Found]:
        """Experiments and lessons of all places in which the sought words stand."""
        return found(self.look.reader, self.look.filters.sought.words or "")

    @property
    def pages(self) -> int:
        return max(-(-len(self.found) // AT_A_TIME), 1)

    @cached_property
    def sought(self) -> Sought:
        """What was chosen, as far as there is such an experiment here; and a part of the list that there is."""
        asked = existing(self.look.filters.sought, self.tried.experiments)
        return asked.but(page=min(asked.page, self.pages))

    def address(self, sought: Sought) -> str:
        """This page, with other experiments sought."""
        path = region_path(self.standing.region.code, PATH) if self.standing else PATH
        return href(path, self.look.filters.but(sought=sought))

    def href(self, one: Experiment) -> str:
        return self.look.href(path_of(*one.key))

    def source(self) -> str:
        if self.standing:
            return frame.own_source(self.look, self.standing)
        return frame.source(self.look, _("experiments.source"))


def here_of(look: Look, standing: RegionStanding | None) -> Here:
    rows, everyone = tried(look.reader, look.since, look.filters.pilot_line)
    now, since = look.reader.publication, look.since
    earlier = Tried.of(one for one in rows if since.holds(one)) if since else None
    return Here(look, standing, Tried.of(one for one in rows if now.holds(one)), earlier, everyone)
