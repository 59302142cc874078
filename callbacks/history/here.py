"""Of which value, and of which place, the history is told."""

from __future__ import annotations

from dataclasses import dataclass

from callbacks.parts.look import Look
from dashboard.address import region_path
from dashboard.components.text import Link
from dashboard.i18n import _, short_day
from dashboard.traced import Traced, history_path, name_of
from queries.provenance import Source
from queries.region_standing import RegionStanding
from warehouse.schema.levels import PUBLISHING


@dataclass(frozen=True)
class Here:
    """`standing` is None for the country."""

    look: Look
    value: Traced
    standing: RegionStanding | None

    @property
    def place(self) -> str:
        return self.standing.region.name if self.standing else _("history.country")

    @property
    def region_code(self) -> str | None:
        return self.standing.region.code if self.standing else None

    @property
    def standings(self) -> tuple[RegionStanding, ...]:
        """The region, or the regions that the country is the sum of."""
        return (self.standing,) if self.standing else self.look.standings.regions

    @property
    def is_sum(self) -> bool:
        """Of regions of which some may not be seen one by one."""
        return self.standing is None and not self.look.reader.access.sees_everything

    @property
    def name(self) -> str:
        return name_of(self.value)

    @property
    def back(self) -> Link:
        """To the page from which one came."""
        text = _("history.back", place=self.place) if self.standing else _("history.back_country")
        return Link(text, self.look.href(region_path(self.region_code) if self.region_code else "/"))

    def history(self, region_code: str | None, kind: str, *codes: str) -> str:
        """The page of another value, with the same choices."""
        return self.look.href(history_path(region_code, kind, *codes))

    def same_in(self, region_code: str) -> str:
        return self.history(region_code, self.value.kind, *self.value.codes)

    def delivery(self, source: Source) -> str:
        """Aanlevering Twente, 1 nov. 2026, versie 2."""
        date, version = short_day(source.reference_date), source.version
        return _("history.entry.delivery", region=self.place, date=date, version=version)

    def approved(self, source: Source) -> str:
        """By whom at the last level, and when."""
        last = next((act for act in source.acts if act.code == PUBLISHING), None)
        return f"{short_day(last.acted_on)} · {last.acted_by}" if last else "–"
