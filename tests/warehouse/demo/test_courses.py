"""What the demonstration tells of courses and outcomes: made to agree with its stocks and flows, and to be read."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from statistics import median

from warehouse.demo.calendar import later, months, rounds
from warehouse.demo.courses import course_of
from warehouse.demo.lives import lives
from warehouse.demo.simulation import history_of
from warehouse.demo.workbooks import SheetRow, rows_of
from warehouse.reference import rows

FIRST, _, THIRD, LAST = (found.reference_date for found in rounds())
QUARTER = date(2026, 7, 1)
LEFT_OUT = {"AM24": "domain_count", "AM33": "step_count", "AM35": "turning_18"}


@cache
def told(code: str, day: date = FIRST) -> dict[str, list[SheetRow]]:
    return dict(rows_of(code, day))


def every(subject: str) -> list[SheetRow]:
    return [row for code in lives() for row in told(code)[subject]]


def counts(row: SheetRow) -> Counter[str]:
    found = ((key.removeprefix("count:"), value) for key, value in row.items() if key.startswith("count:"))
    return Counter({code: int(str(value)) for code, value in found})


def together(sheet: list[SheetRow]) -> Counter[str]:
    return sum((counts(row) for row in sheet), Counter())


def share(found: Counter[str], *codes: str) -> float:
    return sum(found[code] for code in codes) / found.total()


def test_some_regions_leave_out_a_sheet() -> None:
    absent = {code: subject for code in lives() for subject in course_of(code).leaves_out}
    assert absent == LEFT_OUT
    assert all(not told(code)[subject] for code, subject in LEFT_OUT.items())


def test_support_after_18_is_arranged_for_six_of_ten_and_unknown_in_six_regions() -> None:
    found = together(every("turning_18"))
    assert 0.59 < share(found, "loopt_door", "niet_nodig") < 0.65
    assert 0.12 < share(found, "onbekend") < 0.16
    assert 0.66 < share(together(told("AM05")["turning_18"]), "loopt_door", "niet_nodig") < 0.76
    delivering = [code for code in lives() if code != "AM35"]
    assert sum(share(together(told(code)["turning_18"]), "onbekend") > 0.2 for code in delivering) == 6


def test_most_young_people_stand_in_one_system() -> None:
    found = together(every("registration_count"))
    assert [round(share(found, code), 2) for code in "123"] == [0.81, 0.14, 0.05]


def test_two_of_five_have_everything_in_order_and_income_and_housing_are_worst() -> None:
    by_domain: dict[object, Counter[str]] = {}
    for row in every("domain_count"):
        if row["reference_date"] == QUARTER:
            by_domain.setdefault(row["domain_code"], Counter()).update(counts(row))
    fine = {domain: share(found, "op_orde") for domain, found in by_domain.items()}
    assert 0.35 < fine.pop("ALLE") < 0.43
    assert sorted(fine, key=lambda domain: fine[domain])[:2] == ["INK", "WON"]


def test_after_a_year_about_one_in_six_came_back() -> None:
    found = together([row for row in every("retention_count") if row["after_code"] == "12"])
    assert 0.14 < found["terug"] / (found["goed"] + found["terug"]) < 0.22


def test_each_step_takes_about_as_long_as_it_is_said_to() -> None:
    usual = {row["code"]: (row["from_days"], row["to_days"]) for row in rows("duration")}
    expected = {"F0F1": 41, "F1F2": 23, "F2F3": 37, "F3F4": 16, "F4F5": 142}
    for step, days in expected.items():
        taken = [
            float(usual[str(row["duration_code"])][0])
            for row in every("step_count")
            if row["progress_code"] == step
            for _ in range(counts(row).total())
        ]
        start, end = usual[next(code for code, (first, _) in usual.items() if float(first) == median(taken))]
        assert float(start) <= days < float(end)


def test_friesland_cleared_its_backlog_and_it_grew_again() -> None:
    waited = {row["reference_date"]: counts(row)["vanaf_6"] for row in told("AM02")["waiting_count"]}
    assert waited[date(2026, 5, 1)] < 0.7 * waited[date(2026, 4, 1)]
    latest = told("AM02", THIRD)["waiting_count"]
    assert counts(latest[0])["vanaf_6"] > 1.4 * waited[date(2026, 5, 1)]


def test_steps_and_aftercare_are_the_flows_of_the_region() -> None:
    flows = history_of("AM22").flows
    steps: Counter[tuple[object, object]] = Counter()
    for row in told("AM22")["step_count"]:
        steps[row["period"], row["progress_code"]] += counts(row).total()
    assert steps
    for (month, step), taken in steps.items():
        assert taken == flows[month][str(step)[:2], str(step)[2:]]  # type: ignore[index]
    known = {row["period"]: counts(row).total() for row in told("AM22")["retention_count"]}
    spring = months(date(2026, 4, 1), date(2026, 6, 1))
    assert known[spring[0]] == sum(flows[month]["F4", "F5"] for month in spring)


def test_a_later_workbook_tells_only_what_is_new() -> None:
    third, last = told("AM05", THIRD), told("AM05", LAST)
    assert {row["reference_date"] for row in third["registration_count"]} == {THIRD}
    assert last["registration_count"] == last["retention_count"] == []
    assert [row["period"] for row in last["turning_18"]] == [later(LAST, -4)]
    assert [row["reference_date"] for row in last["waiting_count"]] == [LAST]


def test_a_correction_tells_nothing_anew_of_aftercare() -> None:
    assert rows_of("AM01", FIRST, version=2)["retention_count"] == []
    wrong, right = told("AM01")["registration_count"], rows_of("AM01", FIRST, version=2)["registration_count"]
    assert together(wrong).total() == together(right).total() + 20
