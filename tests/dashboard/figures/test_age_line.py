from __future__ import annotations

import pytest

from dashboard.figures.age_line import Band, Rule, age_line
from dashboard.figures.theme import CONTEXT, LIGHT_CONTEXT, TODAY, Figure
from tests.dashboard.figures.plotly_check import numbers_in, valid, words

RULES = [Rule("Jeugdwet", 16, 18), Rule("Verlengd", 18, 23), Rule("Wmo", 18, 99), Rule("Doorstroompunt", 16, 27)]
BANDS = [
    Band("16 en 17 jaar", 16, 18, 420, "± 210 per jaar"),
    Band("18 tot en met 20 jaar", 18, 21, 1545, "± 515 per jaar"),
    Band("21 en 22 jaar", 21, 23, 1080),
    Band("23 tot en met 26 jaar", 23, 27, 2635),
]


def drawn(bands: list[Band], width: int = 828) -> Figure:
    return age_line(RULES, bands, border=18, borders=(18, 21, 23, 27), width=width)


@pytest.mark.parametrize("width", [340, 828])
@pytest.mark.parametrize(
    "bands",
    [
        BANDS,
        [band._replace(youths=0) for band in BANDS],
        [band._replace(youths=5) for band in BANDS],
        [band._replace(youths=None) for band in BANDS],
        [band._replace(youths=10**6) for band in BANDS],
        BANDS[:1],
        [],
    ],
    ids=["typical", "zero", "tiny", "missing", "huge", "one", "empty"],
)
def test_any_input_gives_a_valid_figure(bands: list[Band], width: int) -> None:
    valid(drawn(bands, width))


def test_an_area_is_the_number() -> None:
    (bar,) = drawn(BANDS)["data"]
    areas = [high * (band.until - band.start) for high, band in zip(bar["y"], BANDS, strict=True)]
    assert [area / band.youths for area, band in zip(areas, BANDS, strict=True) if band.youths] == pytest.approx(
        [areas[0] / 420] * 4
    )
    assert bar["x"] == [17, 19.5, 22, 25]


def test_a_rule_runs_from_birthday_to_birthday_and_beyond_when_it_has_no_end() -> None:
    found = [shape for shape in drawn(BANDS)["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(round(shape["x0"]), round(shape["x1"], 1)) for shape in found] == [
        (16, 18.0), (18, 23.0), (18, 27.2), (16, 27.0),
    ]  # fmt: skip
    assert [shape["fillcolor"] in (CONTEXT, LIGHT_CONTEXT) for shape in found] == [True, False, False, True]


def test_the_border_stands_out() -> None:
    lines = [
        shape for shape in drawn(BANDS)["layout"]["shapes"] if shape["type"] == "line" and shape["x0"] == shape["x1"]
    ]
    assert [line["x0"] for line in lines] == [18, 21, 23, 27]
    assert [line["line"]["color"] == TODAY for line in lines] == [True, False, False, False]


def test_numbers_are_those_that_went_in() -> None:
    figure = drawn(BANDS)
    assert {420, 1545, 1080, 2635, 210, 515} <= numbers_in(figure)
    small = drawn([band._replace(youths=5, note="") for band in BANDS])
    assert words(small).count("< 10") == 4
    assert small["data"][0]["marker"]["pattern"]["shape"] == ["/"] * 4
    assert words(drawn([band._replace(youths=None) for band in BANDS])).count("×") >= 1
