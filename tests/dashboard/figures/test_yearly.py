from __future__ import annotations

import pytest

from dashboard.figures.theme import MESSAGE, TODAY, WHITE
from dashboard.figures.yearly import Year, yearly
from tests.dashboard.figures.plotly_check import valid, words

YEARS = [Year(2019, "2019/'20", 1.98, 1), Year(2022, "2022/'23", 2.31, 1), Year(2023, "2023/'24", 2.58, 1, True)]
BROKEN = [*YEARS, Year(2024, "2024/'25", 3.9, 2), Year(2025, "2025/'26", 3.7, 2)]


@pytest.mark.parametrize("width", [340, 640])
@pytest.mark.parametrize("years", [YEARS, BROKEN, YEARS[:1], []], ids=["typical", "broken", "one", "none"])
def test_any_input_gives_a_valid_figure(years: list[Year], width: int) -> None:
    valid(yearly(years, width=width))


def test_only_years_next_to_each_other_with_one_definition_are_joined() -> None:
    lines = [trace["x"] for trace in yearly(BROKEN)["data"] if trace["mode"] == "lines"]
    assert lines == [[2022, 2023], [2024, 2025]]


def test_the_break_is_drawn_and_named() -> None:
    figure = yearly(BROKEN)
    (line,) = figure["layout"]["shapes"]
    assert (line["x0"], line["line"]["color"]) == (2023.5, TODAY)
    assert "nieuwe definitie" in words(figure)
    assert "nieuwe definitie" not in words(yearly(YEARS))
    assert yearly(YEARS)["layout"]["shapes"] == []


def test_what_is_provisional_is_open() -> None:
    marker = yearly(YEARS)["data"][-1]["marker"]
    assert marker["color"] == [MESSAGE, MESSAGE, WHITE]
    assert "2023/'24: 2,6%, voorlopig" in words(yearly(YEARS))
