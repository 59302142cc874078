"""What young people say, and who sat at the table, counted from the workbooks in plain Python."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pandas as pd
import pytest

from tests.asking import Site
from tests.dashboard.components.rendered import nodes, words
from tests.recomputed import shown
from tests.recomputed.courses import Courses
from tests.recomputed.workbooks import codes, region_names
from tests.serving import Demonstration

QUARTER, A_YEAR_AGO, NOW = date(2026, 7, 1), date(2025, 11, 1), date(2026, 11, 1)
COUNTRY = "NL01"
PATHS = {COUNTRY: "/uitkomsten", "AM05": "/regio/AM05/uitkomsten", "AM23": "/regio/AM23/uitkomsten"}
of_place = pytest.mark.parametrize("place", PATHS)
Answers = Counter[tuple[str, str]]


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Any]:
    return {place: site.page(path) for place, path in PATHS.items()}


@pytest.fixture(scope="module")
def answers(demonstration: Demonstration) -> dict[str, Answers]:
    """Protected, by place."""
    found: dict[str, Answers] = {COUNTRY: Counter()}
    every = tuple(code for code in region_names() if code.startswith("AM"))
    told = Courses(demonstration.workbooks, 4, every).shown("pulse_count")
    for (region, day, question, answer), count in told.items():
        if day == QUARTER:
            for place in (region, COUNTRY):
                found.setdefault(place, Counter())[question, answer] += count
    return found


@of_place
def test_answers_and_how_many_were_asked(answers: dict[str, Answers], pages: dict[str, Any], place: str) -> None:
    rows, own, country = shown.table(pages[place], "Wat jongeren antwoordden"), answers[place], answers[COUNTRY]
    for name, question in codes("pulse_question").items():
        said = [own[question, answer] for answer in codes("pulse_answer").values()]
        beside = [country[question, answer] for answer in codes("pulse_answer").values()] if place != COUNTRY else []
        shares = [shown.percentage(one[0], sum(one)) or "*" for one in (said, beside) if one]
        assert rows[name] == [*map(shown.count, said), shown.count(sum(said)), *shares]
    heard, asked = own["gehoord", "ja"], sum(own["gehoord", answer] for answer in codes("pulse_answer").values())
    assert shown.card_title(pages[place], "outcomes-voices").startswith(f"{shown.percentage(heard, asked)} van de")


@of_place
def test_who_sat_at_the_table(demonstration: Demonstration, pages: dict[str, Any], place: str) -> None:
    met = _meetings(demonstration)
    own = [at_table for code, seats in met.items() if place in (COUNTRY, code) for at_table in seats]
    note = next(words(node) for node in nodes(pages[place]) if node["props"].get("id") == "outcomes-voices-note")
    assert f"{own.count('Ja')} van {len(own)}" in note
    assert len(own) > 2


def _meetings(demonstration: Demonstration) -> dict[str, list[str]]:
    """Of the newest workbook of each region, the meetings of the twelve months before the reference date."""
    found: dict[str, list[str]] = {}
    for path in sorted(demonstration.workbooks.glob("*/*.xlsx")):
        sheets = pd.read_excel(path, sheet_name=["Levering", "Overleggen"])
        held = sheets["Overleggen"]
        days = pd.to_datetime(held["datum"]).dt.date
        seats = held[(days >= A_YEAR_AGO) & (days <= NOW)]["jongere aan tafel"]
        found[str(sheets["Levering"].iloc[0]["regio"])] = [str(one) for one in seats]
    names = {name: code for code, name in region_names().items() if code.startswith("AM")}
    return {names[name]: seats for name, seats in found.items()}
