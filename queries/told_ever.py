"""What indicators without young people are made of, in every publication so far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from queries.deliveries import deliveries
from queries.experiments import experiments, seen_by
from queries.judged import Told
from queries.milestones import milestones
from queries.partners import partners
from queries.reader import Reader
from queries.sealed import Sealed

EXPERIMENTS = "experiments"
READ: Mapping[str, Callable[..., list[Any]]] = {
    "milestones": milestones,
    EXPERIMENTS: experiments,
    "partners": partners,
    "deliveries": deliveries,
}


def told_ever(reader: Reader, kind: str, regions: Collection[str], pilot_line: str | None) -> tuple[Told, Sealed[Told]]:
    """Of these regions and this pilot line: what may be seen, and what sums are made of."""
    with reader.everywhere() as wide:
        every = READ[kind](wide, reader.so_far[0])
    own = seen_by(reader, every) if kind == EXPERIMENTS else reader.access.own(every)
    asked = (kind, regions, pilot_line)
    return _told(own, *asked), Sealed(_told(every, *asked))


def _told(every: Iterable[Any], kind: str, regions: Collection[str], line: str | None) -> Told:
    """Deliveries are of no pilot line."""
    found = [one for one in every if one.region_code in regions]
    of_line = [one for one in found if line in (None, getattr(one, "pilot_line_code", line))]
    return Told(**{kind: of_line})
