"""The attack as a whole, on deliveries to two regions: what it finds, and that it finds a leak."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.areas import Areas
from tests.warehouse.publish.deliveries import AUGUST, changed, deliver, published, usual
from warehouse.attack.numbers import Number, published_numbers
from warehouse.attack.report import FEWEST_VALUES, Broken, Verdict, attack
from warehouse.attack.truth import ContradictionError, Leaf
from warehouse.publish.facts import PHASE_COUNT
from warehouse.publish.protect import Node

LEAF: Node = ("F2", "18-20")
MONTHS = 2


@pytest.fixture
def delivered(sqlite_areas: Areas) -> Areas:
    """Two regions, of which one corrects a count between two publications."""
    for region in ("AM01", "AM02"):
        deliver(sqlite_areas, region, AUGUST, months=MONTHS)
    published(sqlite_areas)
    more = changed("phase_count", "AM02", AUGUST, LEAF, 2)
    deliver(sqlite_areas, "AM02", AUGUST, months=MONTHS, figures=more)
    published(sqlite_areas)
    return sqlite_areas


def seen(areas: Areas) -> frozenset[Number]:
    with areas.warehouse.connect() as connection:
        return published_numbers(connection)


def test_nothing_published_gives_a_small_leaf_away(delivered: Areas) -> None:
    told: list[str] = []
    verdict = attack(delivered.intake, delivered.warehouse, report=told.append)
    assert verdict.passed
    assert verdict.least_values is not None
    assert verdict.least_values >= FEWEST_VALUES
    assert verdict.regions == ("AM01", "AM02")
    assert [line.split(":")[0] for line in told] == ["AM01 (1 van 2)", "AM02 (2 van 2)"]


def test_hiding_alone_gives_many_away(delivered: Areas) -> None:
    verdict = attack(delivered.intake, delivered.warehouse)
    assert 0 < verdict.naive.recovered < verdict.naive.hidden == verdict.small_leaves


def test_regions_can_be_chosen(delivered: Areas) -> None:
    verdict = attack(delivered.intake, delivered.warehouse, regions=["AM02"])
    assert verdict.regions == ("AM02",)
    assert verdict.worst is not None
    assert verdict.worst.region_code == "AM02"


def test_the_exact_count_of_one_small_leaf_makes_it_fail(delivered: Areas) -> None:
    """As a page would show it that forgot to protect it."""
    everything = seen(delivered)
    exact = usual("phase_count", "AM01", AUGUST)[LEAF]
    assert exact % PHASE_COUNT.base, "who sees a multiple cannot know that it is exact"
    place = ("AM01", frozenset({("phase_count", AUGUST, LEAF)}))
    leaf = next(one for one in everything if (one.region_code, one.parts) == place)
    verdict = attack(delivered.intake, delivered.warehouse, numbers=everything | {replace(leaf, youths=exact)})
    assert not verdict.passed
    assert (verdict.least_values, verdict.worst) == (1, Leaf("phase_count", "AM01", AUGUST, LEAF, 1))
    assert verdict.numbers == attack(delivered.intake, delivered.warehouse).numbers + 1


def test_a_number_of_the_country_that_is_no_sum_is_refused(delivered: Areas) -> None:
    everything = seen(delivered)
    country = next(number for number in everything if number.region_code == "NL01")
    wrong = everything - {country} | {replace(country, youths=country.youths + 5)}
    with pytest.raises(ContradictionError):
        attack(delivered.intake, delivered.warehouse, numbers=wrong)


def test_a_number_of_a_region_that_the_method_cannot_give_is_refused(delivered: Areas) -> None:
    everything = seen(delivered)
    region = next(number for number in everything if number.region_code == "AM01" and len(number.parts) == 1)
    with pytest.raises(ContradictionError):
        attack(delivered.intake, delivered.warehouse, numbers=everything | {replace(region, youths=7003)})


def test_without_small_leaves_there_is_nothing_to_find(sqlite_areas: Areas) -> None:
    deliver(sqlite_areas, "AM01", AUGUST, figures=lambda table, region, month: {LEAF: 20})
    published(sqlite_areas)
    verdict = attack(sqlite_areas.intake, sqlite_areas.warehouse)
    assert (verdict.small_leaves, verdict.least_values, verdict.worst, verdict.passed) == (0, None, None, True)
    assert verdict.naive == Broken(hidden=0, recovered=0)


@pytest.mark.parametrize(("least", "passed"), [(None, True), (FEWEST_VALUES, True), (FEWEST_VALUES - 1, False)])
def test_a_verdict_passes_from_four_values_on(least: int | None, passed: bool) -> None:
    assert Verdict(1, 1, 1, least, None, ("AM01",), Broken(1, 1)).passed is passed
