"""What every page needs to know first: who looks, at what, and how the regions stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.address import Filters, href
from dashboard.clock import today
from dashboard.i18n import day, labelled
from queries.reader import Reader
from queries.reference import Reference, Rules, reference
from queries.region_standing import Moment
from queries.standing import Standings, standings


@dataclass(frozen=True)
class Look:
    reader: Reader
    filters: Filters
    reference: Reference
    standings: Standings

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


def look(reader: Reader, filters: Filters, region_code: str | None = None) -> Look:
    """With a region, series over time are there for that region alone. What does not exist is not chosen."""
    lists = reference(reader)
    line = filters.pilot_line if filters.pilot_line in lists.lists["pilot_line"] else None
    publication = filters.publication if filters.publication == reader.publication.number else None
    filters = filters.but(pilot_line=line, publication=publication)
    found = standings(reader, lists.rules, filters.reference_date, line, region_code)
    if filters.reference_date not in (None, *found.dates):
        return look(reader, filters.but(reference_date=None), region_code)
    return Look(reader, filters, lists, found)
