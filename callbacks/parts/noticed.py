"""The line that tells, for some months, that figures on a page were corrected."""

from __future__ import annotations

from callbacks.parts.changed import names
from callbacks.parts.look import Look
from dashboard.address import region_path
from dashboard.components.reading_line import Notice
from dashboard.components.text import Link
from dashboard.i18n import _, short_day
from dashboard.pages import changes as page
from queries.corrections import Correction


def of_country(look: Look) -> Notice | None:
    """Names the regions: what they corrected is in the national figures too."""
    found = {one.region_code for one in look.noticed}
    listed = [one.region.name for one in look.standings.regions if one.region.code in found]
    if not listed:
        return None
    text = _("changes.notice.country", n=len(listed), names=names(listed), date=_newest(look.noticed))
    return Notice(text, _link(look, page.PATH))


def of_region(look: Look, region_code: str) -> Notice | None:
    own = [one for one in look.noticed if one.region_code == region_code]
    if not own:
        return None
    text = _("changes.notice.own", n=len(own), date=_newest(own))
    return Notice(text, _link(look, region_path(region_code, page.PATH)))


def _newest(found: list[Correction]) -> str:
    return short_day(max(one.publication.published_on for one in found))


def _link(look: Look, path: str) -> Link:
    return Link(_("changes.notice.link"), f"{look.href(path)}#{page.CORRECTIONS}")
