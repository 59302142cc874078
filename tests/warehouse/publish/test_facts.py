"""Counts per region and date are rounded by draws that know the region and not the date."""

from __future__ import annotations

from datetime import date

from tests.warehouse.publish.deliveries import KEY, leaves_of
from warehouse.publish.facts import EXIT_COUNT, PHASE_COUNT, protected, rows

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
COUNTS = dict.fromkeys(leaves_of("phase_count"), 12)
EXACT = {("AM01", MAY): COUNTS, ("AM01", JUNE): COUNTS, ("AM02", MAY): COUNTS}


def test_the_same_counts_give_the_same_figures_on_every_date() -> None:
    shown = protected(PHASE_COUNT, EXACT, KEY)
    assert shown["AM01", MAY] == shown["AM01", JUNE]


def test_regions_and_tables_are_rounded_apart() -> None:
    shown = protected(PHASE_COUNT, EXACT, KEY)
    assert shown["AM01", MAY] != shown["AM02", MAY]
    assert shown["AM01", MAY] != protected(EXIT_COUNT, EXACT, KEY)["AM01", MAY]


def test_rows_carry_region_date_and_codes() -> None:
    shown = protected(EXIT_COUNT, {("AM01", MAY): {("werk", "16-17"): 10}}, KEY)
    assert list(rows(EXIT_COUNT, shown)) == [
        {
            "region_code": "AM01",
            "reference_date": MAY,
            "destination_code": "werk",
            "age_band_code": "16-17",
            "youths": 10,
        }
    ]
