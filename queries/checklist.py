"""What partners of a pilot did of the list of actions for its first steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.pilots import OfPilots
from queries.reader import Publication, Reader
from warehouse.schema import published


@dataclass(frozen=True)
class PartnerAction:
    """An action that was begun; it is done from `done_on`, and `evidence` tells where that can be read."""

    region_code: str
    pilot_code: str
    action_code: str
    done_on: date | None
    evidence: str | None
    pilot_line_code: str
    first_publication: int
    last_publication: int | None


def partner_actions(reader: Reader, since: Publication | None = None) -> list[PartnerAction]:
    """In the order of pilots; with `since` also what stood differently then."""
    found = OfPilots.of(reader, published.partner_action, since)
    statement = found.select(PartnerAction.__dataclass_fields__, {"pilot_line_code": found.pilot.c.pilot_line_code})
    rows = found.rows.c
    in_order = statement.order_by(rows.region_code, rows.pilot_code, rows.action_code, rows.first_publication)
    return [PartnerAction(*row) for row in reader.rows(in_order)]
