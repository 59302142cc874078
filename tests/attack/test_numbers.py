"""What a published row tells, and that no table is left out of the question."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.serving import Demonstration
from tests.warehouse.publish.deliveries import AUGUST
from warehouse.attack.numbers import (
    COUNTING,
    WITHOUT_COUNTS,
    Number,
    UnknownIndicatorError,
    UnknownTableError,
    numbers_of,
    published_numbers,
)
from warehouse.publish.facts import FACTS
from warehouse.publish.indicator_counts import Definition, terms
from warehouse.schema import published

STOCK, MOVES = "phase_count", "phase_flow"
K06 = Definition("K06", date(2024, 1, 1), None, STOCK, terms(STOCK, "F4"), terms(STOCK, "F3 F4"), 0)
PLACE = {"region_code": "AM01", "reference_date": AUGUST, "period": AUGUST, "first_publication": 2}


def told(table: str, **values: Any) -> tuple[Number, ...]:
    return numbers_of(table, {**PLACE, "last_publication": 3, **values}, [K06])


def expected(table: str, *nodes: tuple[str, ...], youths: int, last: int = 3) -> Number:
    return Number("AM01", frozenset((table, AUGUST, node) for node in nodes), 2, last, youths)


def test_every_table_is_said_to_count_young_people_or_not() -> None:
    assert {table.name for table in published.metadata.sorted_tables} == COUNTING.keys() | WITHOUT_COUNTS
    assert not COUNTING.keys() & WITHOUT_COUNTS


def test_a_table_of_which_nothing_is_said_is_refused_by_name() -> None:
    with pytest.raises(UnknownTableError, match="remark"):
        told("remark", youths=3)


def test_rows_of_facts_and_rollups_are_nodes_of_their_tree() -> None:
    phase, flow = {"phase_code": "F1", "youths": 15}, {"from_code": "F1", "to_code": "F2", "youths": 5}
    exits = {"destination_code": "werk", "youths": 20}
    assert told("phase_count", age_band_code="16-17", **phase) == (expected("phase_count", ("F1", "16-17"), youths=15),)
    assert told("phase_total", **phase) == (expected("phase_count", ("F1",), youths=15),)
    assert told("phase_flow", **flow) == told("flow_total", **flow) == (expected("phase_flow", ("F1", "F2"), youths=5),)
    assert told("exit_total", **exits) == (expected("exit_count", ("werk",), youths=20),)


def test_an_indicator_tells_its_numerator_and_its_denominator() -> None:
    assert told("indicator_count", indicator_code="K06", numerator=10, denominator=25) == (
        expected("phase_count", ("F4",), youths=10),
        expected("phase_count", ("F3",), ("F4",), youths=25),
    )


def test_an_indicator_may_add_up_months_and_a_stock_of_another_table() -> None:
    since = date(2024, 1, 1)
    reach = Definition("K03", since, None, MOVES, terms(MOVES, "F1>F2"), terms(MOVES, "phase_count:F1"), 3)
    row = {**PLACE, "last_publication": 3, "indicator_code": "K03", "numerator": 40, "denominator": 95}
    numerator, denominator = numbers_of("indicator_count", row, [reach])
    months = [date(2026, month, 1) for month in (5, 6, 7)]
    assert numerator.parts == {("phase_flow", month, ("F1", "F2")) for month in months}
    assert denominator.parts == {("phase_count", months[0], ("F1",))}


def test_a_baseline_tells_of_the_publication_in_which_it_was_frozen_alone() -> None:
    row = {"baseline_on": AUGUST, "indicator_code": "K06", "amount": 10.0, "last_publication": None}
    assert told("baseline", **row) == (expected("phase_count", ("F4",), youths=10, last=2),)


def test_an_indicator_without_a_definition_on_its_date_is_named() -> None:
    with pytest.raises(UnknownIndicatorError, match="K99"):
        told("indicator_count", indicator_code="K99", numerator=10, denominator=25)


def test_a_row_without_counts_tells_nothing() -> None:
    assert told("milestone") == ()


def test_a_number_stands_from_its_first_publication_to_its_last() -> None:
    closed, standing = (
        expected("phase_count", ("F1",), youths=5),
        Number("AM01", frozenset({("phase_count", AUGUST, ("F1",))}), 2, None, 5),
    )
    assert [closed.stood_in(number) for number in (1, 2, 3, 4)] == [False, True, True, False]
    assert [standing.stood_in(number) for number in (1, 2, 99)] == [False, True, True]


def test_the_demonstration_tells_of_every_table_that_counts(demonstration: Demonstration) -> None:
    with demonstration.warehouse.connect() as connection:
        found = published_numbers(connection)
    assert {table for number in found for table, *_ in number.parts} == {fact.name for fact in FACTS}
    assert all(number.youths % 5 == 0 for number in found)
    assert {1, 2} <= {len(number.parts) for number in found}
