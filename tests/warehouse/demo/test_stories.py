"""Experiments, log and obstacles: linked, known in time, and about nobody in particular."""

import re
from datetime import date

from warehouse import reference
from warehouse.demo.calendar import rounds
from warehouse.demo.lives import lives
from warehouse.demo.plans import milestones, pilots
from warehouse.demo.stories import SheetRow, experiments, notes, obstacles

LAST = rounds()[-1].reference_date
PERSONAL = re.compile(r"@|\d{8,}|\b0\d[\d -]{7,}|\b\d{1,2} jaar (uit|in|te) [A-Z]")


def _all() -> dict[str, SheetRow]:
    return {str(row["experiment_code"]): row for code in lives() for row in experiments(code, LAST)}


def test_there_are_enough_experiments_and_every_region_has_one() -> None:
    found = _all()
    assert len(found) >= 60
    assert {code[:4] for code in found} == set(lives())
    assert found["AM05-E2"]["title"] == "Koffie op het plein"


def test_chains_lead_to_earlier_experiments_of_the_region() -> None:
    found = _all()
    chained = [row for row in found.values() if row["comes_from"]]
    assert len(chained) >= 20
    for row in chained:
        origin = found[str(row["comes_from"])]
        assert str(origin["started_on"]) <= str(row["started_on"])
        assert str(row["comes_from"])[:4] == str(row["experiment_code"])[:4]


def test_stopped_experiments_have_a_lesson() -> None:
    stopped = [row for row in _all().values() if row.get("verdict_code") == "stoppen"]
    assert len(stopped) >= 8
    assert all(row["lesson"] and row["ended_on"] for row in stopped)


def test_nothing_is_known_before_it_happened() -> None:
    for round_ in rounds():
        day = round_.reference_date
        for code in lives():
            started = {row["experiment_code"]: row["started_on"] for row in experiments(code, day)}
            for row in experiments(code, day):
                assert str(row["started_on"]) <= str(day)
                assert str(row.get("ended_on") or day) <= str(day)
            for note in notes(code, day):
                assert str(started[note["experiment_code"]]) <= str(note["noted_on"]) <= str(day)
            for row in obstacles(code, day):
                assert str(row["reported_on"]) <= str(day)


def test_an_experiment_stops_with_a_lesson_before_the_last_round() -> None:
    before = {row["experiment_code"]: row for row in experiments("AM02", rounds()[-2].reference_date)}
    assert before["AM02-E2"].get("lesson") is None
    assert _all()["AM02-E2"]["lesson"]


def test_experiments_and_obstacles_belong_to_a_pilot_that_had_begun() -> None:
    for code in lives():
        adopted = {row["pilot_code"]: row["baseline_on"] for row in pilots(code)}
        for row in experiments(code, LAST):
            assert str(row["started_on"]) >= str(adopted[row["pilot_code"]])
        assert {row["pilot_code"] for row in obstacles(code, LAST)} <= set(adopted)


def test_themes_for_central_government_are_reported_by_several_regions() -> None:
    still_open = [row for code in lives() for row in obstacles(code, LAST) if not row["solved_on"]]
    themes = {theme: [row for row in still_open if row["theme_code"] == theme] for theme in _themes()}
    assert all(len(rows) >= 2 for rows in themes.values())
    oldest = min(row["reported_on"] for row in themes["GEGEVENS"] if isinstance(row["reported_on"], date))
    assert (rounds()[-1].published_at.date() - oldest).days == 212
    assert {row["level_code"] for row in still_open} == set(reference.codes_of("obstacle_level"))


def _themes() -> tuple[str, ...]:
    return reference.codes_of("obstacle_theme")


def test_no_text_looks_like_a_person() -> None:
    for code in lives():
        rows = [*experiments(code, LAST), *notes(code, LAST), *obstacles(code, LAST), *milestones(code, LAST)]
        for text in (value for row in rows for value in row.values() if isinstance(value, str)):
            assert not PERSONAL.search(text), text
