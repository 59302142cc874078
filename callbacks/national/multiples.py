"""All regions on one screen: each on its own path, those that need attention first."""

from __future__ import annotations

from collections import Counter

from callbacks.parts.closed import closed, of_own, own_only, sees_none
from callbacks.parts.frame import source
from callbacks.parts.look import Look
from callbacks.parts.paths import image_of
from dashboard.address import region_path
from dashboard.components import multiples
from dashboard.components.data_table import Column, TableData
from dashboard.components.html_card import HtmlCard
from dashboard.components.multiples import Multiple
from dashboard.i18n import _, number
from queries.region_standing import IN_VIEW, RegionStanding

IMAGE_SIZE = (112, 36)


def card(look: Look) -> HtmlCard:
    if sees_none(look):
        title = _("national.multiples.title_closed")
        return HtmlCard(title, "", (), sentence=title, empty=closed(look))
    first = look.standings.attention()
    shown = sorted((one for one in look.standings.regions if one.seen), key=lambda one: _order(one, first))
    statuses = Counter(one.status for one in shown)
    behind, careful = statuses["achter"], statuses["let_op"]
    return HtmlCard(
        title=of_own(look, _("national.multiples.title", n=behind, careful=careful)),
        subtitle=" · ".join(filter(None, (own_only(look), _("national.multiples.subtitle")))),
        body=(multiples.grid([_multiple(look, one, one in first) for one in shown]),),
        source=source(look, _("national.multiples.source")),
        sentence=_("national.multiples.sentence", n=behind, careful=careful, all=len(shown)),
        table=_table(shown),
    )


def _order(one: RegionStanding, first: list[RegionStanding]) -> tuple[int, float]:
    """The three of now, then the lowest share of what was expected; regions without one at the end."""
    if one in first:
        return (0, first.index(one))
    share = one.share_of_expected(IN_VIEW)
    return (2, 0) if one.gap or share is None else (1, share)


def _multiple(look: Look, standing: RegionStanding, is_first: bool) -> Multiple:
    image = image_of(standing, *IMAGE_SIZE)
    return Multiple(
        name=standing.region.name,
        href=look.href(region_path(standing.region.code)),
        image=image.source,
        image_text=image.text,
        value=image.value.removesuffix("%"),
        note=image.note,
        marked=is_first,
    )


def _table(shown: list[RegionStanding]) -> TableData:
    columns = (Column(_("national.multiples.region")), Column(_("national.multiples.share"), numeric=True))
    return TableData(_("national.multiples.caption"), columns, tuple(_row(one) for one in shown))


def _row(one: RegionStanding) -> tuple[str, str]:
    share = one.share_of_expected(IN_VIEW)
    gap = one.gap or "te_weinig"
    return (one.region.name, _(f"figures.gap.{gap}") if one.gap or share is None else f"{number(round(share))}%")
