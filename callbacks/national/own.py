"""The regions of who looks, those that need attention most first."""

from __future__ import annotations

from callbacks.parts.look import Look
from callbacks.parts.reasons import in_short
from dashboard.address import region_path
from dashboard.components.own_regions import OwnRegion
from dashboard.i18n import _
from queries.region_standing import RegionStanding


def regions(look: Look) -> tuple[OwnRegion, ...]:
    """None of who sees every region, or no region of their own."""
    codes = look.reader.access.regions or frozenset()
    found = [standing for code in sorted(codes) if (standing := look.standings.of(code))]
    return tuple(_region(look, one) for one in sorted(found, key=lambda one: -one.points()))


def _region(look: Look, standing: RegionStanding) -> OwnRegion:
    reason = in_short(standing) if standing.concerns else _("national.own.calm")
    return OwnRegion(
        name=standing.region.name,
        href=look.href(region_path(standing.region.code)),
        status=standing.leading_status if standing.takes_part else None,
        reason=reason if standing.takes_part else _("national.own.no_part"),
    )
