"""Of which place the changes are shown, and who told them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from callbacks.parts.changed import COMPUTED, in_order
from callbacks.parts.look import Look
from dashboard.address import href, region_path
from dashboard.i18n import _, day, short_day
from dashboard.pages import changes as page
from queries.change_counts import ChangeCounts
from queries.compared import Change
from queries.corrections import Correction
from queries.provenance import Source
from queries.reader import NATIONAL_CODE, Publication
from queries.region_standing import RegionStanding
from warehouse.schema.levels import LEVELS

STEERING_GROUP = LEVELS[1]


@dataclass(frozen=True)
class Here:
    """`standing` is None for the country; `told_by` are the approved deliveries of the regions that are shown."""

    look: Look
    standing: RegionStanding | None
    told_by: Sequence[Source]

    @cached_property
    def changes(self) -> list[Change]:
        code = self.standing.region.code if self.standing else None
        return in_order(one for one in self.look.changes if code in (None, one.region_code))

    @cached_property
    def counts(self) -> ChangeCounts:
        """Of this place; of the country those of every region."""
        if self.standing is None:
            return ChangeCounts.of_everyone(self.look.everyone)
        return ChangeCounts.of(self.changes, [self.standing.region.code])

    @cached_property
    def shown(self) -> list[Change]:
        """Of the kind that was chosen, or all."""
        return [one for one in self.changes if self.look.filters.kind in (None, one.kind)]

    def path_of(self, code: str, kind: str | None = None) -> str:
        """The page of what changed in a region; empty for what is no region of this division, which has none."""
        if self.look.standings.of(code) is None:
            return ""
        return href(region_path(code, page.PATH), self.look.filters.but(kind=kind))

    def places_of(self, changes: Iterable[Change]) -> list[tuple[str, str]]:
        """Code and name: the country first, then regions as people sort them, then others, then what is no more."""
        there = {one.region_code for one in changes}
        regions = [(one.region.code, one.region.name) for one in self.look.standings.every]
        others = [(one.code, one.name) for one in self.look.standings.others if one.code != NATIONAL_CODE]
        named = dict(((NATIONAL_CODE, _("frame.country")), *regions, *others))
        no_more = [(code, code) for code in sorted(there - named.keys())]
        return [*(pair for pair in named.items() if pair[0] in there), *no_more]

    def regions_in(self, changes: Iterable[Change]) -> int:
        """How many regions they are of; the country and provinces are none of them."""
        return len({one.region_code for one in changes} & {one.region.code for one in self.look.standings.every})

    @property
    def publication(self) -> Publication:
        return self.look.reader.publication

    @property
    def compared(self) -> str:
        """Publicatie 3 (16 oktober 2026) vergeleken met publicatie 4 (18 november 2026); empty for the first one."""
        since, now = self.look.since, self.publication
        if since is None:
            return ""
        days = {"was": day(since.published_on), "now": day(now.published_on)}
        return _("changes.compared", before=since.number, number=now.number, **days)

    @property
    def nothing(self) -> str:
        """What is said when there is no change, or none of what may be seen."""
        since = self.look.since
        if since is None:
            return _("changes.first")
        return _("changes.none_seen" if self.counts.every else "changes.none", date=day(since.published_on))

    def who(self, change: Change) -> str:
        """The steering group that approved the delivery, or else who made the publication; and when."""
        if change.aspect in COMPUTED:
            return _("changes.why.computed")
        source = self._source(change)
        act = next((one for one in source.acts if one.code == STEERING_GROUP), None) if source else None
        came = change.publication
        by, on = (act.acted_by, act.acted_on) if act else (came.published_by, came.published_on)
        who = _("changes.list.who", by=by, date=short_day(on))
        return _("changes.list.came", who=who, number=came.number) if self._is_long else who

    def _source(self, change: Change) -> Source | None:
        """Of a revised figure the correction, else the newest delivery that came in the same publication."""
        own = [
            one
            for one in self.told_by
            if (one.region_code, one.first_publication) == (change.region_code, change.publication.number)
        ]
        correction = Correction.of(change, self.look.corrections)
        asked = correction and (correction.reference_date, correction.version)
        newest = max(own, key=lambda one: (one.reference_date, one.version), default=None)
        return next((one for one in own if (one.reference_date, one.version) == asked), newest)

    @property
    def _is_long(self) -> bool:
        """More than one publication came since then, so each change says in which it came."""
        return self.look.since != self.look.reader.previous
