"""Courses and outcomes: of which months and dates, in the country too, and never zero where nothing was delivered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Table

from tests.areas import Areas
from tests.warehouse.publish.deliveries import AUGUST, OCTOBER, SEPTEMBER, deliver, prepared, published
from tests.warehouse.publish.shown import shown_rows
from warehouse.publish.facts import DOMAIN_COUNT, FACTS, STEP_AGE, STEP_DURATION, TURNING_18, protected
from warehouse.publish.preview import preview
from warehouse.publish.protect import Node
from warehouse.publish.rollups import totals
from warehouse.publish.windows import together
from warehouse.reference import codes_of
from warehouse.schema import published as area
from warehouse.schema.calendar import months_before
from warehouse.schema.lists import NATIONAL_CODE

KEY = bytes(range(32))
JULY = date(2026, 7, 1)
HISTORY = 18
COUNTRY_IN_IT = [fact for fact in FACTS if fact.holds_country]

Rows = list[dict[str, Any]]


def counted(day: str, days: Iterable[date], *leaves: Mapping[str, Any]) -> Rows:
    return [{day: one, **leaf} for one in days for leaf in leaves]


def months(last: date, number: int = HISTORY) -> list[date]:
    return [months_before(last, back) for back in range(1, number + 1)]


def domains(day: date, **in_order: int) -> Rows:
    states = {"op_orde": 0, "niet_op_orde": 40}
    return [
        {"reference_date": day, "domain_code": code, "state_code": state, "youths": abs(total - in_order.get(code, 21))}
        for code in codes_of("domain_scope")
        for state, total in states.items()
    ]


def sums(areas: Areas, table: Table, number: int, **wanted: object) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for row in shown_rows(areas, table, number, **wanted):
        found[row["region_code"], row.get("reference_date", row.get("period"))] += row["youths"]
    return found


def test_support_after_18_is_of_the_year_that_ended_three_months_before() -> None:
    days = TURNING_18.days_behind(OCTOBER)
    assert (min(days), max(days), len(days)) == (date(2025, 7, 1), date(2026, 6, 1), 12)
    leaf: dict[Node, int] = {("gestopt",): 1}
    told = {("AM01", day): leaf for day in (*days, date(2025, 6, 1), JULY)}
    assert together(TURNING_18, told, [("AM01", OCTOBER)]) == {("AM01", OCTOBER): {("gestopt",): 12}}


def test_twelve_months_are_told_at_the_beginning_of_a_quarter_alone(areas: Areas) -> None:
    leaf = {"waiting_class_code": "tot_4", "youths": 10}
    subjects = {"intake_count": counted("period", months(OCTOBER), leaf)}
    deliver(areas, "AM01", OCTOBER, months=6, subjects=subjects)
    number = published(areas).number
    assert sums(areas, area.intake_count, number) == {
        (region, day): 120 for region in ("AM01", NATIONAL_CODE) for day in (JULY, OCTOBER)
    }


def test_a_stock_of_another_day_than_a_quarter_begins_on_stays_behind(areas: Areas) -> None:
    subjects = {"domain_count": [*domains(SEPTEMBER), *domains(OCTOBER)]}
    deliver(areas, "AM01", OCTOBER, subjects=subjects)
    number = published(areas).number
    assert {row["reference_date"] for row in shown_rows(areas, area.domain_count, number)} == {OCTOBER}


def test_who_did_not_deliver_is_not_counted_as_none(areas: Areas) -> None:
    waiting = counted("reference_date", [OCTOBER], {"waiting_class_code": "tot_4", "youths": 25})
    deliver(areas, "AM01", OCTOBER, subjects={"waiting_count": waiting})
    deliver(areas, "AM02", OCTOBER)
    number = published(areas).number
    found = shown_rows(areas, area.waiting_count, number)
    assert [(row["region_code"], row["youths"], row["regions"]) for row in found] == [
        ("AM01", 25, 1),
        (NATIONAL_CODE, 25, 1),
    ]
    assert shown_rows(areas, area.domain_count, number) == []


def test_the_same_people_are_as_many_in_every_life_domain() -> None:
    for youths in range(41):
        leaves: dict[Node, int] = {(code, "op_orde"): youths for code in codes_of("domain_scope")}
        leaves |= {(code, "niet_op_orde"): 47 - youths for code in codes_of("domain_scope")}
        shown = protected(DOMAIN_COUNT, {("AM01", OCTOBER): leaves}, KEY)
        roots = totals(shown, levels=1)["AM01", OCTOBER].youths
        assert len(roots) == 6
        assert len(set(roots.values())) == 1
        assert all(abs(shown["AM01", OCTOBER][leaf] - count) < 10 for leaf, count in leaves.items())


def test_steps_are_told_by_age_and_by_duration_and_never_by_both(areas: Areas) -> None:
    codes = [("tot_14", "16-17"), ("tot_14", "18-20"), ("vanaf_240", "18-20")]
    leaves = [{"progress_code": "F0F1", "duration_code": d, "age_band_code": a, "youths": 5} for d, a in codes]
    deliver(areas, "AM01", OCTOBER, subjects={"step_count": counted("period", months(OCTOBER, 12), *leaves)})
    number = published(areas).number
    found = {
        fact.published: {row[fact.codes[1]]: row["youths"] for row in _regional(areas, fact.published, number)}
        for fact in (STEP_AGE, STEP_DURATION)
    }
    assert found == {area.step_age: {"16-17": 60, "18-20": 120}, area.step_duration: {"tot_14": 120, "vanaf_240": 60}}


def _regional(areas: Areas, table: Table, number: int) -> list[Mapping[str, Any]]:
    return shown_rows(areas, table, number, region_code="AM01")


def aftercare(quarter: date, **states: int) -> Rows:
    return [{"period": quarter, "after_code": "3", "state_code": code, "youths": n} for code, n in states.items()]


def test_the_newest_delivery_tells_how_a_quarter_went_on(areas: Areas) -> None:
    quarter = date(2026, 4, 1)
    deliver(areas, "AM01", AUGUST, subjects={"retention_count": aftercare(quarter, nog_niet=30)})
    deliver(areas, "AM01", OCTOBER, subjects={"retention_count": aftercare(quarter, goed=20, terug=10)})
    number = published(areas).number
    assert {row["state_code"]: row["youths"] for row in _regional(areas, area.retention_count, number)} == {
        "goed": 20,
        "terug": 10,
    }
    (source,) = shown_rows(areas, area.fact_source, number, fact="retention_count")
    assert (source["day"], source["reference_date"]) == (quarter, OCTOBER)


SUPPORT = [{"support_code": code, "youths": 5} for code in ("loopt_door", "onbekend")]
INTAKES = counted("period", months(OCTOBER), {"waiting_class_code": "tot_4", "youths": 5})


@pytest.mark.parametrize(
    ("code", "subjects", "expected"),
    [
        ("K12", {"domain_count": domains(OCTOBER, ALLE=10)}, (10, 40)),
        ("K16", {"turning_18": counted("period", months(OCTOBER), *SUPPORT)}, (60, 120)),
        ("K04", {"intake_count": INTAKES}, (60, 60)),
    ],
)
def test_indicators_are_made_of_them(
    areas: Areas, code: str, subjects: dict[str, Rows], expected: tuple[int, int]
) -> None:
    deliver(areas, "AM01", OCTOBER, subjects=subjects)
    number = published(areas).number
    found = shown_rows(areas, area.indicator_count, number, indicator_code=code)
    assert [(row["region_code"], row["numerator"], row["denominator"]) for row in found] == [
        ("AM01", *expected),
        (NATIONAL_CODE, *expected),
    ]


def test_a_preview_counts_them(sqlite_areas: Areas) -> None:
    deliver(sqlite_areas, "AM01", OCTOBER, subjects={"domain_count": domains(OCTOBER)})
    tally = preview(prepared(sqlite_areas)).tallies["courses"]
    assert (tally.added, tally.areas) == (24, 1)


def test_each_of_them_has_a_table_with_the_country() -> None:
    assert [fact.published for fact in COUNTRY_IN_IT] == list(area.COURSES)
    assert all(fact.base in (5, 10) for fact in COUNTRY_IN_IT)
