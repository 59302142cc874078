"""What every page needs to know first: who looks, at what, and how the regions stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.address import Filters, href
from dashboard.clock import today
from dashboard.i18n import day, labelled
from dashboard.recent import Recent
from queries.experiments import Experiment, experiments
from queries.obstacles import Obstacle, open_obstacles
from queries.reader import Reader
from queries.reference import Reference, Rules, reference
from queries.region_standing import Moment
from queries.standing import Standings, standings


@dataclass(frozen=True)
class Ground:
    """What the pages of one publication, date and pilot line have in common; nothing in it is of another line."""

    standings: Standings
    experiments: tuple[Experiment, ...]
    obstacles: tuple[Obstacle, ...]


Where = tuple[object, ...]
_LISTS: Recent[Where, Reference] = Recent(16)
_GROUNDS: Recent[Where, Ground] = Recent(16)


@dataclass(frozen=True)
class Look:
    """`experiments` and `obstacles` are of all regions that this user may see."""

    reader: Reader
    filters: Filters
    reference: Reference
    standings: Standings
    experiments: tuple[Experiment, ...]
    obstacles: tuple[Obstacle, ...]

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
        return taking_part > 0 and 100 * len(self.standings.present) >= self.rules.coverage_from * taking_part

    def label(self, kind: str, code: str) -> str:
        return labelled(self.reference.label(kind, code))

    def href(self, path: str) -> str:
        """Another page with the same choices, but for those that belong to this page alone."""
        return href(path, self.filters)

    def definition(self, indicator_code: str) -> str:
        return f"{self.href('/definities')}#{indicator_code}"

    def reference_day(self) -> str:
        return day(self.moment.reference_date)


def look(reader: Reader, filters: Filters) -> Look:
    """What does not exist is not chosen, and not kept either."""
    where = (reader.connection.engine, reader.publications, reader.publication, reader.access)
    lists = _LISTS.get_or_make(where, lambda: reference(reader))
    line = filters.pilot_line if filters.pilot_line in lists.lists["pilot_line"] else None
    ground = _ground(reader, lists, where, line, filters.reference_date)
    publication = filters.publication if filters.publication == reader.publication.number else None
    day = filters.reference_date if filters.reference_date in ground.standings.dates else None
    existing = filters.but(pilot_line=line, publication=publication, reference_date=day)
    return Look(reader, existing, lists, ground.standings, ground.experiments, ground.obstacles)


def _ground(reader: Reader, lists: Reference, where: Where, pilot_line: str | None, wanted: date | None) -> Ground:
    """A publication never changes, so what was read of it once is kept for whoever may see the same."""
    ground = _GROUNDS.get((*where, pilot_line, wanted)) or _read(reader, lists, pilot_line, wanted)
    if wanted is not None and wanted not in ground.standings.dates:
        return _ground(reader, lists, where, pilot_line, None)
    return _GROUNDS.keep((*where, pilot_line, wanted), ground)


def _read(reader: Reader, lists: Reference, pilot_line: str | None, reference_date: date | None) -> Ground:
    return Ground(
        standings(reader, lists.rules, reference_date, pilot_line),
        tuple(one for one in experiments(reader) if pilot_line in (None, one.pilot_line_code)),
        tuple(one for one in open_obstacles(reader) if pilot_line in (None, one.pilot_line_code)),
    )
