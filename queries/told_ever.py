"""What indicators without young people are made of, in every publication so far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from queries.deliveries import deliveries
from queries.experiments import experiments
from queries.judged import Told
from queries.milestones import milestones
from queries.partners import partners
from queries.reader import Reader
from queries.sealed import Sealed

READ: Mapping[str, Callable[..., list[Any]]] = {
    "milestones": milestones,
    "experiments": experiments,
    "partners": partners,
    "deliveries": deliveries,
}


def told_ever(reader: Reader, kind: str, regions: Collection[str], pilot_line: str | None) -> tuple[Told, Sealed[Told]]:
    """Of these regions and this pilot line: what may be seen, and what sums are made of."""
    own = _read(reader, kind, regions, pilot_line)
    if reader.access.sees_everything:
        return own, Sealed(own)
    with reader.everywhere() as wide:
        return own, Sealed(_read(wide, kind, regions, pilot_line))


def _read(reader: Reader, kind: str, regions: Collection[str], line: str | None) -> Told:
    """Deliveries are of no pilot line."""
    found = [one for one in READ[kind](reader, reader.so_far[0]) if one.region_code in regions]
    of_line = [one for one in found if line in (None, getattr(one, "pilot_line_code", line))]
    return Told(**{kind: of_line})
