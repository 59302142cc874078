"""Sums for pages, from protected counts."""

from __future__ import annotations

from datetime import date

from warehouse.publish import rollups
from warehouse.publish.facts import ProtectedCounts

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
COUNTS = ProtectedCounts(
    {
        ("AM01", MAY): {("F1", "16-17"): 5, ("F1", "18-20"): 10, ("F2", "16-17"): 0},
        ("AM02", MAY): {("F1", "16-17"): 20},
        ("AM02", JUNE): {("F1", "16-17"): 25},
    }
)


def test_a_region_is_summed_over_its_leaves() -> None:
    total = rollups.totals(COUNTS, levels=1)["AM01", MAY]
    assert (total.youths, total.regions) == ({("F1",): 15, ("F2",): 0}, 1)


def test_the_country_is_the_sum_of_who_delivered_that_date() -> None:
    found = rollups.totals(COUNTS, levels=1)
    assert (found["NL01", MAY].youths, found["NL01", MAY].regions) == ({("F1",): 35, ("F2",): 0}, 2)
    assert (found["NL01", JUNE].youths, found["NL01", JUNE].regions) == ({("F1",): 25}, 1)


def test_rows_carry_their_codes() -> None:
    found = list(rollups.rows(rollups.totals(COUNTS, levels=2), "period", ("from_code", "to_code")))
    row = {"region_code": "NL01", "period": MAY, "from_code": "F1", "to_code": "16-17", "youths": 25, "regions": 2}
    assert row in found
    assert len(found) == 3 + 1 + 1 + 3 + 1


def test_nothing_delivered_is_no_country_of_zero() -> None:
    assert rollups.totals(ProtectedCounts({}), levels=1) == {}
