"""A baseline is the first figure on or after the date asked for, and stays."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from warehouse.publish.indicator_counts import IndicatorCount
from warehouse.publish.promises import baselines, content_hash, targets

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
COUNTS = {("K06", "AM01", JUNE): IndicatorCount(40, 90, 1), ("K06", "AM01", JULY): IndicatorCount(55, 90, 1)}


def target(baseline_on: date, region: str = "AM01") -> dict[str, object]:
    return {
        "region_code": region,
        "indicator_code": "K06",
        "target_on": date(2027, 1, 1),
        "amount": 120.0,
        "baseline_on": baseline_on,
    }


def test_a_target_is_published_without_the_date_it_asks_its_baseline_for() -> None:
    assert targets([target(MAY)]) == [
        {"region_code": "AM01", "indicator_code": "K06", "target_on": date(2027, 1, 1), "amount": 120.0}
    ]


@pytest.mark.parametrize(("asked", "given", "amount"), [(MAY, JUNE, 40), (JUNE, JUNE, 40), (JULY, JULY, 55)])
def test_the_first_figure_on_or_after_the_date(asked: date, given: date, amount: int) -> None:
    (found,) = baselines([], [target(asked)], COUNTS)
    assert (found["baseline_on"], found["amount"]) == (given, amount)


def test_no_figure_no_baseline() -> None:
    assert baselines([], [target(date(2026, 8, 1)), target(MAY, region="AM02")], COUNTS) == []


def test_a_frozen_baseline_stays_when_its_target_changes_or_goes() -> None:
    frozen = baselines([], [target(MAY)], COUNTS)
    assert baselines(frozen, [target(JULY)], COUNTS) == frozen
    assert baselines(frozen, [], {}) == frozen


def test_the_hash_can_be_recomputed_by_anyone() -> None:
    expected = hashlib.sha256(b"AM01|K06|2026-06-01|40").hexdigest()
    assert content_hash("AM01", "K06", JUNE, 40.0) == expected
    assert baselines([], [target(MAY)], COUNTS)[0]["content_hash"] == expected
