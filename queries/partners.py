"""The organisations that take part in the pilots, in the four groups of the entry rule of 2018."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.pilots import OfPilots
from queries.reader import Publication, Reader
from warehouse.schema import published


@dataclass(frozen=True)
class Partner:
    region_code: str
    pilot_code: str
    partner_kind_code: str
    organisation: str
    role: str | None
    since_on: date
    pilot_line_code: str
    first_publication: int
    last_publication: int | None


def partners(reader: Reader, since: Publication | None = None) -> list[Partner]:
    """In the order of pilots and groups; with `since` also what stood differently then."""
    found = OfPilots.of(reader, published.partner, since)
    rows = found.rows.c
    statement = found.select(Partner.__dataclass_fields__, {"pilot_line_code": found.pilot.c.pilot_line_code})
    order = (rows.region_code, rows.pilot_code, rows.partner_kind_code, rows.organisation, rows.first_publication)
    return [Partner(*row) for row in reader.rows(statement.order_by(*order))]
