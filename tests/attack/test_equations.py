"""What hangs together in the deliveries is known to the attack, and what does not is not pretended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from tests.attack.tables import FEBRUARY, JANUARY, MARCH, Days, truth
from warehouse.attack.equations import Sum, equations, inequalities
from warehouse.attack.truth import Truth, Unknowns, unknowns
from warehouse.publish.protect import Node
from warehouse.schema.calendar import months_before

WORK: Node = ("werk", "18-20")
CARE: Node = ("zorg", "16-17")


def stocks(first: int, second: int) -> Days:
    return {JANUARY: {("F1", "16-17"): first, ("F1", "18-20"): 1}, FEBRUARY: {("F1", "16-17"): second}}


def flows(came: int, went: int) -> Days:
    return {JANUARY: {("NEW", "F1"): came, ("F1", "F2"): went, ("F2", "F3"): 8}}


def told(*found: Truth) -> list[list[str]]:
    """Every equation in words, in the order of its unknowns."""
    of = unknowns("AM01", found)
    return [list(words(of, equation)) for equation in equations(of)]


def words(of: Unknowns, equation: Sum) -> Iterable[str]:
    for unknown, sign in equation:
        leaf = of.leaves[unknown]
        yield f"{sign:+d} {leaf.table} {leaf.day:%Y-%m} {'>'.join(leaf.node)} {leaf.publication}"


def test_what_was_there_and_came_and_did_not_go_is_there() -> None:
    (equation,) = told(truth(phase_count=stocks(5, 7), phase_flow=flows(came=4, went=3)))
    assert equation == [
        "+1 phase_count 2026-01 F1>16-17 1",
        "+1 phase_count 2026-01 F1>18-20 1",
        "-1 phase_count 2026-02 F1>16-17 1",
        "+1 phase_flow 2026-01 NEW>F1 1",
        "-1 phase_flow 2026-01 F1>F2 1",
    ]


def test_a_balance_that_is_not_kept_to_is_not_known() -> None:
    assert told(truth(phase_count=stocks(5, 8), phase_flow=flows(came=4, went=3))) == []


def test_dates_further_apart_take_the_flows_of_every_month_between() -> None:
    quarter: Days = {JANUARY: {("F1", "16-17"): 5}, MARCH: {("F1", "16-17"): 9}}
    months: Days = {month: {("NEW", "F1"): 2} for month in (JANUARY, FEBRUARY)}
    (equation,) = told(truth(phase_count=quarter, phase_flow=months))
    assert len(equation) == 4
    first: Days = {JANUARY: {("NEW", "F1"): 4}}
    assert told(truth(phase_count=quarter, phase_flow=first)) == []


def test_exits_are_the_flows_out_of_a_trajectory() -> None:
    ends: Days = {JANUARY: {("F4", "F5"): 2, ("F4", "F6"): 1, ("F3", "F6"): 7}}
    (equation,) = told(truth(phase_flow=ends, exit_count_month={JANUARY: {WORK: 2, CARE: 1}}))
    assert equation == [
        "-1 phase_flow 2026-01 F4>F5 1",
        "-1 phase_flow 2026-01 F4>F6 1",
        "+1 exit_count_month 2026-01 werk>18-20 1",
        "+1 exit_count_month 2026-01 zorg>16-17 1",
    ]


def test_exits_of_a_year_are_those_of_its_months_leaf_by_leaf() -> None:
    months = {months_before(JANUARY, back): {WORK: back} for back in range(1, 13)} | {JANUARY: {WORK: 100}}
    equation, nobody = told(truth(exit_count={JANUARY: {WORK: 78, CARE: 0}}, exit_count_month=months))
    assert len(equation) == 13
    assert equation[0] == "-1 exit_count 2026-01 werk>18-20 1"
    assert {word.split()[0] for word in equation[1:]} == {"+1"}
    assert nobody == ["-1 exit_count 2026-01 zorg>16-17 1"]


@pytest.mark.parametrize(("second", "expected"), [(7, 1), (8, 2)])
def test_only_what_changed_between_publications_is_unknown_anew(second: int, expected: int) -> None:
    first = truth(1, phase_count=stocks(5, 7), phase_flow=flows(came=4, went=3))
    later = truth(2, phase_count=stocks(5, second), phase_flow=flows(came=second - 3, went=3))
    assert len(told(first, later)) == expected
    assert len(unknowns("AM01", [first, later]).leaves) == 6 + 2 * (expected - 1)


APRIL = date(2026, 4, 1)
DOMAINS: dict[Node, int] = {
    ("SUP", "op_orde"): 3,
    ("SUP", "niet_op_orde"): 4,
    ("ALLE", "op_orde"): 2,
    ("ALLE", "niet_op_orde"): 5,
}


def test_the_same_people_are_counted_in_every_tree_of_a_date() -> None:
    (equation,) = told(truth(domain_count={APRIL: DOMAINS}))
    assert [word.split()[0] for word in equation] == ["+1", "+1", "-1", "-1"]


def test_whoever_has_all_life_domains_in_order_has_each_of_them() -> None:
    of = unknowns("AM01", [truth(domain_count={APRIL: DOMAINS})])
    (each,) = inequalities(of)
    assert list(words(of, each)) == [
        "+1 domain_count 2026-04 SUP>op_orde 1",
        "-1 domain_count 2026-04 ALLE>op_orde 1",
    ]
    enough = {**DOMAINS, ("SUP", "niet_op_orde"): 5, ("SUP", "op_orde"): 2}
    assert len(inequalities(unknowns("AM01", [truth(domain_count={APRIL: enough})]))) == 2


def test_whoever_is_in_sight_is_registered() -> None:
    stock: Days = {APRIL: {("F0", "16-17"): 9, ("F1", "16-17"): 4, ("F5", "16-17"): 2, ("F6", "16-17"): 8}}
    registered: Days = {APRIL: {("benaderd", "1"): 5, ("niet_benaderd", "2"): 1}}
    (equation,) = told(truth(phase_count=stock, registration_count=registered))
    assert [word.split()[-2] for word in equation if word[0] == "-"] == ["F1>16-17", "F5>16-17"]
    assert len(equation) == 4


def test_those_who_are_followed_left_in_the_quarter() -> None:
    months: Days = {months_before(APRIL, -later): {("F4", "F5"): 2, ("F4", "F6"): 9} for later in range(3)}
    followed: Days = {APRIL: {("3", "goed"): 5, ("3", "terug"): 1, ("6", "nog_niet"): 6}}
    found = told(truth(phase_flow=months, retention_count=followed))
    assert sorted(len(equation) for equation in found) == [3, 5]
    first: Days = {APRIL: months[APRIL]}
    assert len(told(truth(phase_flow=first, retention_count=followed))) == 1


def test_steps_are_flows_by_age_and_by_duration() -> None:
    moved: Days = {APRIL: {("F0", "F1"): 4, ("F1", "F2"): 9}}
    ages: Days = {APRIL: {("F0F1", "16-17"): 3, ("F0F1", "18-20"): 1}}
    durations: Days = {APRIL: {("F0F1", "tot_14"): 4}}
    found = told(truth(phase_flow=moved, step_age_month=ages, step_duration_month=durations))
    assert sorted(len(equation) for equation in found) == [3, 3]
