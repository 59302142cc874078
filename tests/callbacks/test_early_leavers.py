"""The card of early school leavers: what CBS published, and what it says when the definition changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from callbacks.parts.early_leavers import Series, card, series
from callbacks.parts.look import Look
from queries.indicators import ElsewhereValue
from queries.reader import Reader
from tests.callbacks.looking import seen
from tests.dashboard.figures.plotly_check import valid, words
from warehouse.reference import rows

BEFORE = ElsewhereValue("K13", "NL01", 1, "2023/'24", 34_210, 1_300_000, 10, "voorlopig", "CBS", date(2023, 8, 1))
SAME = replace(BEFORE, period="2024/'25", numerator=32_500, period_from=date(2024, 8, 1))
AFTER = replace(SAME, version=2, period="2025/'26", numerator=50_000, period_from=date(2025, 8, 1))


@pytest.fixture
def look(ministry: Reader) -> Look:
    return seen(ministry)


def test_it_shows_what_the_source_published(look: Look) -> None:
    published = [row for row in rows("cbs_84780NED_vsv_provincie") if row["code"] == "NL01"]
    shares = [100 * int(row["vsv"]) / int(row["leerlingen"]) for row in published]
    found = series(look).values
    assert [one.period for one in found] == [row["schooljaar"] for row in published]
    assert [one.share for one in found] == pytest.approx(shares)
    assert f"{shares[-1]:.1f}%".replace(".", ",") in card(look, Series(found), width=640).title


def test_years_of_one_definition_are_compared(look: Look) -> None:
    made = card(look, Series([BEFORE, SAME]), width=640)
    assert "minder dan in 2023/'24" in made.title
    assert "Dat laatste is 0,1 punt minder dan in 2023/'24." in made.sentence


def test_across_the_change_of_the_definition_nothing_is_compared(look: Look) -> None:
    assert AFTER.points_since(SAME) is None
    made = card(look, Series([BEFORE, SAME, AFTER]), width=640)
    assert made.title.endswith("met eerder niet vergelijkbaar")
    assert "niet vergelijkbaar met 2024/'25: de definitie veranderde op 1 januari 2026" in made.sentence
    assert "niet vergelijkbaar" in made.note
    assert "nieuwe definitie" in words(valid(dict(made.figure)))


def test_one_year_and_none(look: Look) -> None:
    assert card(look, Series([BEFORE]), width=640).title.startswith("In schooljaar 2023/'24 ging 2,6%")
    assert card(look, Series([]), width=640).empty is not None
