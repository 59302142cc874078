from __future__ import annotations

import pytest

from dashboard.figures.destinations import Destination, destinations
from dashboard.figures.theme import CONTEXT, EXPECTED, MESSAGE
from tests.dashboard.figures.plotly_check import numbers_in, valid, words

ROWS = [
    Destination("onbekend", "Onbekend", 15, "9%", 0.09, unknown=True),
    Destination("opleiding", "Opleiding", 45, "27%", 0.24, placed=True),
    Destination("werk", "Werk", 35, "21%", 0.2, placed=True),
    Destination("gestopt", "Zelf gestopt", 5, "≤ 5%", 0.04),
]


@pytest.mark.parametrize("width", [340, 640])
@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [],
        [row._replace(youths=0) for row in ROWS],
        [row._replace(youths=5, share=None, national_share=None) for row in ROWS],
        [row._replace(youths=row.youths * 100_000) for row in ROWS],
        ROWS[:1],
        [row._replace(label=row.label * 4 + " en nog veel meer woorden") for row in ROWS],
    ],
    ids=["typical", "empty", "zero", "tiny", "huge", "only unknown", "long names"],
)
def test_any_input_gives_a_valid_figure(rows: list[Destination], width: int) -> None:
    valid(destinations(rows, national="landelijk 24%", width=width))


def test_bars_are_the_counts_and_the_unknown_stands_last() -> None:
    (bar,) = destinations(ROWS)["data"]
    assert list(zip(bar["customdata"], bar["x"], strict=True)) == [
        ("opleiding", 45), ("werk", 35), ("gestopt", 5), ("onbekend", 15),
    ]  # fmt: skip
    steps = [high - low for high, low in zip(bar["y"], bar["y"][1:], strict=False)]
    assert steps[-1] > steps[0] == steps[1]
    assert bar["marker"]["color"] == [MESSAGE, MESSAGE, CONTEXT, CONTEXT]
    assert bar["marker"]["pattern"]["shape"] == ["", "", "/", "\\"]


def test_ticks_stand_at_the_national_share_of_the_own_total() -> None:
    shapes = destinations(ROWS)["layout"]["shapes"]
    ticks = [shape["x0"] for shape in shapes if shape["line"]["color"] == EXPECTED]
    assert ticks == pytest.approx([24, 20, 4, 9])


def test_without_a_comparison_there_is_no_tick_and_no_name_of_it() -> None:
    figure = destinations([row._replace(national_share=None) for row in ROWS], national="landelijk 24%")
    assert not any(shape["line"]["color"] == EXPECTED for shape in figure["layout"]["shapes"])
    assert "landelijk 24%" not in words(figure)


def test_numbers_are_those_that_went_in() -> None:
    figure = destinations(ROWS, national="landelijk 24%")
    assert "< 10  ≤ 5%" in words(figure)
    assert numbers_in(figure) == {45, 27, 35, 21, 15, 9, 24, 10, 5}
    assert not any(text.startswith("5 ") for text in words(figure))


def test_what_is_apart_is_no_part_of_the_whole() -> None:
    rows = [
        Destination("ALLE", "Alle vijf", 20, "20%", 0.25, placed=True, apart=True),
        Destination("WON", "Wonen", 70, "70%", 0.6, placed=True),
        Destination("INK", "Inkomen", 50, "50%", 0.5, placed=True),
    ]
    figure = valid(destinations(rows, whole=100))
    (bar,) = figure["data"]
    assert bar["customdata"] == ["WON", "INK", "ALLE"]
    assert bar["marker"]["pattern"]["shape"] == ["", "", ""]
    ticks = [shape["x0"] for shape in figure["layout"]["shapes"] if shape["line"]["color"] == EXPECTED]
    assert ticks == pytest.approx([60, 50, 25])
