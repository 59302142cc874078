"""Everything that the demonstration ever published, of regions that differ: two small ones, and one that corrected.

`trajectmonitor attack --whole` does the same with every region.
"""

from __future__ import annotations

from tests.serving import Demonstration
from warehouse.attack.report import attack

CORRECTED, SMALL, SMALLEST = "AM01", "AM24", "AM35"


def test_four_publications_leave_every_small_count_four_values(demonstration: Demonstration) -> None:
    regions = (CORRECTED, SMALL, SMALLEST)
    told: list[str] = []
    verdict = attack(demonstration.intake, demonstration.warehouse, regions=regions, report=told.append)
    print(*told, verdict, sep="\n")
    assert verdict.passed
    assert verdict.small_leaves > 3_000
    assert verdict.naive.recovered > 500
    assert all(f"{code} (" in line for code, line in zip(regions, told, strict=True))
