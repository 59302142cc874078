"""The attack itself, on the demonstration as everyone gets to see it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from dashboard.attack.telling import Told, told_by
from dashboard.cli.attacking import lines
from dashboard.settings import WebSettings
from tests.attack import verdict
from tests.attack.asking import asked_of
from tests.serving import Demonstration
from warehouse.attack.numbers import Number, published_numbers
from warehouse.attack.report import attack
from warehouse.publish.facts import FACTS
from warehouse.publish.protect import Node
from warehouse.schema.lists import NATIONAL_CODE

DEPTH = {fact.name: len(fact.codes) for fact in FACTS}
PUBLICATIONS = range(1, 5)
Place = tuple[int, str, str, date]
Leaves = Mapping[Place, Mapping[Node, int]]


@pytest.fixture(scope="module")
def told(settings: WebSettings) -> Told:
    with asked_of(settings) as asked:
        return told_by(asked.app, asked.watch, whole=False)


def places(number: Number) -> Iterator[Place]:
    for publication in filter(number.stood_in, PUBLICATIONS):
        yield from ((publication, table, number.region_code, day) for table, day, _ in number.parts)


@pytest.fixture(scope="module")
def leaves(demonstration: Demonstration) -> Leaves:
    """What was published of every leaf; of the country, the sum over regions."""
    with demonstration.warehouse.connect() as connection:
        numbers = published_numbers(connection)
    found: dict[Place, Counter[Node]] = defaultdict(Counter)
    for number in numbers:
        table, _, node = min(number.parts)
        if len(number.parts) == 1 and len(node) == DEPTH[table] and number.region_code != NATIONAL_CODE:
            for publication, table, region, day in places(number):
                for place in (region, NATIONAL_CODE):
                    found[publication, table, place, day][node] += number.youths
    return found


def total(number: Number, publication: int, leaves: Leaves) -> int:
    return sum(
        youths
        for table, day, node in number.parts
        for leaf, youths in leaves[publication, table, number.region_code, day].items()
        if leaf[: len(node)] == node
    )


def test_every_number_that_can_be_seen_is_the_sum_of_its_parts(told: Told, leaves: Leaves) -> None:
    sums = [
        (number, total(number, publication, leaves))
        for number in told.numbers
        for publication in filter(number.stood_in, PUBLICATIONS)
        if number.region_code != NATIONAL_CODE or _is_of_one_date(number)
    ]
    assert len(sums) > 20_000
    assert {number.region_code for number in told.numbers} >= {NATIONAL_CODE, *told.regions[:-1]}
    assert [(number, found) for number, found in sums if number.youths != found] == []


def _is_of_one_date(number: Number) -> bool:
    """Of several dates the country is the sum of regions that have them all, which the attack adds up."""
    return len({(table, day) for table, day, _node in number.parts}) == 1


def test_nothing_can_be_seen_that_was_not_published(told: Told, demonstration: Demonstration) -> None:
    with demonstration.warehouse.connect() as connection:
        assert told.numbers <= published_numbers(connection)
    assert told.answers > 1000


def test_every_small_count_keeps_four_possible_values(
    told: Told, demonstration: Demonstration, record_property: Callable[[str, object], None]
) -> None:
    found = attack(demonstration.intake, demonstration.warehouse, regions=told.regions, numbers=told.numbers)
    record_property(verdict.NAME, "\n".join(lines(told, found)))
    assert found.passed, found
    assert found.small_leaves > 1000
    assert found.naive.recovered > 0
