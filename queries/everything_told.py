"""All that indicators which count no young people are made of."""

from __future__ import annotations

from dataclasses import replace

from queries.experiments import experiments
from queries.judged import Told
from queries.partners import partners
from queries.reader import Reader
from queries.sealed import Sealed
from queries.together import Together


def everything_told(reader: Reader, together: Together, milestones: Told) -> tuple[Told, Sealed[Told]]:
    """In this publication and the one before it: what may be seen beside `milestones`, and what sums are made of."""
    own = _with_more(reader, milestones)
    if reader.access.sees_everything:
        return own, Sealed(own)
    with reader.everywhere() as wide:
        return own, Sealed(_with_more(wide, together.told.for_sums))


def _with_more(reader: Reader, told: Told) -> Told:
    since = reader.previous
    return replace(told, experiments=experiments(reader, since), partners=partners(reader, since))
