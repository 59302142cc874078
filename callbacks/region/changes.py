"""What changed in this region since an earlier publication, corrections first; the whole list is a page of its own."""

from __future__ import annotations

from callbacks.parts.changed import change_row, in_order
from callbacks.parts.look import Look
from dashboard.address import region_path
from dashboard.components.change_list import by_kind, change_table
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, day
from dashboard.pages.changes import PATH as CHANGES
from queries.compared import REVISED, Change
from queries.reader import Publication
from queries.region_standing import RegionStanding

MOST = 12


def card(look: Look, standing: RegionStanding) -> HtmlCard:
    since = look.since
    if since is None:
        first = Empty(_("changes.first"), _("changes.first_reason"), hatch="doet_niet_mee")
        return HtmlCard(_("changes.card.title_first"), "", (), empty=first)
    own = in_order(one for one in look.changes if one.region_code == standing.region.code)
    found = sorted(own, key=lambda one: one.kind != REVISED)
    told = {"before": since.number, "number": look.reader.publication.number}
    groups = by_kind([change_row(look, one) for one in found[:MOST]])
    return HtmlCard(
        title=_title(found, since),
        subtitle=_("changes.card.subtitle_own", **told),
        body=[change_table(_("changes.card.caption"), groups, with_who=False)],
        link=_link(look, standing, len(found)),
        empty=None if found else _none(since, look.reader.publication),
    )


def _title(found: list[Change], since: Publication) -> str:
    if not found:
        return _("changes.card.title_none", date=day(since.published_on))
    return _("changes.card.title_own", n=len(found), date=day(since.published_on))


def _link(look: Look, standing: RegionStanding, count: int) -> Link:
    """Also without a change: from there an earlier publication can be compared with."""
    text = _("changes.card.link", n=count) if count else _("changes.all")
    return Link(text, look.href(region_path(standing.region.code, CHANGES)))


def _none(since: Publication, now: Publication) -> Empty:
    reason = _("changes.none_reason", before=since.number, number=now.number)
    return Empty(_("changes.none", date=day(since.published_on)), reason, hatch="doet_niet_mee")
