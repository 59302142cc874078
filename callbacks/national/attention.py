"""The three regions that need attention now, with the reason in one line each."""

from __future__ import annotations

from callbacks.parts.closed import closed, own_only, sees_none
from callbacks.parts.look import Look
from callbacks.parts.paths import image_of
from callbacks.parts.reasons import action, in_short
from dashboard.address import region_path
from dashboard.components import attention
from dashboard.components.attention import AttentionRegion
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _
from queries.region_standing import RegionStanding

IMAGE_SIZE = (84, 40)


def card(look: Look) -> HtmlCard:
    found, every = look.standings.attention(), look.reader.access.sees_everything
    link = Link(_("national.attention.rule"), f"{look.href('/definities')}#aandacht")
    if not found and sees_none(look):
        return HtmlCard(_("national.attention.title_closed"), "", (), link=link, empty=closed(look))
    if not found:
        reason = _("national.attention.none_reason") if every else own_only(look)
        calm = Empty(_("national.attention.none"), reason, hatch="doet_niet_mee")
        return HtmlCard(
            _("national.attention.title_none" if every else "national.attention.own_none"),
            "",
            (),
            link=link,
            empty=calm,
        )
    title = _("national.attention.title" if every else "national.attention.own", n=len(found))
    return attention.card(title, _("national.attention.subtitle"), [_region(look, one) for one in found], link=link)


def _region(look: Look, standing: RegionStanding) -> AttentionRegion:
    image = image_of(standing, *IMAGE_SIZE)
    acting = action(look, standing)
    return AttentionRegion(
        name=standing.region.name,
        href=look.href(region_path(standing.region.code)),
        status=standing.leading_status,
        reason=in_short(standing),
        action=acting.text,
        urgent=acting.urgent,
        image=image.source,
        image_text=image.text,
        value=image.value,
    )
