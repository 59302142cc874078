"""What every page needs to know first: who looks, at what, and how the regions stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dashboard.address import Filters, href
from dashboard.clock import today
from dashboard.i18n import _, day, labelled
from dashboard.recent import Recent
from queries.areas import Area, areas
from queries.compared import Change
from queries.corrections import Correction
from queries.experiments import Experiment
from queries.ground import Chosen, Ground, ground, ground_of_everyone
from queries.obstacles import Obstacle
from queries.reader import Publication, Reader
from queries.reference import Reference, Rules, reference
from queries.region_standing import Moment
from queries.sealed import Sealed
from queries.standing import Standings

NOTICE_DAYS = 90


Where = tuple[object, ...]
_LISTS: Recent[Where, Reference] = Recent(16)
_GROUNDS: Recent[Where, Ground] = Recent(16)
_OF_EVERYONE: Recent[Where, Sealed[Ground]] = Recent(16)
_AREAS: Recent[Where, tuple[Area, ...]] = Recent(16)


@dataclass(frozen=True)
class Look:
    """`experiments` and open `obstacles` are of all regions that this user may see; of `everyone` sums are made."""

    reader: Reader
    filters: Filters
    reference: Reference
    standings: Standings
    experiments: tuple[Experiment, ...]
    obstacles: tuple[Obstacle, ...]
    changes: tuple[Change, ...]
    corrections: tuple[Correction, ...]
    everyone: Sealed[Ground]
    areas: tuple[Area, ...] = ()

    @property
    def area(self) -> Area | None:
        """To which the country is narrowed."""
        return next((one for one in self.areas if one.region.code == self.filters.area), None)

    @property
    def country_name(self) -> str:
        """Or of the part of it that is told in its place."""
        where = self.area.region.name if self.area else _("frame.country")
        return _("frame.of_line", where=where) if self.filters.pilot_line else where

    @property
    def nationally(self) -> str:
        """What stands beside a figure of a region: of all regions, or of those with the pilot line that was chosen."""
        line = self.filters.pilot_line
        return _("frame.nationally_of_line", line=line) if line else _("frame.nationally")

    @property
    def is_part(self) -> bool:
        """The country is told as the regions of one pilot line, of one area, or of both."""
        return self.area is not None or self.filters.pilot_line is not None

    @property
    def since(self) -> Publication | None:
        """The publication that is compared with; None when this is the first."""
        return _compared(self.reader, self.filters.since)

    @property
    def moment(self) -> Moment:
        return self.standings.moment

    @property
    def rules(self) -> Rules:
        return self.reference.rules

    @property
    def now(self) -> date:
        """The day from which age is counted: the real one for real figures, the day of publication for others."""
        publication = self.reader.publication
        if publication.demonstration or not self.reader.is_newest:
            return publication.published_on
        return max(today(), publication.published_on)

    @property
    def days_old(self) -> int:
        return (self.now - self.moment.reference_date).days

    @property
    def is_covered(self) -> bool:
        """Enough of the regions that take part are in the totals."""
        taking_part = len(self.standings.taking_part)
        return taking_part > 0 and 100 * self.standings.together.present >= self.rules.coverage_from * taking_part

    @property
    def noticed(self) -> list[Correction]:
        """Corrections that are young enough to be told of on every page that they touch."""
        return [one for one in self.corrections if (self.now - one.publication.published_on).days <= NOTICE_DAYS]

    def label(self, kind: str, code: str) -> str:
        return labelled(self.reference.label(kind, code))

    def href(self, path: str) -> str:
        """Another page with the same choices, but for those that belong to this page alone."""
        return href(path, self.filters)

    def definition(self, indicator_code: str) -> str:
        return f"{self.href('/definities')}#{indicator_code}"

    def reference_day(self) -> str:
        return day(self.moment.reference_date)


def look(reader: Reader, filters: Filters, *, whole: bool = True, narrowed: bool = False) -> Look:
    """What does not exist is not chosen, and not kept either.

    Not `whole` is for a page that asks how the regions stand, and nothing of experiments, obstacles and changes.
    `narrowed` is for a page on which the country can be narrowed to an area.
    """
    where = (*_stand(reader), reader.access)
    lists = _LISTS.get_or_make(_stand(reader), lambda: reference(reader))
    line = filters.pilot_line if filters.pilot_line in lists.lists["pilot_line"] else None
    since = _compared(reader, filters.since)
    found = _ground(reader, lists, where, Chosen(line, filters.reference_date, since, whole))
    there = _areas(reader, lists.rules, where, found.standings) if narrowed else ()
    area = next((one for one in there if one.region.code == filters.area), None)
    seen = found.standings.within(area.parts) if area else found.standings
    existing = filters.but(
        pilot_line=line,
        publication=filters.publication if filters.publication == reader.publication.number else None,
        reference_date=filters.reference_date if filters.reference_date in found.standings.dates else None,
        since=since.number if since and since != reader.previous else None,
        area=filters.area if area else None,
    )
    return Look(
        reader,
        existing,
        lists,
        seen,
        found.experiments,
        found.obstacles,
        found.changes,
        found.corrections,
        found.everyone or Sealed(found),
        there,
    )


def _areas(reader: Reader, rules: Rules, where: Where, found: Standings) -> tuple[Area, ...]:
    """Those that their regions cover well enough to be told by them."""
    day, least = found.moment.reference_date, rules.area_overlap_from / 100
    every = _AREAS.get_or_make((*where, day), lambda: tuple(areas(reader, found.others, day)))
    sums = {one.region.code for one in found.every if one.takes_part}
    told = (one for one in every if reader.access.may_tell(one.parts & sums))
    return tuple(one for one in told if min(one.within, one.reached) >= least)


def read_ahead(reader: Reader) -> None:
    """What every first look at this publication needs, before anybody looks: the lists, and what sums are made of."""
    lists = _LISTS.get_or_make(_stand(reader), lambda: reference(reader))
    _everyone(reader, lists, Chosen(None, None, reader.previous))


def _stand(reader: Reader) -> Where:
    """Of what is the same for whoever looks at this publication."""
    return (reader.connection.engine, reader.publications, reader.publication)


def _compared(reader: Reader, wanted: int | None) -> Publication | None:
    """The publication with that number, if it is an earlier one; else the previous one."""
    return next((one for one in reader.so_far[:-1] if one.number == wanted), reader.previous)


def _ground(reader: Reader, lists: Reference, where: Where, chosen: Chosen) -> Ground:
    """A publication never changes, so what was read of it once is kept for whoever may see the same."""
    kept = _GROUNDS.get((*where, replace(chosen, whole=True))) or _GROUNDS.get((*where, chosen))
    found = kept or ground(reader, lists.rules, chosen, _everyone(reader, lists, chosen))
    if chosen.reference_date is not None and chosen.reference_date not in found.standings.dates:
        return _ground(reader, lists, where, replace(chosen, reference_date=None))
    return found if kept else _GROUNDS.keep((*where, chosen), found)


def _everyone(reader: Reader, lists: Reference, chosen: Chosen) -> Sealed[Ground]:
    """What sums are made of is the same for whoever asks."""
    where = _stand(reader)
    kept = _OF_EVERYONE.get((*where, replace(chosen, whole=True)))
    return kept or _OF_EVERYONE.get_or_make((*where, chosen), lambda: ground_of_everyone(reader, lists.rules, chosen))
