"""What changed between two publications, in the country or in one region: what the page asks and shows."""

from __future__ import annotations

import dash

from callbacks.changes import corrections, listed, summary
from callbacks.changes.here import Here
from callbacks.parts import frame, sturdy
from callbacks.parts.look import look
from callbacks.parts.page import OpenReader, Page, standing_at
from dashboard.address import Filters, href
from dashboard.ids import Changes as Ids
from dashboard.ids import Context
from dashboard.pages import changes as page
from dashboard.titles import heading_of
from queries.corrections import revisions
from queries.provenance import deliveries_told
from queries.reader import Reader


def show(reader: Reader, filters: Filters, path: str) -> page.View:
    seen = look(reader, filters)
    standing = standing_at(seen, path, page.PATH)
    code = standing.region.code if standing else None
    here = Here(seen, standing, deliveries_told(reader, code))
    corrected = [one for one in seen.corrections if code in (None, one.region_code)]
    revised = revisions(reader, corrected)
    return page.View(
        address=href(path, seen.filters),
        frame=frame.around(seen, path, heading_of(path) or "", choices=Context.OF_CHANGES),
        reading=summary.reading_line(here),
        corrections=sturdy.html_card(lambda: corrections.card(here, corrected, revised)),
        kinds=sturdy.html_card(lambda: summary.kinds_card(here)),
        kind=listed.choice(here),
        listed=sturdy.html_card(lambda: listed.card(here)),
    )


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    """One callback for both: their parts are the same."""
    here = Page("changes", page.PATH, open_reader, show, page.layout)
    here.register()
    Page("changes_of_region", page.PATH_OF_REGION, open_reader, show, page.layout).register()
    here.follow_address(app, Ids.ADDRESS, page.outputs(), page.values)
