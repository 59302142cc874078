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

    reference: Reference
    standings: Standings
    experiments: tuple[Experiment, ...]
    obstacles: tuple[Obstacle, ...]


_RECENT: Recent[tuple[object, ...], Ground] = Recent(16)


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
    """What does not exist is not chosen, nor read and kept."""
    whole = _ground(reader, None, None)
    line = filters.pilot_line if filters.pilot_line in whole.reference.lists["pilot_line"] else None
    publication = filters.publication if filters.publication == reader.publication.number else None
    day = filters.reference_date if filters.reference_date in whole.standings.dates else None
    existing = filters.but(pilot_line=line, publication=publication, reference_date=day)
    ground = _ground(reader, day, line)
    return Look(reader, existing, ground.reference, ground.standings, ground.experiments, ground.obstacles)


def _ground(reader: Reader, reference_date: date | None, pilot_line: str | None) -> Ground:
    """A publication never changes, so what was read of it once is kept for whoever may see the same."""
    where = (reader.connection.engine, reader.publications, reader.publication, reader.access)
    return _RECENT.get_or_make((*where, reference_date, pilot_line), lambda: _read(reader, reference_date, pilot_line))


def _read(reader: Reader, reference_date: date | None, pilot_line: str | None) -> Ground:
    lists = reference(reader)
    return Ground(
        lists,
        standings(reader, lists.rules, reference_date, pilot_line),
        tuple(one for one in experiments(reader) if pilot_line in (None, one.pilot_line_code)),
        tuple(one for one in open_obstacles(reader) if pilot_line in (None, one.pilot_line_code)),
    )
