"""Rows of what belongs to a pilot, each beside the pilot as it stood in the same publication."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, Table, case, func, select

from queries.reader import Publication, Reader
from warehouse.schema import published


@dataclass(frozen=True)
class OfPilots:
    """`rows` of a versioned table with `region_code` and `pilot_code`, and the `pilot` that each is joined with."""

    rows: Subquery
    pilot: Subquery
    newest: int

    @classmethod
    def of(cls, reader: Reader, table: Table, since: Publication | None) -> OfPilots:
        """Of the regions that may be seen: what others share has its pilot elsewhere."""
        rows, pilot = (reader.own(one, since).subquery() for one in (table, published.pilot))
        return cls(rows, pilot, reader.publication.number)

    def select(self, names: Collection[str], elsewhere: Mapping[str, ColumnElement[Any]]) -> Select[Any]:
        """Columns by their names; those that `elsewhere` names are not of the rows themselves."""
        columns = [elsewhere[name] if name in elsewhere else self.rows.c[name] for name in names]
        return select(*columns).join(self.pilot, self._is_own() & self._stood_then())

    def _is_own(self) -> ColumnElement[bool]:
        same_region = self.pilot.c.region_code == self.rows.c.region_code
        return same_region & (self.pilot.c.pilot_code == self.rows.c.pilot_code)

    def _stood_then(self) -> ColumnElement[bool]:
        last, newest = self.rows.c.last_publication, self.newest
        stood_in = case((last < newest, last), else_=newest)
        pilot = self.pilot.c
        return (pilot.first_publication <= stood_in) & (func.coalesce(pilot.last_publication, newest) >= stood_in)


def pilot_is_foreign(reader: Reader, pilot_code: str) -> bool:
    """Only regions that may not be seen have a pilot of this code. That there is one is public."""
    table = published.pilot
    with reader.everywhere() as wide:
        codes = {row.region_code for row in wide.rows(wide.own(table).where(table.c.pilot_code == pilot_code))}
    return bool(codes) and not any(map(reader.access.sees, codes))
