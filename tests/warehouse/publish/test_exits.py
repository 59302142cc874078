"""Exits are added up exactly over twelve months and then protected: what is shown stays close to the truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.areas import Areas
from tests.warehouse.publish.deliveries import AUGUST, changed, deliver, leaves_of, published, usual
from tests.warehouse.publish.shown import shown, shown_rows
from warehouse.publish.facts import EXIT_COUNT, Counts, protected
from warehouse.publish.protect import Node
from warehouse.publish.rollups import totals
from warehouse.publish.windows import together
from warehouse.reference import rows
from warehouse.schema import published as area
from warehouse.schema.calendar import month_before, months_before

MONTHS = EXIT_COUNT.months
WINDOW = [months_before(AUGUST, back) for back in range(1, MONTHS + 1)]
WORK: Node = ("werk", "18-20")
CARE: Node = ("zorg", "16-17")
PLACED = {row["code"] for row in rows("destination") if row["placed"] == "1"}
HISTORY = MONTHS + 3

few = st.dictionaries(st.sampled_from(leaves_of("exit_count")), st.integers(0, 4))
years = st.lists(few, min_size=MONTHS, max_size=MONTHS)


def month_by_month(figures: list[dict[Node, int]]) -> Counts:
    return {("AM01", month): leaves for month, leaves in zip(WINDOW, figures, strict=True)}


def truth_on(day: date, region: str = "AM01") -> Counter[Node]:
    sums: Counter[Node] = Counter()
    for back in range(1, MONTHS + 1):
        sums.update(usual("exit_count", region, months_before(day, back)))
    return sums


def nodes(leaves: Mapping[Node, int]) -> Counter[Node]:
    """Total, destinations and leaves of one tree."""
    found: Counter[Node] = Counter()
    for leaf, youths in leaves.items():
        for depth in range(len(leaf) + 1):
            found[leaf[:depth]] += youths
    return found


def test_a_year_is_the_twelve_months_before_the_date_and_not_the_date_itself() -> None:
    months = {("AM01", months_before(AUGUST, back)): {WORK: 1} for back in range(1, MONTHS + 1)}
    around = {("AM01", AUGUST): {WORK: 100}, ("AM01", months_before(AUGUST, MONTHS + 1)): {WORK: 100}}
    assert together(EXIT_COUNT, {**months, **around}, [("AM01", AUGUST)]) == {("AM01", AUGUST): {WORK: 12}}


@pytest.mark.parametrize("missing", WINDOW)
def test_a_missing_month_is_not_zero(missing: date) -> None:
    months = {("AM01", month): {WORK: 10} for month in WINDOW if month != missing}
    assert together(EXIT_COUNT, months, [("AM01", AUGUST)]) == {}


def test_a_destination_nobody_went_to_may_be_left_out_of_a_month() -> None:
    months = month_by_month([{WORK: 2}, *[{CARE: 1}] * (MONTHS - 1)])
    assert together(EXIT_COUNT, months, [("AM01", AUGUST)])["AM01", AUGUST] == {WORK: 2, CARE: 11}


@given(years, st.binary(min_size=32, max_size=32))
def test_every_total_destination_and_age_band_is_near_that_of_the_year(
    figures: list[dict[Node, int]], key: bytes
) -> None:
    exact = together(EXIT_COUNT, month_by_month(figures), [("AM01", AUGUST)])
    found, truth = nodes(protected(EXIT_COUNT, exact, key)["AM01", AUGUST]), nodes(exact["AM01", AUGUST])
    assert all(abs(found[node] - youths) < EXIT_COUNT.base for node, youths in truth.items())


def test_one_person_a_month_in_every_destination_does_not_vanish() -> None:
    """Twelve months of one person are rounded to 0 or 120 when each is rounded alone; together they are 10 or 20."""
    month: dict[Node, int] = {(code, "18-20"): 1 for code, _ in leaves_of("exit_count")}
    exact = together(EXIT_COUNT, month_by_month([month] * MONTHS), [("AM01", AUGUST)])
    found = totals(protected(EXIT_COUNT, exact, bytes(range(32))), levels=1)["AM01", AUGUST]
    assert set(found.youths.values()) <= {10, 20}


def test_indicators_of_exits_are_close_to_the_exact_year(areas: Areas) -> None:
    """The denominator is the root of the tree; the numerator adds up destinations that may each be 9 off."""
    for region in ("AM01", "AM02"):
        deliver(areas, region, AUGUST, months=HISTORY)
    published(areas)
    for row in shown_rows(areas, area.indicator_count, 1, indicator_code="K07"):
        if row["region_code"] != "NL01":
            truth = truth_on(row["reference_date"], row["region_code"])
            placed = sum(youths for (code, _), youths in truth.items() if code in PLACED)
            assert abs(row["denominator"] - truth.total()) < EXIT_COUNT.base
            assert abs(row["numerator"] - placed) <= (EXIT_COUNT.base - 1) * len(PLACED)
            assert row["numerator"] % EXIT_COUNT.base == row["denominator"] % EXIT_COUNT.base == 0


def test_only_dates_with_a_whole_year_behind_them_are_published(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST, months=HISTORY)
    published(areas)
    whole = {AUGUST, months_before(AUGUST, 1), months_before(AUGUST, 2), months_before(AUGUST, 3)}
    for table, wanted in (
        (area.exit_count, {}),
        (area.exit_total, {}),
        (area.indicator_count, {"indicator_code": "K07"}),
    ):
        assert {row["reference_date"] for row in shown_rows(areas, table, 1, **wanted)} == whole


def test_a_baseline_of_exits_waits_for_the_first_whole_year(areas: Areas) -> None:
    target = {"indicator_code": "K07", "target_on": date(2027, 1, 1), "amount": 900.0}
    asked = {**target, "baseline_on": months_before(AUGUST, 9)}
    deliver(areas, "AM01", AUGUST, months=MONTHS + 1, subjects={"target": [asked]})
    published(areas)
    (baseline,) = shown_rows(areas, area.baseline, 1)
    assert baseline["baseline_on"] == month_before(AUGUST)


def test_a_correction_of_one_month_changes_the_years_that_hold_it_and_no_other(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST, months=HISTORY)
    published(areas)
    second = months_before(AUGUST, HISTORY - 1)
    deliver(areas, "AM01", AUGUST, months=HISTORY, figures=changed("exit_count", "AM01", second, WORK, 60))
    published(areas)
    before, after = (set(shown(areas, area.exit_count, number)) for number in (1, 2))
    assert {day for _, day, *_ in before ^ after} == {months_before(AUGUST, 3), months_before(AUGUST, 2)}
