from __future__ import annotations

import pytest

from dashboard.figures.funnel import Dot, funnel_plot
from dashboard.figures.theme import SIGNAL, TITLE, WHITE
from queries.funnel_limits import ALARM, Funnel, Rounding, Share
from tests.dashboard.figures.plotly_check import valid, words

CALM = [Dot(f"AM{at:02}", f"Regio {at}", Share(0.58 * of, of)) for at, of in enumerate(range(60, 460, 20))]
OWN = Dot("AM40", "Twente", Share(102, 160), own=True)
ODD = Dot("AM41", "Groningen", Share(170, 200))
ALL = [*CALM, OWN, ODD]
BOUNDS = Funnel.of([dot.share for dot in ALL], Rounding(10, 4))


def drawn(dots: list[Dot], width: int = 640) -> dict[str, object]:
    bounds = Funnel.of([dot.share for dot in dots], Rounding(10, 4))
    return valid(funnel_plot(dots, bounds, across="afgeronde trajecten in 12 maanden", width=width))


@pytest.mark.parametrize("width", [340, 640])
@pytest.mark.parametrize(
    "dots",
    [ALL, CALM[:5], CALM[:2], [], [dot._replace(share=Share(0, 60)) for dot in CALM]],
    ids=["typical", "few", "too few", "none", "nobody"],
)
def test_any_input_gives_a_valid_figure(dots: list[Dot], width: int) -> None:
    drawn(dots, width)


def test_only_the_own_region_and_those_outside_are_named() -> None:
    said = words(drawn(ALL))
    assert {"Twente 64%", "Groningen 85%", "99,8%", "95%", "landelijk 59%"} <= set(said)
    assert "Regio 1 58%" not in said
    assert "Groningen: 85% van 200, buiten de grenzen van 99,8%" in said
    assert "Twente: 64% van 160, binnen toeval" in said


def test_marks_tell_by_form_and_colour_who_is_who() -> None:
    peers = [CALM[0]._replace(peer=True), *CALM[1:], OWN, ODD]
    marker = funnel_plot(peers, BOUNDS, across="")["data"][2]["marker"]
    assert marker["symbol"][-1] == "diamond"
    assert marker["color"][-2:] == [SIGNAL, TITLE]
    assert set(marker["color"][:-2]) == {WHITE}
    assert sorted(marker["line"]["width"])[-2:] == [2.6, 2.6]


def test_bands_are_the_limits_and_nowhere_outside_the_plot() -> None:
    outer, inner, _dots = funnel_plot(ALL, BOUNDS, across="")["data"]
    assert BOUNDS is not None
    at = outer["x"].index(outer["x"][30])
    assert outer["y"][at] == pytest.approx(100 * BOUNDS.limits(outer["x"][at], ALARM)[1])
    low, high = funnel_plot(ALL, BOUNDS, across="")["layout"]["yaxis"]["range"]
    assert all(low <= y <= high for band in (outer, inner) for y in band["y"])
