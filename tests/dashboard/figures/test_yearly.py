from __future__ import annotations

import pytest

from dashboard.figures.theme import MESSAGE, QUIET_TEXT, TODAY, WHITE
from dashboard.figures.yearly import Earlier, Year, yearly
from tests.dashboard.figures.plotly_check import valid, words

YEARS = [Year(2019, "2019/'20", 1.98, 1), Year(2022, "2022/'23", 2.31, 1), Year(2023, "2023/'24", 2.58, 1, True)]
SPLIT = Earlier(
    "t/m 2021/'22: Hier en ginds (MC14)", 2022, [Year(2020, "2020/'21", 1.7, 1), Year(2021, "2021/'22", 1.9, 1)]
)
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


@pytest.mark.parametrize("width", [340, 640])
@pytest.mark.parametrize("earlier", [[SPLIT], [SPLIT._replace(years=[])], [SPLIT, SPLIT._replace(name="Ginds")]])
@pytest.mark.parametrize("years", [YEARS[1:], []], ids=["after", "nothing after"])
def test_any_change_of_borders_gives_a_valid_figure(years: list[Year], earlier: list[Earlier], width: int) -> None:
    valid(yearly(years, earlier, width=width))


def test_what_was_counted_in_another_region_is_dashed_and_never_joined() -> None:
    figure = yearly(YEARS[1:], [SPLIT])
    lines = {tuple(trace["x"]): trace["line"] for trace in figure["data"] if trace["mode"] == "lines"}
    assert lines.keys() == {(2020, 2021), (2022, 2023)}
    assert (lines[2020, 2021]["dash"], lines[2020, 2021]["color"]) == ("dash", QUIET_TEXT)
    assert lines[2022, 2023]["color"] == MESSAGE
    (band,) = figure["layout"]["shapes"]
    assert (band["type"], band["x1"], band["line"]["dash"]) == ("rect", 2021.5, "dash")
    assert SPLIT.name in words(figure)


def test_a_band_without_figures_has_a_year_to_stand_in() -> None:
    figure = yearly(YEARS[1:], [SPLIT._replace(years=[])])
    (band,) = figure["layout"]["shapes"]
    assert figure["layout"]["xaxis"]["range"] == [band["x0"], 2023.4]
    assert band["x0"] < 2021 < band["x1"] < 2022
    assert SPLIT.name in words(figure)
