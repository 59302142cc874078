"""How trajectories end and whether that lasts, in the country or in one region: what the page asks and shows."""

from __future__ import annotations

import dash

from callbacks.outcomes import (
    compared,
    destinations,
    domains,
    ended_well,
    heat,
    lasting,
    regions,
    returned,
    summary,
    voices,
)
from callbacks.outcomes.here import Here
from callbacks.parts import early_leavers, frame, sturdy, widths
from callbacks.parts.look import Look, look
from callbacks.parts.page import OpenReader, Page, standing_at
from dashboard.address import Filters, href, is_of_country
from dashboard.ids import Context
from dashboard.pages import outcomes as page
from dashboard.titles import heading_of
from queries.outcomes import ENDED_WELL, RELAPSED, STILL_WELL
from queries.outcomes_together import Asked, outcomes_of_country
from queries.reader import NATIONAL_CODE, Reader
from queries.region_standing import RegionStanding
from warehouse.schema.calendar import months_before

BACK_MONTHS = 24
INDICATORS = (ENDED_WELL, STILL_WELL, RELAPSED)


def show(reader: Reader, filters: Filters, path: str) -> page.View:
    seen = look(reader, filters, narrowed=is_of_country(path))
    standing = standing_at(seen, path, page.PATH)
    here = _here(seen, standing)
    left_school = early_leavers.series(seen)
    return page.View(
        address=href(path, seen.filters),
        frame=frame.around(seen, path, heading_of(path) or "", choices=Context.OF_OUTCOMES),
        reading=summary.reading_line(here),
        tiles=summary.tiles(here),
        destinations=sturdy.figure_card(lambda: destinations.card(here)),
        age_band=destinations.choice(here),
        lasting=sturdy.figure_card(lambda: lasting.card(here)),
        ended_well=sturdy.figure_card(lambda: ended_well.card(here)),
        funnel=None if here.is_closed else sturdy.figure_card(lambda: compared.card(here)),
        peers=compared.choice(here),
        early_leavers=sturdy.figure_card(lambda: early_leavers.card(seen, left_school, width=widths.HALF)),
        returned=sturdy.figure_card(lambda: returned.card(here)),
        domains=sturdy.figure_card(lambda: domains.card(here)),
        domains_of_regions=sturdy.html_card(lambda: heat.card(here)),
        voices=sturdy.figure_card(lambda: voices.card(here)),
        regions=None if here.is_closed else sturdy.html_card(lambda: regions.card(here)),
    )


def _here(seen: Look, standing: RegionStanding | None) -> Here:
    """A region beside the country; a part of the country is added up from its regions."""
    day, is_part = seen.moment.reference_date, seen.is_part and standing is None
    regions = [one.region.code for one in (seen.standings.regions if is_part else seen.standings.every)]
    followed = regions if is_part else [NATIONAL_CODE, *([standing.region.code] if standing else [])]
    asked = Asked(day, INDICATORS, months_before(day, BACK_MONTHS), returned.periods(day), regions, is_part, followed)
    return Here(seen, standing, *outcomes_of_country(seen.reader, asked))


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    Page("outcomes", page.PATH, open_reader, show, page.layout).register()
    Page("outcomes_of_region", page.PATH_OF_REGION, open_reader, show, page.layout).register()
