"""Every way in which something can change between two publications is told, once, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from queries.changes import changes
from queries.compared import Change, Figure
from queries.corrections import Correction, corrections, revisions
from queries.reader import Access, Publication, Reader, open_reader
from queries.reference import reference
from tests.areas import Areas
from tests.asking import MINISTRY
from tests.told import FIRST, MOMENTS, REASON, SECOND
from tests.warehouse.publish.deliveries import AUGUST, OCTOBER, SEPTEMBER, changed, deliver, published
from tests.warehouse.publish.shown import shown
from warehouse.schema import published as area

MORE = changed("phase_count", "AM05", AUGUST, ("F4", "21-22"), 60)
TWENTE = Access("regio", frozenset({"AM05"}))
Ask = Callable[..., list[Change]]


@pytest.fixture
def ask(told: Areas) -> Iterator[Ask]:
    with told.warehouse.connect() as connection:

        def asked(since: int, number: int, access: Access = MINISTRY) -> list[Change]:
            reader = open_reader(connection, access, number)
            return changes(reader, _publication(reader, since), reference(reader).rules)

        yield asked


def _publication(reader: Reader, number: int) -> Publication:
    return next(one for one in reader.publications if one.number == number)


def _of(found: list[Change], *subjects: str) -> set[tuple[Any, ...]]:
    picked = [one for one in found if one.subject in subjects]
    rows = {(one.kind, one.code, one.aspect, one.was, one.now, one.reason) for one in picked}
    assert len(rows) == len(picked)
    return rows


def test_milestones(ask: Ask) -> None:
    of_pilots = {
        pilot: _of([one for one in ask(1, 2) if one.other_code == pilot], "milestone")
        for pilot in ("AM05-TOM", "AM05-JBB")
    }
    october = {step: date(2026, 10, step) for step in range(1, 7)}
    assert of_pilots["AM05-TOM"] == {
        ("status", "1", "reached", october[1], date(2026, 9, 10), None),
        ("verschoven", "2", "planned_on", october[2], date(2026, 11, 20), "De raad vergadert later."),
        ("status", "2", "course", "op_koers", "let_op", None),
        ("verschoven", "3", "expected_on", date(2026, 10, 5), date(2026, 10, 15), None),
        ("status", "4", "cancelled", october[4], date(2026, 9, 3), "Samengevoegd met stap 5."),
        ("status", "5", "judgement", "op_koers", "let_op", "projectleider: het hapert"),
        ("status", "6", "recovery", None, "Bellen · kwartiermaker", None),
        ("verwoord", "6", "title", "Stap 6", "Borgen", None),
    }
    assert of_pilots["AM05-JBB"] == {
        ("status", "1", "reopened", date(2026, 7, 1), october[1], None),
        ("verwijderd", "2", "expected_on", october[2], None, None),
        ("toegevoegd", "3", "expected_on", None, october[3], None),
        ("verschoven", "4", "done_on", date(2026, 7, 1), date(2026, 7, 8), None),
        ("verschoven", "5", "baseline_on", date(2026, 8, 1), date(2026, 8, 15), None),
    }


def test_experiments_and_their_log(ask: Ask) -> None:
    assert _of(ask(1, 2), "experiment", "experiment_note") == {
        ("status", "E1", "state", "loopt", "gestopt_met_les", "De plek telt."),
        ("verschoven", "E2", "check_on", date(2026, 11, 1), date(2026, 12, 1), None),
        ("toegevoegd", "E3", "state", None, "loopt", None),
        ("verwijderd", "E4", "state", "loopt", None, None),
        ("status", "E5", "verdict", None, "opschalen", None),
        ("verwoord", "E6", "title", "Proef E6", "Koffie", None),
        ("verwoord", "E6", "question", "Helpt het?", "Komen ze?", None),
        ("verschoven", "E6", "started_on", date(2026, 6, 1), date(2026, 6, 8), None),
        ("status", "E7", "state", "loopt", "afgerond", None),
        ("status", "E7", "verdict", None, "doorgaan", None),
        ("verwoord", "E2", "observed", "Drie jongeren kwamen.", "Vier jongeren kwamen.", None),
        ("verwijderd", "E2", "observed", "Niemand kwam.", None, None),
        ("toegevoegd", "E3", "observed", None, "Twee jongeren kwamen.", None),
    }


def test_obstacles(ask: Ask) -> None:
    assert _of(ask(1, 2), "obstacle") == {
        ("status", "K1", "solved", date(2026, 7, 1), date(2026, 9, 1), None),
        ("status", "K2", "level", "bestuur", "rijk", None),
        ("status", "K2", "theme", None, "GEGEVENS", None),
        ("verwijderd", "K3", "level", "bestuur", None, None),
        ("toegevoegd", "K4", "level", None, "rijk", None),
        ("verwoord", "K5", "title", "Knelpunt K5", "Te weinig kamers", None),
        ("verschoven", "K5", "reported_on", date(2026, 7, 1), date(2026, 7, 8), None),
    }


def test_pilots_and_promises(ask: Ask) -> None:
    assert _of(ask(1, 2), "pilot", "target", "participation") == {
        ("verwoord", "AM05-TOM", "title", "Toekomstplan op maat Twente", "Toekomstplan op maat", None),
        ("herzien", "K01", "amount", Figure(400), Figure(450), None),
        ("verschoven", "K01", "target_on", date(2027, 1, 1), date(2027, 3, 1), None),
    }


def test_a_judgement_that_time_made_worthless_and_a_step_that_became_late(ask: Ask) -> None:
    """Nothing of it was told otherwise; 45 days is as long as a judgement holds, 42 what may be late."""
    computed = {(one.code, one.aspect, one.was, one.now) for one in ask(2, 5) if one.subject == "milestone"}
    assert ("5", "aged", "let_op", "onbekend") in computed
    assert ("6", "course", "op_koers", "achter") in computed
    assert {aspect for _code, aspect, *_ in computed} == {"aged", "course"}


def test_what_came_back_to_what_it_was_is_no_change(ask: Ask) -> None:
    assert {one.aspect for one in ask(3, 5)} == {"aged", "course"}
    assert {one.kind for one in ask(2, 4)} <= {"status"}


def test_a_change_says_in_which_publication_it_came(ask: Ask) -> None:
    came = {(one.code, one.aspect): one.publication.number for one in ask(1, 3) if one.subject == "milestone"}
    assert (came["2", "planned_on"], came["1", "reached"]) == (2, 2)
    figures = {(one.region_code, one.day): one.publication.number for one in ask(1, 3) if one.aspect == "figures"}
    assert figures == {("AM05", SEPTEMBER): 2, ("AM02", SEPTEMBER): 3, ("AM05", OCTOBER): 3, ("NL01", SEPTEMBER): 3} | {
        ("NL01", OCTOBER): 3
    }


def test_of_two_publications_that_say_the_same_there_is_nothing(ask: Ask) -> None:
    assert ask(2, 2) == []


def test_new_figures_and_a_region_that_was_late(ask: Ask) -> None:
    found = {(one.region_code, one.day, one.aspect, one.was, one.now) for one in ask(2, 3) if one.kind == "nieuw"}
    assert ("NL01", SEPTEMBER, "regions", 1, 2) in found
    assert {(region, day) for region, day, *_ in found} == {
        ("AM05", OCTOBER),
        ("NL01", OCTOBER),
        ("AM02", SEPTEMBER),
        ("NL01", SEPTEMBER),
    }


def _revised(areas: Areas, since: int, number: int, region: str, day: date) -> set[tuple[Any, ...]]:
    """By another road: the rows of each rollup that stood in both publications with other numbers. No flow did."""
    found = set()
    for table in (area.indicator_count, area.phase_total, area.exit_total):
        width = len(table.info["keys"])
        was, now = ({row[:width]: row[width:] for row in shown(areas, table, at)} for at in (since, number))
        other = {key for key in was.keys() & now.keys() if was[key] != now[key] and region in key and day in key}
        found |= {(table.name, key, was[key][0], now[key][0]) for key in other}
    return found


def test_revised_figures_have_the_reason_of_the_correction(ask: Ask, told: Areas) -> None:
    own = [one for one in ask(2, 3) if one.kind == "herzien" and one.region_code == "AM05"]
    by_hand = _revised(told, 2, 3, "AM05", AUGUST)
    assert len(own) == len(by_hand) > 3
    assert {(one.subject, one.was.amount, one.now.amount) for one in own} == {  # type: ignore[union-attr]
        (name, was, now) for name, _key, was, now in by_hand
    }
    assert {(one.reason, one.day, one.publication.number) for one in own} == {(REASON, AUGUST, 3)}


def test_the_country_is_revised_with_its_region(ask: Ask, told: Areas) -> None:
    country = [one for one in ask(2, 3) if one.kind == "herzien" and one.region_code == "NL01"]
    assert len(country) == len(_revised(told, 2, 3, "NL01", AUGUST)) > 3
    assert {one.reason for one in country} == {None}


def test_figures_that_were_taken_back(ask: Ask) -> None:
    back = ask(3, 4)
    removed = {(one.region_code, one.day) for one in back if one.kind == "verwijderd"}
    assert removed == {("AM05", OCTOBER), ("NL01", OCTOBER), ("AM02", SEPTEMBER)}
    assert {one.publication.restores for one in back if one.kind in ("verwijderd", "herzien")} == {2}


@pytest.fixture
def reader(told: Areas) -> Iterator[Reader]:
    with told.warehouse.connect() as connection:
        yield open_reader(connection, MINISTRY)


def test_corrections_with_their_cause_and_what_they_revised(reader: Reader, ask: Ask) -> None:
    """The fifth publication brought it once more, after it was undone."""
    found = corrections(reader)
    assert [(one.region_code, one.reference_date, one.version, one.publication.number) for one in found] == [
        ("AM05", AUGUST, 2, 5),
        ("AM05", AUGUST, 2, 3),
    ]
    assert {one.reason for one in found} == {REASON}
    revised = revisions(reader, found)
    own = {(one.subject, one.code, one.was, one.now) for one in ask(2, 3) if one.reason == REASON}
    assert [{(one.subject, one.code, one.was, one.now) for one in revised[each]} for each in found] == [own, own]


def test_a_correction_is_not_told_before_it_was_published(told: Areas) -> None:
    with told.warehouse.connect() as connection:
        counts = [len(corrections(open_reader(connection, MINISTRY, number))) for number in (1, 2, 3, 4, 5)]
    assert counts == [0, 0, 1, 1, 2]


def test_which_of_two_corrections_revised_a_figure(reader: Reader, ask: Ask) -> None:
    """The first that is not of a date before it; a year of exits ends after both."""
    change = next(one for one in ask(2, 3) if one.reason == REASON)
    early, late = (Correction("AM05", day, 2, str(day), None, change.publication) for day in (AUGUST, SEPTEMBER))
    for day, expected in ((AUGUST, early), (SEPTEMBER, late), (OCTOBER, late)):
        asked = Change(**{**vars(change), "day": day})
        assert Correction.of(asked, [late, early]) == expected
    assert Correction.of(change, []) is None


def test_both_databases_tell_the_same_changes(sqlite_areas: Areas, postgres_areas: Areas) -> None:
    """Dates, counts and texts stand in one statement there, each of its own kind."""
    found = []
    for areas in (sqlite_areas, postgres_areas):
        deliver(areas, "AM05", AUGUST, subjects=FIRST)
        published(areas, published_at=MOMENTS[0])
        deliver(areas, "AM05", AUGUST, subjects=SECOND, figures=MORE, reason=REASON)
        published(areas, published_at=MOMENTS[1])
        with areas.warehouse.connect() as connection:
            reader = open_reader(connection, MINISTRY)
            told = changes(reader, _publication(reader, 1), reference(reader).rules)
        found.append({replace(one, publication=reader.publications[-1]) for one in told})
    assert found[0] == found[1]
    assert len(found[0]) > 40


def test_a_region_sees_its_own_changes_and_the_country(ask: Ask) -> None:
    own = {one.region_code for one in ask(1, 5, TWENTE)}
    assert own == {"AM05", "NL01"}
    assert "AM02" in {one.region_code for one in ask(1, 5)}
    assert ask(1, 5, Access("nobody", frozenset())) == [one for one in ask(1, 5) if one.region_code == "NL01"]
