"""Numerators and denominators, and when there are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.areas import Areas
from warehouse.publish.facts import BY_NAME
from warehouse.publish.indicator_counts import Definition, IndicatorCount, definitions, indicator_counts, terms
from warehouse.publish.rollups import Total
from warehouse.schema.calendar import month_before
from warehouse.schema.lists import NATIONAL_CODE

DAY = date(2026, 8, 1)
STOCK = Definition(
    "K06", date(2024, 1, 1), None, "phase_count", terms("phase_count", "F4"), terms("phase_count", "F3 F4"), 0
)
EXITS = Definition(
    "K08", date(2024, 1, 1), None, "exit_count", terms("exit_count", "zorg"), terms("exit_count", "zorg werk"), 12
)


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
    new = replace(STOCK, valid_from=DAY, numerator=terms("phase_count", "F3"))
    moments = [("AM01", month_before(DAY)), ("AM01", DAY)]
    totals = {"phase_count": {moment: stock(F3=30, F4=10) for moment in moments}}
    counts = indicator_counts([old, new], totals, moments)
    assert [counts["K06", *moment].numerator for moment in moments] == [10, 30]


def test_the_registry_names_the_computable_indicators(areas: Areas) -> None:
    with areas.warehouse.connect() as connection:
        found = {definition.indicator_code: definition for definition in definitions(connection)}
    assert found.keys() == {
        *("K01", "K03", "K04", "K05", "K06", "K07", "K08", "K09", "K10", "K11", "K12", "K16"),
    }
    assert (found["K06"].numerator, found["K06"].denominator) == (STOCK.numerator, STOCK.denominator)
    assert (found["K07"].fact, len(found["K07"].denominator)) == ("exit_count", 12)


def test_indicators_are_about_as_many_months_as_their_fact_holds_together(areas: Areas) -> None:
    with areas.warehouse.connect() as connection:
        found = [one for one in definitions(connection) if BY_NAME[one.fact].date == "reference_date"]
    assert {one.indicator_code: one.window_months for one in found if one.window_months} == dict.fromkeys(
        ("K04", "K07", "K08", "K09", "K16"), BY_NAME["exit_count"].months
    )


MOVES, PHASES = "phase_flow", "phase_count"
REACH = Definition(
    "K03", date(2024, 1, 1), None, MOVES, terms(MOVES, "F1>F2"), terms(MOVES, "phase_count:F1 NEW>F1"), 3
)


def moves(**youths: int) -> Total:
    return Total({tuple(code.split("_")): count for code, count in youths.items()}, 1)


def test_moves_of_months_are_added_up_from_the_stock_at_their_beginning() -> None:
    months = {("AM01", date(2026, month, 1)): moves(F1_F2=10, NEW_F1=month) for month in (4, 5, 6, 7)}
    stocks = {("AM01", date(2026, 5, 1)): stock(F1=100), ("AM01", DAY): stock(F1=7)}
    counts = indicator_counts([REACH], {MOVES: months, PHASES: stocks}, [("AM01", DAY)])
    assert counts["K03", "AM01", DAY] == IndicatorCount(30, 118, 1)


def test_a_month_of_moves_that_was_not_delivered_is_not_zero() -> None:
    months = {("AM01", date(2026, month, 1)): moves(F1_F2=10) for month in (5, 7)}
    stocks = {("AM01", date(2026, 5, 1)): stock(F1=100)}
    assert indicator_counts([REACH], {MOVES: months, PHASES: stocks}, [("AM01", DAY)]) == {}


LASTING = Definition(
    *("K10", date(2024, 1, 1), None, "retention_count"),
    *(terms("retention_count", "6>goed"), terms("retention_count", "6>goed 6>terug"), 6, 6),
)


def test_who_left_half_a_year_to_a_year_ago_is_added_up_on_the_first_day_of_a_quarter() -> None:
    left = {date(2025, 10, 1): 20, date(2026, 1, 1): 30, date(2025, 7, 1): 500, date(2026, 4, 1): 500}
    totals = {"retention_count": {("AM01", day): Total({("6", "goed"): youths}, 1) for day, youths in left.items()}}
    october, november = (("AM01", date(2026, month, 1)) for month in (10, 11))
    assert indicator_counts([LASTING], totals, [october, november]) == {
        ("K10", "AM01", october[1]): IndicatorCount(50, 50, 1),
        ("K10", NATIONAL_CODE, october[1]): IndicatorCount(50, 50, 1),
    }
