"""Pilots and milestones move on from round to round, and never back."""

from datetime import date

from warehouse import reference
from warehouse.demo.calendar import rounds
from warehouse.demo.lives import lives
from warehouse.demo.plans import SheetRow, milestones, pilots

DAYS = [round_.reference_date for round_ in rounds()]
LAST = DAYS[-1]


def _by_step(day: date) -> dict[tuple[object, object], SheetRow]:
    return {(row["pilot_code"], row["step_code"]): row for code in lives() for row in milestones(code, day)}


def test_every_region_has_one_or_two_pilots_in_the_four_lines() -> None:
    found = {code: pilots(code) for code in lives()}
    assert {len(rows) for rows in found.values()} == {1, 2}
    assert 35 <= sum(len(rows) for rows in found.values()) <= 40
    assert {row["pilot_line_code"] for rows in found.values() for row in rows} == set(reference.codes_of("pilot_line"))


def test_every_pilot_has_the_six_steps_with_the_planned_months() -> None:
    steps = [row for row in milestones("AM05", LAST) if row["pilot_code"] == "AM05-TOM"]
    assert [row["step_code"] for row in steps] == list(reference.codes_of("step"))
    assert [row["baseline_on"] for row in steps] == [
        *(date(2026, 3, 31), date(2026, 4, 30), date(2026, 8, 31)),
        *(date(2026, 9, 30), date(2026, 11, 30), date(2026, 12, 31)),
    ]


def test_what_is_reached_stays_reached_and_the_adopted_plan_never_changes() -> None:
    for before, after in zip(map(_by_step, DAYS), map(_by_step, DAYS[1:]), strict=False):
        assert before.keys() == after.keys()
        for key, row in before.items():
            assert after[key]["baseline_on"] == row["baseline_on"]
            if row["done_on"]:
                assert after[key]["done_on"] == row["done_on"]


def test_milestones_are_reached_and_shifted_between_all_rounds() -> None:
    for before, after in zip(map(_by_step, DAYS), map(_by_step, DAYS[1:]), strict=False):
        reached = [key for key, row in after.items() if row["done_on"] and not before[key]["done_on"]]
        shifted = [key for key, row in after.items() if row["forecast_on"] != before[key]["forecast_on"]]
        assert len(reached) >= 8
        assert len(set(shifted) - set(reached)) >= 3


def test_open_milestones_are_expected_later_and_others_have_no_forecast() -> None:
    for day in DAYS:
        for row in _by_step(day).values():
            forecast = row["forecast_on"]
            is_open = not row["done_on"] and not row["cancelled_on"]
            assert is_open == isinstance(forecast, date)
            if isinstance(forecast, date):
                assert forecast > day


def test_about_two_thirds_of_the_milestones_are_on_time() -> None:
    due = [
        row for row in _by_step(LAST).values() if str(row["baseline_on"]) <= "2026-11-18" and not row["cancelled_on"]
    ]
    on_time = [row for row in due if row["done_on"] and str(row["done_on"]) <= str(row["baseline_on"])]
    assert 0.62 < len(on_time) / len(due) < 0.70


def test_a_new_plan_has_a_reason() -> None:
    replanned = [row for row in _by_step(LAST).values() if row["planned_on"] != row["baseline_on"]]
    assert {str(row["pilot_code"])[:4] for row in replanned} >= {"AM05", "AM25"}
    assert all(row["replan_reason"] for row in replanned)


def test_flevoland_stalls_at_the_board_without_recovery() -> None:
    doubt = [_by_step(day)["AM11-JBB", "4"] for day in DAYS]
    assert [row.get("judged") for row in doubt[2:]] == ["let_op", "achter"]
    assert not any(row["done_on"] or row.get("recovery_action") for row in doubt)


def test_some_judgements_are_old() -> None:
    judged = [row["judged_on"] for row in _by_step(LAST).values() if row.get("judged")]
    old = [day for day in judged if isinstance(day, date) and (LAST - day).days > 45]
    assert 2 <= len(old) < len(judged) / 2
