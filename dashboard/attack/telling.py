"""All that an application tells, to everyone together."""

from __future__ import annotations

from dataclasses import dataclass

import dash
from sqlalchemy import Engine
from tqdm import tqdm

from dashboard.attack import collecting
from dashboard.attack.driving import Drive
from dashboard.attack.known import Known, known_in
from dashboard.attack.visitors import visitors
from dashboard.attack.watching import Watch
from warehouse.attack.numbers import Number

SAMPLE_OF_REGIONS, SAMPLE_OF_DATES = 2, 2


@dataclass(frozen=True)
class Told:
    """`regions` are those of which the pages were asked."""

    answers: int
    visitors: int
    regions: tuple[str, ...]
    numbers: frozenset[Number]


def told_by(app: dash.Dash, watch: Watch, *, whole: bool) -> Told:
    """Without `whole`, of some regions and dates. `watch` tells the application who asks."""
    engine: Engine = app.server.extensions["trajectmonitor"]["engine"]
    known = _known(engine, whole)
    everyone = visitors(known)
    asked = tqdm(Drive(app, watch, known).answers(everyone), unit="", disable=None)
    return Told(
        answers=sum(1 for _answer in asked),
        visitors=len(everyone),
        regions=known.regions,
        numbers=collecting.numbers(engine, watch.seen),
    )


def _known(engine: Engine, whole: bool) -> Known:
    known = known_in(engine)
    return known if whole else known.sampled(SAMPLE_OF_REGIONS, SAMPLE_OF_DATES)
