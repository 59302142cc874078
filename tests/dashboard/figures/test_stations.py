from __future__ import annotations

from datetime import date

import pytest

from dashboard.figures.stations import Station, stations
from dashboard.figures.theme import LATE, TODAY, Figure
from dashboard.i18n import speaking
from tests.dashboard.figures.plotly_check import valid, words

TODAY_ON = date(2026, 11, 21)
STEPS = [
    Station("1", "Partners in beeld", date(2026, 3, 31), None, None, date(2026, 3, 24), None, -7, "op_koers"),
    Station("2", "Bijeenkomst", date(2026, 4, 30), None, None, date(2026, 4, 28), None, -2, "op_koers"),
    Station("3", "Initiatieven", date(2026, 8, 31), None, None, date(2026, 9, 18), None, 18, "let_op"),
    Station("4", "Doorbraak", date(2026, 9, 30), None, date(2026, 12, 4), None, None, 52, "achter"),
    Station("5", "Collegevoorstel", date(2026, 11, 30), None, date(2027, 1, 29), None, None, 60, "let_op"),
    Station("6", "Uitvoering", date(2026, 12, 31), None, None, None, date(2026, 10, 1), None, "onbekend"),
]
UNDATED = [step._replace(baseline_on=None, forecast_on=None, done_on=None, cancelled_on=None) for step in STEPS]
ON_ONE_DAY = [step._replace(baseline_on=TODAY_ON, done_on=TODAY_ON, cancelled_on=None) for step in STEPS]


def rings(figure: Figure) -> dict[int, dict[str, object]]:
    return {shape["xanchor"]: shape for shape in figure["layout"]["shapes"] if shape["type"] == "circle"}


@pytest.mark.parametrize("width", [340, 842, 1284])
@pytest.mark.parametrize(
    "steps",
    [STEPS, [], UNDATED, ON_ONE_DAY, STEPS[:1], [STEPS[0]._replace(done_on=date(2036, 1, 1))]],
    ids=["typical", "empty", "undated", "one day", "one", "ten years"],
)
def test_any_input_gives_a_valid_figure(steps: list[Station], width: int) -> None:
    valid(stations(steps, TODAY_ON, width=width))


def test_reached_is_filled_forecast_is_dashed_and_cancelled_is_dotted() -> None:
    found = rings(stations(STEPS, TODAY_ON))
    looks = {day: (ring["fillcolor"], ring["line"]["dash"]) for day, ring in found.items()}  # type: ignore[index]
    assert looks[date(2026, 3, 24).toordinal()] == ("#01689b", "solid")
    assert looks[date(2026, 12, 4).toordinal()] == ("#ffffff", "4px,3px")
    assert looks[date(2026, 10, 1).toordinal()] == ("#f3f3f3", "1px,3px")


def test_only_what_is_behind_is_red() -> None:
    lines = [shape for shape in stations(STEPS, TODAY_ON)["layout"]["shapes"] if shape["line"]["color"] == LATE]
    connector, ring = lines
    assert (connector["x0"], connector["x1"]) == (date(2026, 9, 30).toordinal(), date(2026, 12, 4).toordinal())
    assert ring["xanchor"] == date(2026, 12, 4).toordinal()


def test_today_has_its_line_and_its_day() -> None:
    figure = stations(STEPS, TODAY_ON)
    (line,) = (shape for shape in figure["layout"]["shapes"] if shape["line"]["color"] == TODAY)
    assert line["x0"] == line["x1"] == TODAY_ON.toordinal()
    assert "stand 21 nov." in words(figure)


def test_everything_lies_inside_the_drawing() -> None:
    figure = stations(ON_ONE_DAY, TODAY_ON, height=200, width=340)
    low, high = figure["layout"]["yaxis"]["range"]
    assert figure["layout"]["height"] == high
    assert all(low + 12 < y < high for trace in figure["data"] for y in trace["y"])
    assert len(set(figure["data"][1]["y"])) == len(ON_ONE_DAY)


def test_hover_says_what_happened() -> None:
    said = words(stations(STEPS, TODAY_ON))
    assert "4. Doorbraakverwacht op 4 december 2026, 52 dagen later dan gepland" in said
    assert "1. Partners in beeldbereikt op 24 maart 2026" in said
    with speaking("en"):
        assert "as of 21 Nov" in words(valid(stations(STEPS, TODAY_ON)))
