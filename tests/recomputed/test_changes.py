"""What changed between two publications of the demonstration equals what differs between two rounds of workbooks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from queries.changes import changes
from queries.compared import Change
from queries.reference import reference
from tests.asking import reading
from tests.recomputed.stories import KEYS, Told, course, expected, is_open, judgement, pairs, told
from tests.recomputed.workbooks import codes
from tests.serving import Demonstration

PAIRS = [(1, 2), (2, 3), (3, 4), (1, 4), (2, 4)]
SUBJECTS = {
    "Mijlpalen": "milestone",
    "Experimenten": "experiment",
    "Logboek": "experiment_note",
    "Knelpunten": "obstacle",
    "Partners": "partner",
}


@pytest.fixture(scope="module")
def workbooks(demonstration: Demonstration) -> dict[int, Told]:
    return told(demonstration.workbooks)


@pytest.fixture(scope="module", params=PAIRS, ids=str)
def compared(
    request: pytest.FixtureRequest, demonstration: Demonstration, workbooks: dict[int, Told]
) -> tuple[Told, Told, list[Change]]:
    since, number = request.param
    with reading(demonstration, number=number) as reader:
        then = next(one for one in reader.publications if one.number == since)
        found = changes(reader, then, reference(reader).rules)
    return workbooks[since], workbooks[number], found


def _steps(found: list[Change], aspect: str) -> dict[tuple[str, ...], tuple[Any, Any]]:
    names = {code: name for name, code in codes("step").items()}
    return {
        (one.region_code, one.other_code or "", names[one.code]): (one.was, one.now)
        for one in found
        if one.subject == "milestone" and one.aspect == aspect and one.kind not in ("toegevoegd", "verwijderd")
    }


def test_milestones_that_were_reached_or_cancelled(compared: tuple[Told, Told, list[Change]]) -> None:
    was, now, found = compared
    stones = pairs(was, now, "Mijlpalen")
    for aspect, column in (("reached", "bereikt op"), ("cancelled", "vervallen op")):
        assert _steps(found, aspect) == {
            key: (expected(before), after[column])
            for key, before, after in stones
            if before[column] is None and after[column]
        }


def test_milestones_that_moved(compared: tuple[Told, Told, list[Change]]) -> None:
    was, now, found = compared
    still = [
        (key, before, after)
        for key, before, after in pairs(was, now, "Mijlpalen")
        if is_open(before) and is_open(after)
    ]
    plans = {
        key: (before["huidig plan"], after["huidig plan"])
        for key, before, after in still
        if before["huidig plan"] != after["huidig plan"]
    }
    assert _steps(found, "planned_on") == plans
    assert _steps(found, "expected_on") == {
        key: (expected(before), expected(after))
        for key, before, after in still
        if expected(before) != expected(after) and plans.get(key, (None, None))[1] != expected(after)
    }
    reasons = {after["reden van nieuw plan"] for key, before, after in still if key in plans}
    assert {one.reason for one in found if one.aspect == "planned_on"} == reasons


def test_milestones_of_another_status(compared: tuple[Told, Told, list[Change]]) -> None:
    """Computed from the dates of both days, and judged by people."""
    was, now, found = compared
    still = [
        (key, before, after)
        for key, before, after in pairs(was, now, "Mijlpalen")
        if is_open(before) and is_open(after)
    ]
    for name, said in (("course", course), ("judgement", judgement)):
        differ = {
            key: (said(before, was.today), said(after, now.today))
            for key, before, after in still
            if said(before, was.today) != said(after, now.today)
        }
        assert _steps(found, name) | (_steps(found, "aged") if name == "judgement" else {}) == differ


def test_experiments_that_ended_or_were_decided_on(compared: tuple[Told, Told, list[Change]]) -> None:
    was, now, found = compared
    stories = pairs(was, now, "Experimenten")
    ended = {key[1] for key, before, after in stories if before["geëindigd op"] is None and after["geëindigd op"]}
    assert {one.code for one in found if one.aspect == "state" and one.kind == "status"} == ended
    decided = {
        key[1]: codes("verdict")[after["besluit"]]
        for key, before, after in stories
        if before["besluit"] != after["besluit"] and not (after["besluit"] == "Stoppen" and after["les"])
    }
    assert {one.code: one.now for one in found if one.aspect == "verdict"} == decided


def test_obstacles_that_were_solved(compared: tuple[Told, Told, list[Change]]) -> None:
    was, now, found = compared
    solved = {
        key[1]: (before["gemeld op"], after["opgelost op"])
        for key, before, after in pairs(was, now, "Knelpunten")
        if before["opgelost op"] is None and after["opgelost op"]
    }
    assert {one.code: (one.was, one.now) for one in found if one.aspect == "solved"} == solved


@pytest.mark.parametrize("sheet", KEYS)
def test_what_was_added_or_removed(compared: tuple[Told, Told, list[Change]], sheet: str) -> None:
    was, now, found = compared
    before, after = was.sheets[sheet].keys(), now.sheets[sheet].keys()
    counts = {
        kind: sum(one.kind == kind and one.subject == SUBJECTS[sheet] for one in found)
        for kind in ("toegevoegd", "verwijderd")
    }
    assert counts == {"toegevoegd": len(after - before), "verwijderd": len(before - after)}


def test_nothing_else_is_told_of_pilots(compared: tuple[Told, Told, list[Change]]) -> None:
    """So that the tests above have seen every row: no title or date of an experiment was told otherwise."""
    _was, _now, found = compared
    known = {"reached", "cancelled", "planned_on", "expected_on", "course", "judgement", "aged", "recovery"}
    assert {one.aspect for one in found if one.subject == "milestone"} <= known
    assert {one.aspect for one in found if one.subject == "experiment"} <= {"state", "verdict"}
    assert {one.aspect for one in found if one.subject == "obstacle"} <= {"solved", "level"}


def test_each_change_came_in_the_publication_from_which_it_holds(
    demonstration: Demonstration, workbooks: dict[int, Told]
) -> None:
    """Told step by step by the workbooks: since which round a milestone is reached, or is expected when it is."""
    with reading(demonstration, number=4) as reader:
        found = changes(reader, reader.publications[-1], reference(reader).rules)
    names = {code: name for name, code in codes("step").items()}
    for one in (one for one in found if one.aspect in ("reached", "planned_on")):
        key = (one.region_code, one.other_code or "", names[one.code])
        column = "bereikt op" if one.aspect == "reached" else "huidig plan"
        values = {number: rows.sheets["Mijlpalen"][key][column] for number, rows in workbooks.items()}
        since = max(number for number in (2, 3, 4) if values[number] != values[number - 1])
        assert (one.publication.number, values[4]) == (since, one.now)


def test_new_figures_of_every_region_that_delivered(demonstration: Demonstration) -> None:
    with reading(demonstration, number=4) as reader:
        found = changes(reader, reader.previous or reader.publication, reference(reader).rules)
    new = {one.region_code for one in found if one.aspect == "figures" and one.day == date(2026, 11, 1)}
    assert len(new - {"NL01"}) == 31
    assert "NL01" in new
