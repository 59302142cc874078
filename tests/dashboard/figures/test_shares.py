from __future__ import annotations

import pytest

from dashboard.figures.shares import Part, Whole, shares
from dashboard.figures.theme import EXPECTED
from tests.dashboard.figures.plotly_check import numbers_in, valid, words


def whole(*fractions: float, certain: tuple[float, float] | None = None) -> Whole:
    names = ("loopt door of niet nodig", "gestopt", "onbekend")
    parts = tuple(
        Part(name, fraction, f"{round(100 * fraction)}%", unknown=name == "onbekend")
        for name, fraction in zip(names, fractions, strict=False)
    )
    return Whole("Twente", "290 jongeren werden 18", parts, certain, "95% zeker tussen 64% en 80%" if certain else "")


@pytest.mark.parametrize("width", [300, 390])
@pytest.mark.parametrize(
    "wholes",
    [
        [whole(0.61, 0.25, 0.14), whole(0.72, 0.21, 0.07, certain=(0.64, 0.8))],
        [whole(1.0, 0.0, 0.0), whole(0.0, 0.0, 1.0, certain=(0.0, 1.0))],
        [whole(0.02, 0.96, 0.02)],
        [whole()],
        [whole(0.61, 0.25, 0.14), whole()],
        [],
    ],
    ids=["typical", "all and nothing", "small parts", "too few", "one too few", "empty"],
)
def test_any_input_gives_a_valid_figure(wholes: list[Whole], width: int) -> None:
    valid(shares(wholes, width=width))


def test_parts_are_drawn_one_behind_the_other_and_the_unknown_is_hatched() -> None:
    bars = shares([whole(0.61, 0.25, 0.14), whole(0.72, 0.21, 0.07)])["data"]
    assert [bar["x"] for bar in bars] == [[0.61, 0.72], [0.25, 0.21], [0.14, 0.07]]
    assert ["pattern" in bar["marker"] for bar in bars] == [False, False, True]
    assert all(bar["y"] == bars[0]["y"] for bar in bars)


def test_how_certain_it_is_stands_under_its_own_bar() -> None:
    figure = shares([whole(0.61, 0.25, 0.14), whole(0.72, 0.21, 0.07, certain=(0.64, 0.8))])
    line, *caps = [shape for shape in figure["layout"]["shapes"] if shape["line"]["color"] == EXPECTED]
    assert (line["x0"], line["x1"]) == (0.64, 0.8)
    assert [cap["x0"] for cap in caps] == [0.64, 0.8]
    assert line["y0"] < figure["data"][0]["y"][1] < figure["data"][0]["y"][0]


def test_names_under_a_bar_stay_apart_and_on_the_card() -> None:
    """The part in between is as small as it can be, at either end."""
    for fractions in ((0.97, 0.01, 0.02), (0.02, 0.01, 0.97)):
        notes = shares([whole(*fractions)])["layout"]["annotations"]
        rights = [note["x"] for note in notes if note.get("xanchor") == "right"]
        assert len(rights) == 2
        assert all(0 < right <= 1 for right in rights)
        assert abs(rights[0] - rights[1]) > 0.1


def test_a_group_that_is_too_small_says_so() -> None:
    figure = shares([whole()])
    assert figure["data"] == []
    assert "* te klein om te zeggen: minder dan 50 jongeren" in words(figure)


def test_numbers_are_those_that_went_in() -> None:
    figure = shares([whole(0.72, 0.21, 0.07, certain=(0.64, 0.8))])
    assert numbers_in(figure) == {290, 18, 72, 21, 7, 95, 64, 80}
