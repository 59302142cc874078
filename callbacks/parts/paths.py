"""The small picture of a region: young people in sight as a percentage of what was expected."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.figures import sparkline
from dashboard.i18n import _, number, short_day
from queries.region_standing import IN_VIEW, RegionStanding


@dataclass(frozen=True)
class Image:
    """`source` is a data URI, `value` stands beside it and `note` under it."""

    source: str
    text: str
    value: str = ""
    note: str = ""


def image_of(standing: RegionStanding, width: int, height: int) -> Image:
    """A line when the region has figures for this date, else a hatch that tells why not."""
    if standing.gap:
        return _hatch(standing, standing.gap, width, height)
    share = standing.share_of_expected(IN_VIEW)
    if share is None:
        return _hatch(standing, "te_weinig", width, height)
    path = [value for day, value in standing.path() if day <= standing.moment.reference_date]
    text = _("paths.line", name=standing.region.name, share=number(round(share)))
    return Image(
        sparkline.sparkline(path, status=standing.status, width=width, height=height), text, f"{number(round(share))}%"
    )


def _hatch(standing: RegionStanding, gap: str, width: int, height: int) -> Image:
    last = standing.last_date
    words = _(f"paths.{gap}", date=short_day(last) if last else "")
    return Image(sparkline.hatch(gap, width, height), f"{standing.region.name}: {words}", note=words)
