"""Sums that pages read instead of facts. They are made from protected counts alone, so they need no protection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from warehouse.publish.facts import ProtectedCounts
from warehouse.publish.protect import Node
from warehouse.schema.lists import NATIONAL_CODE


@dataclass(frozen=True)
class Total:
    """`regions` is how many regions delivered what was added up: one for a region itself."""

    youths: Mapping[Node, int]
    regions: int


Totals = Mapping[tuple[str, date], Total]


def totals(counts: ProtectedCounts, levels: int) -> Totals:
    """Per region and date, and for the country per date, the sums down to so many levels below the root."""
    regional = {place: Total(_summed(leaves, levels), 1) for place, leaves in counts.items()}
    return {**regional, **_national(regional)}


def rows(found: Totals, date_name: str, code_names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for (region, day), total in found.items():
        for node, youths in total.youths.items():
            codes = dict(zip(code_names, node, strict=True))
            yield {"region_code": region, date_name: day, **codes, "youths": youths, "regions": total.regions}


def _summed(leaves: Mapping[Node, int], levels: int) -> Counter[Node]:
    sums: Counter[Node] = Counter()
    for leaf, youths in leaves.items():
        sums[leaf[:levels]] += youths
    return sums


def _national(regional: Totals) -> Totals:
    youths: dict[date, Counter[Node]] = {}
    regions: Counter[date] = Counter()
    for (_, day), total in regional.items():
        youths.setdefault(day, Counter()).update(total.youths)
        regions[day] += 1
    return {(NATIONAL_CODE, day): Total(summed, regions[day]) for day, summed in youths.items()}
