"""Somebody knows everyone in the country but one, and sees what changes when that one is delivered too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Table

from tests.areas import Areas
from tests.attack.asking import MONTHS, REGIONS, deliver_years
from tests.warehouse.publish.deliveries import AUGUST, changed, deliver, leaves_of, months_until, published
from tests.warehouse.publish.shown import VERSIONED, shown_rows
from warehouse.publish.facts import EXIT_COUNT, PHASE_COUNT, PHASE_FLOW, Fact
from warehouse.schema.calendar import months_before
from warehouse.schema.lists import NATIONAL_CODE

MONTH = date(2026, 6, 1)
TIMES = 6
REACH_MONTHS = 3
MADE_FROM = {
    PHASE_COUNT.name: {"phase_count", "phase_total", "indicator_count"},
    PHASE_FLOW.name: {"phase_flow", "flow_total", "indicator_count"},
    EXIT_COUNT.name: {"exit_count", "exit_total", "indicator_count"},
}
ABOUT_DELIVERIES = {"delivery_status", "delivery_act", "fact_source"}
Rows = set[frozenset[tuple[str, Any]]]


def rows(areas: Areas, table: Table, number: int) -> Rows:
    around = {"first_publication", "last_publication"}
    return {
        frozenset((name, value) for name, value in row.items() if name not in around)
        for row in shown_rows(areas, table, number)
    }


def days_of(fact: Fact) -> set[date]:
    """The dates that this month tells of: exits are told of twelve months together, the reach of three."""
    if fact is EXIT_COUNT:
        return {day for day in months_until(AUGUST, MONTHS) if day > MONTH}
    return {MONTH, *(months_before(MONTH, -later) for later in range(1, REACH_MONTHS + 1))}


@pytest.mark.parametrize("fact", [PHASE_COUNT, PHASE_FLOW, EXIT_COUNT], ids=lambda fact: fact.name)
def test_only_the_table_and_the_date_of_that_region_may_change(sqlite_areas: Areas, fact: Fact) -> None:
    deliver_years(sqlite_areas)
    published(sqlite_areas)
    moved: dict[str, set[tuple[str, date]]] = {}
    for number, leaf in enumerate(leaves_of(fact.name)[:TIMES], 2):
        one_more = changed(fact.name, REGIONS[0], MONTH, leaf, 1)
        deliver(sqlite_areas, REGIONS[0], AUGUST, months=MONTHS, figures=one_more)
        published(sqlite_areas)
        for table in VERSIONED:
            different = rows(sqlite_areas, table, number) ^ rows(sqlite_areas, table, number - 1)
            moved.setdefault(table.name, set()).update(_place(dict(row), table) for row in different)
    touched = {name: places for name, places in moved.items() if places}
    assert fact.name in touched
    assert touched.keys() <= MADE_FROM[fact.name] | ABOUT_DELIVERIES
    for name in touched.keys() & ABOUT_DELIVERIES:
        assert {region for region, _day in touched[name]} == {REGIONS[0]}
    for name in touched.keys() & MADE_FROM[fact.name]:
        assert touched[name] <= {(region, day) for region in (REGIONS[0], NATIONAL_CODE) for day in days_of(fact)}


def _place(row: Mapping[str, Any], table: Table) -> tuple[str, date]:
    day = next(name for name in ("reference_date", "period", "day", "reported_on") if name in table.c)
    return row["region_code"], row[day]
