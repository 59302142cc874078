"""The first message of a region's page: reading line, delivery, tiles, and what asks for attention."""

from __future__ import annotations

from collections.abc import Mapping

from callbacks.parts import delivered, noticed
from callbacks.parts.look import Look
from callbacks.parts.measures import on_time, on_time_tile
from callbacks.parts.tiles import (
    national_beside,
    of_region,
    unknown_share,
    youths_tile,
)
from dashboard.components.reading_line import ReadingLine
from dashboard.components.tile import Tile
from dashboard.i18n import _, number
from dashboard.sentences.region import RegionFacts, Signal, region_line
from queries.region_standing import IN_TRAJECTORY, IN_VIEW, PLACED, RegionStanding


def reading_line(look: Look, standing: RegionStanding, signal: Signal | None) -> ReadingLine:
    measured = of_region(standing, IN_VIEW)
    kept = [one for one in standing.milestones if one.cancelled_on is None]
    facts = RegionFacts(
        name=standing.region.name,
        reference_date=look.moment.reference_date,
        gap=standing.gap,
        last_date=standing.last_date,
        in_view=measured.value,
        difference=measured.difference,
        noise=look.rules.change_noise_youths,
        late=sum(one.expected_late_days(look.moment.today) > 0 for one in kept),
        milestones=len(kept) if look.moment.is_newest else None,
        signal=signal,
    )
    notice = noticed.of_region(look, standing.region.code)
    return ReadingLine(region_line(facts), delivered.of_region(look, standing), notice=notice)


def tiles(look: Look, standing: RegionStanding, ended: Mapping[str, int]) -> tuple[Tile, ...]:
    """`ended` are the young people whose trajectory ended, by destination."""
    unknown = {PLACED: unknown_share(ended)}
    counted = (
        youths_tile(
            look,
            code,
            of_region(standing, code, unknown.get(code)),
            region_code=standing.region.code,
            national=national_beside(look, code, standing),
            gap=standing.gap,
        )
        for code in (IN_VIEW, IN_TRAJECTORY, PLACED)
    )
    return (*counted, _on_time(look, standing))


def _on_time(look: Look, standing: RegionStanding) -> Tile:
    country = on_time(look)
    told = {"country": look.nationally}
    beside = _("region.on_time.national", share=number(round(country)), **told) if country is not None else ""
    pilots = len({one.pilot_code for one in standing.milestones})
    where = _("tiles.where.region_pilots", n=pilots, milestones=len(standing.milestones)) if pilots else ""
    return on_time_tile(look, standing.region.code, where=where, national=beside)
