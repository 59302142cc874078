"""The first message of the outcomes: reading line, and how complete the figures are."""

from __future__ import annotations

from callbacks.outcomes.destinations import told_unknown
from callbacks.outcomes.ended_well import share
from callbacks.outcomes.here import Here
from callbacks.outcomes.lasting import lasting
from callbacks.parts import delivered, noticed
from dashboard.components.reading_line import ReadingLine
from dashboard.sentences.outcomes import OutcomeFacts, outcome_line
from queries.outcomes import ENDED_WELL
from queries.reader import NATIONAL_CODE
from warehouse.schema.calendar import months_before

A_YEAR = 12


def reading_line(here: Here) -> ReadingLine:
    look, standing = here.look, here.standing
    if standing is None:
        return ReadingLine(outcome_line(_facts(here)), delivered.coverage(look), notice=noticed.of_country(look))
    notice = noticed.of_region(look, standing.region.code)
    return ReadingLine(outcome_line(_facts(here)), delivered.of_region(look, standing), notice=notice)


def _facts(here: Here) -> OutcomeFacts:
    """Of young people of all ages together, whatever ages are chosen below it."""
    look = here.look
    now, then = (here.on(ENDED_WELL, day) for day in (here.day, months_before(here.day, A_YEAR)))
    exits = here.exits(here.code)
    return OutcomeFacts(
        name=here.name if here.standing or look.is_part else None,
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
