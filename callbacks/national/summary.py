"""The first message of the national page: reading line, coverage and tiles."""

from __future__ import annotations

from collections.abc import Mapping

from callbacks.parts import delivered, noticed
from callbacks.parts.look import Look
from callbacks.parts.measures import engine, on_time_tile, status
from callbacks.parts.tiles import (
    of_country,
    unknown_share,
    youths_tile,
)
from dashboard.components.reading_line import ReadingLine
from dashboard.components.tile import Tile
from dashboard.i18n import _
from dashboard.sentences.national import NationalFacts, national_line
from queries.judged import ON_TIME
from queries.region_standing import IN_TRAJECTORY, IN_VIEW, PLACED


def reading_line(look: Look) -> ReadingLine:
    total, trajectory = look.standings.total(IN_VIEW), look.standings.total(IN_TRAJECTORY)
    measured = of_country(total)
    on_time = engine(look).measure(ON_TIME)
    facts = NationalFacts(
        regions=total.regions,
        of_line=look.filters.pilot_line is not None,
        in_view=measured.value,
        difference=measured.difference,
        noise=look.rules.change_noise_youths,
        in_view_status=look.rules.status(total.share_of_expected),
        in_trajectory_status=look.rules.status(trajectory.share_of_expected),
        on_time=on_time.value if look.moment.is_newest else None,
        norm=look.reference.norms[ON_TIME],
        on_time_status=status(look, on_time, None),
    )
    return ReadingLine(national_line(facts), delivered.coverage(look, delivered.LIST), notice=noticed.of_country(look))


def tiles(look: Look, ended: Mapping[str, int]) -> tuple[Tile, ...]:
    """`ended` are the young people whose trajectory ended, by destination."""
    where = _("tiles.where.country", n=len(look.standings.taking_part), present=look.standings.together.present)
    unknown = {PLACED: unknown_share(ended)}
    counted = (
        youths_tile(look, code, of_country(look.standings.total(code), unknown.get(code)), where=where)
        for code in (IN_VIEW, IN_TRAJECTORY, PLACED)
    )
    return (*counted, on_time_tile(look, where=_pilots(look)))


def _pilots(look: Look) -> str:
    pilots, regions = look.standings.together.pilots
    return _("tiles.where.pilots", n=pilots, regions=regions)
