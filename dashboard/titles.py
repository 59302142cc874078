"""What a page is called: its heading, and its title with the name of the site. None of it asks the database."""

from __future__ import annotations

from dashboard.address import place_and_subject
from dashboard.figures.hexmap_ground import ground_of
from dashboard.i18n import _
from dashboard.pages import definitions, national
from queries.regions import LEADING_DIVISION

HEADINGS = {national.PATH: "national.heading", definitions.PATH: "definitions.heading"}


def heading_of(path: str) -> str | None:
    """None when no page has this address: regions that deliver, or could, are those on the map."""
    code, subject = place_and_subject(path)
    if code is None:
        return _(HEADINGS[path]) if path in HEADINGS else None
    found = ground_of(LEADING_DIVISION).regions.get(code) if subject == "/" else None
    return found.name if found else None


def title_of(path: str) -> str:
    return f"{heading_of(path) or _('missing.unknown.title')} · {_('shell.name')}"
