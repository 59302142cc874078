"""The regions of who looks, those that need attention most first: why, what is done about it, and what is tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from callbacks.national import attention
from callbacks.parts.look import Look
from callbacks.parts.reasons import in_short
from callbacks.parts.terms import Terms
from dashboard.address import href, region_path
from dashboard.components.attention import AttentionRegion
from dashboard.components.own_regions import OwnRegions
from dashboard.components.text import Link
from dashboard.i18n import _
from dashboard.sought import EVERYTHING
from dashboard.sought import SUBJECT as EXPERIMENTS
from queries.region_standing import RegionStanding

WAITING = ("besluit", "stil", "geld")


def standings_of(look: Look) -> list[RegionStanding]:
    """None of who sees every region, or no region of their own."""
    codes = look.reader.access.regions or frozenset()
    found = [standing for code in sorted(codes) if (standing := look.standings.of(code))]
    return sorted(found, key=lambda one: (not _is_asked(look, one), -one.points()))


def _is_asked(look: Look, standing: RegionStanding) -> bool:
    """It has the pilot line that was chosen."""
    return standing in look.standings.regions


def regions(look: Look) -> OwnRegions | None:
    found = standings_of(look)
    if not found:
        return None
    return OwnRegions(_title(look, found), tuple(_region(look, one) for one in found))


def _title(look: Look, found: Sequence[RegionStanding]) -> str:
    concerned = sum(one.points() > 0 for one in found if _is_asked(look, one))
    if not concerned:
        return _("national.own.calm", n=len(found))
    return _("national.own.title", n=concerned, all=len(found)) if len(found) > 1 else _("national.own.title_one")


def _region(look: Look, standing: RegionStanding) -> AttentionRegion:
    """As among those of the country, but for what is not told of one that is calm, or has no part in this."""
    first = look.standings.attention()
    told = attention.region(look, standing, first.index(standing) + 1 if standing in first else None)
    is_told = standing.takes_part and _is_asked(look, standing)
    return replace(
        told,
        status=told.status if is_told else None,
        reason=_reason(look, standing),
        action=told.action if is_told and standing.concerns else "",
        waiting=_waiting(look, standing.region.code),
    )


def _reason(look: Look, standing: RegionStanding) -> str:
    if not standing.takes_part:
        return _("national.own.no_part")
    if not _is_asked(look, standing):
        return _("national.own.no_line")
    if standing.concerns:
        return in_short(standing)
    return _("national.own.unknown" if standing.leading_status == "onbekend" else "national.own.nothing")


def _waiting(look: Look, code: str) -> tuple[Link, ...]:
    """Experiments that wait for somebody, each kind with its list."""
    terms = Terms.of(look)
    counts = terms.counts((one for one in look.experiments if one.region_code == code), WAITING)
    path = region_path(code, EXPERIMENTS)
    return tuple(
        Link(
            _(f"national.own.waiting.{state}", n=count),
            f"{href(path, look.filters.but(sought=EVERYTHING.but(state=state)))}#lijst",
        )
        for state, count in counts.items()
        if count
    )
