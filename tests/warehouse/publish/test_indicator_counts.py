"""Numerators and denominators, and when there are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.areas import Areas
from warehouse.publish import exits
from warehouse.publish.indicator_counts import Definition, IndicatorCount, definitions, indicator_counts
from warehouse.publish.rollups import Total
from warehouse.schema.calendar import month_before
from warehouse.schema.lists import NATIONAL_CODE

DAY = date(2026, 8, 1)
STOCK = Definition("K06", date(2024, 1, 1), None, "phase_count", frozenset({"F4"}), frozenset({"F3", "F4"}), 0)
EXITS = Definition("K08", date(2024, 1, 1), None, "exit_count", frozenset({"zorg"}), frozenset({"zorg", "werk"}), 12)


def stock(**youths: int) -> Total:
    return Total({(code,): count for code, count in youths.items()}, 1)


def test_a_stock_is_counted_on_the_day_itself() -> None:
    totals = {"phase_count": {("AM01", DAY): stock(F2=50, F3=30, F4=10)}}
    counts = indicator_counts([STOCK], totals, [("AM01", DAY)])
    assert counts["K06", "AM01", DAY] == IndicatorCount(10, 40, 1)


def test_the_country_is_the_sum_of_the_regions_that_have_the_figure() -> None:
    totals = {"phase_count": {("AM01", DAY): stock(F3=30, F4=10), ("AM02", DAY): stock(F3=5, F4=5)}}
    counts = indicator_counts([STOCK], totals, [*totals["phase_count"], ("AM03", DAY)])
    assert counts["K06", NATIONAL_CODE, DAY] == IndicatorCount(15, 50, 2)
    assert ("K06", "AM03", DAY) not in counts


def test_a_phase_that_was_not_delivered_is_not_zero() -> None:
    assert indicator_counts([STOCK], {"phase_count": {("AM01", DAY): stock(F4=10)}}, [("AM01", DAY)]) == {}


def test_exits_are_those_of_the_reference_date_and_are_not_added_up() -> None:
    before = month_before(DAY)
    totals = {
        "exit_count": {
            ("AM01", before): stock(zorg=10, werk=10, overig=5),
            ("AM01", DAY): stock(zorg=5, werk=10, overig=100),
            ("AM02", before): stock(zorg=20, werk=20),
        }
    }
    counts = indicator_counts([EXITS], totals, [("AM01", DAY), ("AM02", DAY)])
    assert counts["K08", "AM01", DAY] == counts["K08", NATIONAL_CODE, DAY] == IndicatorCount(5, 15, 1)
    assert ("K08", "AM02", DAY) not in counts


def test_a_destination_nobody_went_to_may_be_left_out() -> None:
    totals = {"exit_count": {("AM01", DAY): stock(werk=10)}}
    assert indicator_counts([EXITS], totals, [("AM01", DAY)])["K08", "AM01", DAY] == IndicatorCount(0, 10, 1)


def test_the_version_that_holds_on_the_day_is_used() -> None:
    old = replace(STOCK, valid_to=date(2026, 7, 31))
    new = replace(STOCK, valid_from=DAY, numerator=frozenset({"F3"}))
    moments = [("AM01", month_before(DAY)), ("AM01", DAY)]
    totals = {"phase_count": {moment: stock(F3=30, F4=10) for moment in moments}}
    counts = indicator_counts([old, new], totals, moments)
    assert [counts["K06", *moment].numerator for moment in moments] == [10, 30]


def test_the_registry_names_the_computable_indicators(areas: Areas) -> None:
    with areas.warehouse.connect() as connection:
        found = {definition.indicator_code: definition for definition in definitions(connection)}
    assert found.keys() == {"K01", "K05", "K06", "K07", "K08", "K09"}
    assert (found["K06"].numerator, found["K06"].denominator) == (STOCK.numerator, STOCK.denominator)
    assert (found["K07"].fact, len(found["K07"].denominator)) == ("exit_count", 12)


def test_indicators_of_exits_are_about_as_many_months_as_exits_are_published_for(areas: Areas) -> None:
    with areas.warehouse.connect() as connection:
        windows = {
            found.indicator_code: found.window_months for found in definitions(connection) if found.window_months
        }
    assert windows == dict.fromkeys(("K07", "K08", "K09"), exits.MONTHS)
