from __future__ import annotations

import pytest

from dashboard.figures.cohorts import Cohort, Followed, cohorts
from dashboard.figures.theme import EXPECTED, MESSAGE, WHITE
from tests.dashboard.figures.plotly_check import valid, words

OLD = Cohort("1e kw. 2025", (Followed(3, 94.0), Followed(6, 86.0), Followed(12, 78.0)))
MIDDLE = Cohort("2e kw. 2025", (Followed(3, 92.0), Followed(6, 85.0), Followed(12, 77.0, open=True)))
NEWEST = Cohort("3e kw. 2025", (Followed(3, 96.0), Followed(6, 90.0, open=True)))
COUNTRY = Cohort("landelijk 1e kw. 2025", (Followed(3, 90.0), Followed(6, 88.0)), beside=True)
TINY = Cohort("4e kw. 2025", (Followed(3, 3.0), Followed(24, 0.0)))


@pytest.mark.parametrize("width", [340, 620])
@pytest.mark.parametrize(
    "found",
    [[], [Cohort("leeg", ())], [OLD], [OLD, MIDDLE, NEWEST], [OLD, COUNTRY], [COUNTRY], [TINY], [OLD] * 12],
    ids=["none", "no share", "one", "many", "beside", "only the country", "low", "alike"],
)
def test_any_input_gives_a_valid_figure(found: list[Cohort], width: int) -> None:
    valid(cohorts(found, width=width))


def test_each_group_is_a_line_of_its_own_that_starts_with_everyone() -> None:
    figure = cohorts([OLD, MIDDLE, NEWEST])
    lines = [trace for trace in figure["data"] if trace["mode"] == "lines"]
    starts = [trace for trace in lines if trace["x"][0] == 0]
    assert [trace["y"][0] for trace in starts] == [100.0] * 3
    marks = [(trace["x"], trace["y"]) for trace in figure["data"] if trace["mode"] == "markers"]
    assert marks == [
        ([3, 6, 12], [94.0, 86.0, 78.0]),
        ([3, 6, 12], [92.0, 85.0, 77.0]),
        ([3, 6], [96.0, 90.0]),
    ]


def test_the_newest_speaks_and_older_ones_are_grey_but_named() -> None:
    figure = cohorts([OLD, MIDDLE, NEWEST, COUNTRY])
    colours = [trace["marker"]["line"]["color"] for trace in figure["data"] if trace["mode"] == "markers"]
    assert (colours[-1], colours[-2]) == (MESSAGE, EXPECTED)
    assert not {MESSAGE, EXPECTED} & set(colours[:2])
    assert len(set(colours)) == 4
    assert {"1e kw. 2025 78%", "2e kw. 2025 77%", "3e kw. 2025 90%", "landelijk 1e kw. 2025 88%"} <= set(words(figure))


def test_what_is_not_complete_is_open_and_dashed_and_said() -> None:
    figure = cohorts([NEWEST])
    dashes = [trace["line"]["dash"] for trace in figure["data"] if trace["mode"] == "lines"]
    assert [dash == "solid" for dash in dashes] == [True, False]
    (marks,) = [trace for trace in figure["data"] if trace["mode"] == "markers"]
    assert marks["marker"]["color"] == [MESSAGE, WHITE]
    assert [text.endswith("nog niet volledig") for text in marks["hovertext"]] == [False, True]


def test_names_that_end_together_keep_apart() -> None:
    notes = cohorts([OLD, MIDDLE])["layout"]["annotations"]
    layout = cohorts([OLD, MIDDLE])["layout"]
    low, high = layout["yaxis"]["range"]
    room = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    places = sorted(note["y"] * room / (high - low) for note in notes)
    assert places[1] - places[0] >= 15.9


def test_near_zero_the_axis_starts_at_zero() -> None:
    assert cohorts([TINY])["layout"]["yaxis"]["range"][0] == 0
    assert cohorts([OLD])["layout"]["yaxis"]["range"][0] == 70
