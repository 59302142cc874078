"""All that indicators which count no young people are made of."""

from __future__ import annotations

from dataclasses import replace

from queries.experiments import experiments, seen_by
from queries.judged import Told
from queries.partners import partners
from queries.reader import Reader
from queries.sealed import Sealed
from queries.together import Together


def everything_told(reader: Reader, together: Together, milestones: Told) -> tuple[Told, Sealed[Told]]:
    """In this publication and the one before it: what may be seen beside `milestones`, and what sums are made of."""
    since = reader.previous
    with reader.everywhere() as wide:
        tried, taking_part = experiments(wide, since), partners(wide, since)
    own = replace(milestones, experiments=seen_by(reader, tried), partners=reader.access.own(taking_part))
    return own, Sealed(replace(together.told.for_sums, experiments=tried, partners=taking_part))
