"""Regions of other divisions, told as the labour-market regions that they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from queries.reader import Reader
from queries.regions import Crosswalk, Region, crosswalks


@dataclass(frozen=True)
class Area:
    """`parts` are the labour-market regions of which most young people (15-24) live in it.

    Fractions of young people: `within` of those of its parts lives in it, `reached` of its own lives in its parts.
    """

    region: Region
    parts: frozenset[str]
    within: float
    reached: float

    @property
    def is_exact(self) -> bool:
        return self.within == self.reached == 1


def areas(reader: Reader, others: Sequence[Region], day: date) -> list[Area]:
    """In the order of `others`. Each labour-market region is in one area of a division, so areas add up to the country;
    a region that holds the greater part of none has no figures of its own, and is left out.
    """
    walks = crosswalks(reader, {one.division_code for one in others}, day)
    found = [_area(walks[one.division_code], one) for one in others]
    return [one for one in found if one.parts]


def _area(walk: Crosswalk, region: Region) -> Area:
    persons = walk.persons.get(region.code, {})
    parts = frozenset(code for code in persons if walk.home_of(code) == region.code)
    inside = sum(persons[code] for code in parts)
    wholes, every = sum(map(walk.whole, parts)), sum(persons.values())
    return Area(region, parts, inside / (wholes or 1), inside / (every or 1))
