"""The same figures in another division than the one in which regions deliver."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from queries.reader import Access, Reader
from queries.regions import Crosswalk, Region, crosswalks
from queries.standing import Standings

ROUNDING_BASE = 5
# With a larger part of its young people in one region, the figure of an area is that of this region.
NEARLY_ALL = 0.8


@dataclass(frozen=True)
class DivisionCount:
    """`covered`: percentage of its young people (15-24) who live where figures are; `exact`: nothing was split.

    What is not `seen` would tell the figure of a labour-market region that may not be seen.
    """

    region: Region
    numerator: int
    denominator: int
    covered: float
    exact: bool
    seen: bool = True


def in_division(reader: Reader, standings: Standings, division_code: str, indicator_code: str) -> list[DivisionCount]:
    """Protected counts divided over another division by where young people live; together they are the same total."""
    walk = crosswalks(reader, [division_code], standings.moment.reference_date)[division_code]
    there = standings.together.whole.for_sums.regions
    found = {one.region.code: count for one in there if (count := one.count(indicator_code))}
    hidden = set() if reader.access.sees_everything else _hidden(reader.access, walk, found.keys())
    numerators = _divided(walk, {code: count.numerator for code, count in found.items()})
    denominators = _divided(walk, {code: count.denominator for code, count in found.items()})
    return [
        DivisionCount(
            region,
            *((0, 0) if region.code in hidden else (numerators[region.code], denominators[region.code])),
            walk.covered(region.code, found.keys()),
            walk.is_exact(region.code),
            region.code not in hidden,
        )
        for region in standings.others
        if region.division_code == division_code
    ]


def _hidden(access: Access, walk: Crosswalk, there: Collection[str]) -> set[str]:
    """What is as good as the row of one region that may not be seen; and so that it cannot be taken off the total, one
    beside it when it is the only one."""
    parts = {
        other: {code: persons for code, persons in found.items() if code in there}
        for other, found in walk.persons.items()
    }
    told = {other: found for other, found in parts.items() if found}
    hidden = {other for other, found in told.items() if not access.may_tell(_weighty(found))}
    if len(hidden) == 1:
        others = sorted((len(found), other) for other, found in told.items() if other not in hidden)
        hidden |= {other for _size, other in others[:1]}
    return hidden


def _weighty(found: Mapping[str, int]) -> Collection[str]:
    """The regions that it is of: one alone when nearly all of its young people live there."""
    largest = max(found, key=lambda code: found[code])
    return [largest] if found[largest] > NEARLY_ALL * sum(found.values()) else found.keys()


def _divided(walk: Crosswalk, counts: Mapping[str, int]) -> dict[str, int]:
    """Multiples of five that add up to the whole: what is left over goes to the largest remainders."""
    shares = {
        other: sum(walk.share(other, code) * counts[code] for code in parts if code in counts) / ROUNDING_BASE
        for other, parts in walk.persons.items()
    }
    divided = {other: int(share) for other, share in shares.items()}
    left = sum(counts.values()) // ROUNDING_BASE - sum(divided.values())
    for other in sorted(shares, key=lambda code: (divided[code] - shares[code], code))[:left]:
        divided[other] += 1
    return {other: ROUNDING_BASE * fives for other, fives in divided.items()}
