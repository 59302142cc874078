"""All that indicators which count no young people are made of."""

from __future__ import annotations

from dataclasses import replace

from queries.experiments import Experiment, experiments
from queries.judged import Told
from queries.partners import partners
from queries.reader import Reader
from queries.sealed import Sealed
from queries.together import Together


def everything_told(reader: Reader, together: Together, milestones: Told) -> tuple[Told, Sealed[Told]]:
    """In this publication and the one before it: what may be seen beside `milestones`, and what sums are made of."""
    with reader.everywhere() as wide:
        every = _with_more(wide, together.told.for_sums)
    if reader.access.sees_everything:
        return every, Sealed(every)
    return _with_more(reader, milestones, Sealed([*every.experiments])), Sealed(every)


def _with_more(reader: Reader, told: Told, tried: Sealed[list[Experiment]] | None = None) -> Told:
    since = reader.previous
    return replace(told, experiments=experiments(reader, since, tried), partners=partners(reader, since))
