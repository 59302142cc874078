"""Why a figure is not there: which of the five signs says so, and in words why, since when and who acts."""

from __future__ import annotations

from dashboard.components.empty import Empty
from dashboard.i18n import _, day
from queries.region_standing import RegionStanding

SIGNS = {
    "wacht_op_akkoord": "niet_aangeleverd",
    "verouderd": "niet_aangeleverd",
    "doet_niet_mee": "niet_van_toepassing",
}


def sign_of(gap: str | None) -> str:
    """Several reasons share a sign; without a reason the value itself is missing."""
    return SIGNS.get(gap, gap) if gap else "ontbreekt"


def word_of(gap: str | None) -> str:
    return _(f"figures.gap.{gap}") if gap else ""


def no_figures(standing: RegionStanding) -> Empty:
    """For a block of a region that has nothing to show for this reference date."""
    name = standing.region.name
    if standing.gap == "doet_niet_mee":
        return Empty(_("gaps.not_taking_part", name=name), _("gaps.not_taking_part_why"), hatch="doet_niet_mee")
    if standing.gap == "wacht_op_akkoord":
        return Empty(_("gaps.waiting", name=name), _("gaps.waiting_why"), _("gaps.waiting_acting"), hatch=standing.gap)
    since = _("gaps.since", date=day(standing.last_date)) if standing.last_date else _("gaps.never")
    return Empty(_("gaps.missing", name=name), since, _("gaps.acting"), hatch=standing.gap or "ontbreekt")
