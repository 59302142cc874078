"""What needs attention now: three regions with the reason in one line; or how many, for who sees no region."""

from __future__ import annotations

from dash import html

from callbacks.parts.closed import closed
from callbacks.parts.look import Look
from callbacks.parts.paths import image_of
from callbacks.parts.reasons import action, in_short
from dashboard.address import region_path
from dashboard.components import attention
from dashboard.components.attention import AttentionRegion
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.status import status
from dashboard.components.text import Link
from dashboard.i18n import _, number
from queries.region_standing import RegionStanding

IMAGE_SIZE = (84, 40)
STATUSES = ("achter", "let_op", "op_koers")


def card(look: Look) -> HtmlCard:
    """For who sees every region."""
    found = look.standings.attention()
    link = Link(_("national.attention.rule"), f"{look.href('/definities')}#aandacht")
    if not found:
        calm = Empty(_("national.attention.none"), _("national.attention.none_reason"), hatch="doet_niet_mee")
        return HtmlCard(_("national.attention.title_none"), "", (), link=link, empty=calm)
    title = _("national.attention.title", n=len(found))
    rows = [region(look, one, at) for at, one in enumerate(found, start=1)]
    return attention.card(title, _("national.attention.subtitle"), rows, link=link)


def counted(look: Look) -> HtmlCard:
    """For who sees no region: of how many the figures are behind what they planned, and not of which."""
    found = look.standings.together.statuses()
    if not found:
        return HtmlCard(_("national.counted.title_closed"), "", (), empty=closed(look))
    unknown = len(look.standings.taking_part) - sum(found[code] for code in STATUSES)
    counts = {**{code: found[code] for code in STATUSES}, "onbekend": unknown}
    rows = [html.Li([status(code), html.Strong(number(count))]) for code, count in counts.items()]
    words = html.P(_("national.counted.whose"), className="card-method")
    title = _("national.counted.title", n=found["achter"], all=len(look.standings.taking_part))
    return HtmlCard(title, _("national.counted.subtitle"), [html.Ul(rows, className="counted-statuses"), words])


def region(look: Look, standing: RegionStanding, at: int | None) -> AttentionRegion:
    """`at` is the number that it has on the map."""
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
        number=at,
    )
