from __future__ import annotations

import pytest

from dashboard.figures.registrations import Row, registrations
from dashboard.figures.theme import CONTEXT, MESSAGE
from tests.dashboard.figures.plotly_check import numbers_in, valid, words

ROWS = [
    Row("Unieke jongeren", 17010, "17.010", strong=True),
    Row("Registraties", 17010, "21.110, 4.100 dubbel", more=4100),
    Row("In één systeem", 13710, "13.710 · 81%"),
    Row("Nog niet benaderd", 5, "< 10 · ≤ 5%"),
]


@pytest.mark.parametrize("width", [300, 500])
@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        ROWS[:1],
        [row._replace(amount=0, more=0) for row in ROWS],
        [row._replace(amount=10**7) for row in ROWS],
        [],
    ],
    ids=["typical", "one", "zero", "huge", "empty"],
)
def test_any_input_gives_a_valid_figure(rows: list[Row], width: int) -> None:
    valid(registrations(rows, width=width))


def test_what_is_double_stands_on_top_of_the_young_people() -> None:
    single, double = registrations(ROWS)["data"]
    assert (single["x"], double["x"]) == ([17010, 17010, 13710, 5], [0, 4100, 0, 0])
    assert double["marker"]["pattern"]["shape"] == "\\"
    assert single["marker"]["color"] == [MESSAGE, CONTEXT, CONTEXT, CONTEXT]
    assert single["marker"]["pattern"]["shape"] == ["", "", "", "/"]


def test_words_behind_a_bar_stay_on_the_card() -> None:
    figure = registrations(ROWS, width=500)
    assert figure["layout"]["xaxis"]["range"][1] > 21110 * 1.3


def test_without_anything_double_there_is_one_kind_of_bar() -> None:
    assert len(registrations([row._replace(more=0) for row in ROWS])["data"]) == 1


def test_numbers_are_those_that_went_in() -> None:
    assert numbers_in(registrations(ROWS)) == {17010, 21110, 4100, 13710, 81, 10, 5}
    assert "< 10 · ≤ 5%" in words(registrations(ROWS))
