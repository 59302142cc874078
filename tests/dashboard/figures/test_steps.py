from __future__ import annotations

import pytest

from dashboard.figures.steps import Bar, Panel, steps
from dashboard.figures.theme import EXPECTED, PHASES
from tests.dashboard.figures.plotly_check import numbers_in, valid, words

AGES = ("16-17", "18-20", "21-22", "23-26")
LINES = ("samen 61%", "mediaan 23 dagen")


def panel(*shares: float | None, phase: str = "F1", national: float | None = None) -> Panel:
    bars = tuple(
        Bar(age, share, "*" if share is None else f"{round(share)}%", national)
        for age, share in zip(AGES, shares, strict=True)
    )
    return Panel(phase, "In beeld → contact", LINES, bars)


@pytest.mark.parametrize("width", [340, 880])
@pytest.mark.parametrize(
    "panels",
    [
        [panel(29.0, 30.0, 28.0, 27.0, phase="F0", national=29.0), panel(62.0, 66.0, 69.0, 100.0)],
        [panel(None, None, None, None)],
        [panel(0.0, 0.0, 0.0, 0.0, national=0.0)],
        [panel(0.4, None, 3.0, 1.0)],
        [panel(50.0, 50.0, 50.0, 50.0)._replace(label="Een heel lange naam van een stap vooruit " * 3)],
        [Panel("F0", "Leeg", (), ()), panel(10.0, 10.0, 10.0, 10.0)],
        [Panel("F0", "Leeg", (), ())],
        [],
    ],
    ids=["typical", "too few", "zero", "tiny", "long name", "one without bars", "no bars", "empty"],
)
def test_any_input_gives_a_valid_figure(panels: list[Panel], width: int) -> None:
    valid(steps(panels, width=width))


def test_all_panels_have_one_scale() -> None:
    (bar,) = steps([panel(20.0, 40.0, 60.0, 80.0), panel(10.0, 20.0, 30.0, 40.0, phase="F2")])["data"]
    assert [high / share for high, share in zip(bar["y"], bar["customdata"], strict=True)] == pytest.approx(
        [bar["y"][0] / 20] * 8
    )
    assert bar["marker"]["color"] == [PHASES["F1"]] * 4 + [PHASES["F2"]] * 4
    assert bar["x"] == sorted(bar["x"])


def test_a_group_that_is_too_small_is_hatched_and_has_no_height_of_its_own() -> None:
    (bar,) = steps([panel(None, 40.0, None, 0.0)])["data"]
    assert bar["marker"]["pattern"]["shape"] == ["/", "", "/", ""]
    assert bar["y"][0] == bar["y"][2] > 0 == bar["y"][3]


def test_the_country_is_a_dash_at_its_share() -> None:
    figure = steps([panel(20.0, 40.0, None, 80.0, national=40.0)])
    ticks = [shape["y0"] for shape in figure["layout"]["shapes"] if shape["line"]["color"] == EXPECTED]
    assert ticks == pytest.approx([figure["data"][0]["y"][1]] * 4)


def test_numbers_are_those_that_went_in() -> None:
    figure = steps([panel(20.0, 40.0, 60.0, 80.0)])
    assert numbers_in(figure) == {16, 17, 18, 20, 21, 22, 23, 26, 40, 60, 61, 80}
    assert any("samen 61%" in said for said in words(figure))
