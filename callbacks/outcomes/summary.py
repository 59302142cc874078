"""The first message of the outcomes: reading line, and how complete the figures are."""

from __future__ import annotations

from callbacks.outcomes.destinations import told_unknown
from callbacks.outcomes.ended_well import share
from callbacks.outcomes.here import Here
from callbacks.outcomes.lasting import lasting
from callbacks.parts import delivered, measures, noticed
from callbacks.parts.tiles import national_beside as national_placed
from callbacks.parts.tiles import of_country, of_region, unknown_share, youths_tile
from dashboard.components.reading_line import ReadingLine
from dashboard.components.tile import Tile
from dashboard.i18n import _
from dashboard.sentences.outcomes import OutcomeFacts, outcome_line
from queries.outcomes import ENDED_WELL, RELAPSED, STILL_WELL
from queries.reader import NATIONAL_CODE
from warehouse.schema.calendar import months_before

A_YEAR = 12
FOLLOWED = (STILL_WELL, RELAPSED, "K12")


def reading_line(here: Here) -> ReadingLine:
    look, standing = here.look, here.standing
    if standing is None:
        return ReadingLine(
            outcome_line(_facts(here)), delivered.coverage(look, delivered.LIST), notice=noticed.of_country(look)
        )
    notice = noticed.of_region(look, standing.region.code)
    return ReadingLine(outcome_line(_facts(here)), delivered.of_region(look, standing), notice=notice)


def tiles(here: Here) -> tuple[Tile, ...]:
    """Placed as the national page has it, then what came of it."""
    look, standing = here.look, here.standing
    unknown = unknown_share(here.exits(here.code))
    if standing:
        national, gap = national_placed(look, ENDED_WELL, standing), standing.gap
        of_place = of_region(standing, ENDED_WELL, unknown)
        placed = youths_tile(look, ENDED_WELL, of_place, region_code=here.region_code, national=national, gap=gap)
    else:
        where = _("tiles.where.country", n=len(look.standings.taking_part), present=look.standings.together.present)
        placed = youths_tile(look, ENDED_WELL, of_country(look.standings.total(ENDED_WELL), unknown), where=where)
    return (placed, *measures.tiles(look, FOLLOWED, standing))


def _facts(here: Here) -> OutcomeFacts:
    """Of young people of all ages together, whatever ages are chosen below it."""
    look = here.look
    now, then = (here.on(ENDED_WELL, day) for day in (here.day, months_before(here.day, A_YEAR)))
    exits = here.exits(here.code)
    return OutcomeFacts(
        name=here.name if here.standing or here.is_part else None,
        reference_date=here.day,
        regions=now.regions if here.code == NATIONAL_CODE and now else 0,
        takes_part=here.standing is None or here.standing.takes_part,
        ended=now.denominator if now else None,
        placed=share(now) if now else None,
        year_ago=share(then) if then else None,
        unknown=told_unknown(exits),
        too_unknown=look.rules.unknown_most,
        lasting=lasting(here),
    )
