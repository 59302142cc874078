"""Numbers of the whole country tell nothing more than those of the regions, as long as they are sums of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from warehouse.attack.numbers import Number, Part
from warehouse.attack.truth import ContradictionError
from warehouse.schema.lists import NATIONAL_CODE

Place = tuple[int, frozenset[Part]]


def check_national(seen: Iterable[Number], published: Iterable[Number], publications: Iterable[int]) -> None:
    """ContradictionError when a number of the country is not the sum of what was published of the regions."""
    every = list(publications)
    sums = _sums(published, every)
    for number in seen:
        if number.region_code == NATIONAL_CODE:
            for place in _places(number, every):
                if sums.get(place) != number.youths:
                    raise ContradictionError(f"the regions add up to {sums.get(place)} in {place}, not to {number}")


def _sums(published: Iterable[Number], publications: list[int]) -> Mapping[Place, int]:
    """Rows that tell the same number twice, as a rollup does, are one."""
    regional: dict[tuple[str, Place], int] = {}
    for number in published:
        if number.region_code != NATIONAL_CODE:
            for place in _places(number, publications):
                regional[number.region_code, place] = number.youths
    sums: dict[Place, int] = {}
    for (_, place), youths in regional.items():
        sums[place] = sums.get(place, 0) + youths
    return sums


def _places(number: Number, publications: list[int]) -> Iterator[Place]:
    return ((p, number.parts) for p in publications if number.stood_in(p))
