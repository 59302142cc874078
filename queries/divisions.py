"""The same figures in another division than the one in which regions deliver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from queries.reader import Reader
from queries.regions import Crosswalk, Region, crosswalks
from queries.standing import Standings

ROUNDING_BASE = 5


@dataclass(frozen=True)
class DivisionCount:
    """`covered`: percentage of its young people (15-24) who live where figures are; `exact`: nothing was split."""

    region: Region
    numerator: int
    denominator: int
    covered: float
    exact: bool


def in_division(reader: Reader, standings: Standings, division_code: str, indicator_code: str) -> list[DivisionCount]:
    """Protected counts divided over another division by where young people live; together they are the same total."""
    walk = crosswalks(reader, [division_code], standings.moment.reference_date)[division_code]
    found = {one.region.code: count for one in standings.regions if (count := one.count(indicator_code))}
    numerators = _divided(walk, {code: count.numerator for code, count in found.items()})
    denominators = _divided(walk, {code: count.denominator for code, count in found.items()})
    return [
        DivisionCount(
            region,
            numerators[region.code],
            denominators[region.code],
            walk.covered(region.code, found.keys()),
            walk.is_exact(region.code),
        )
        for region in standings.others
        if region.division_code == division_code
    ]


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
