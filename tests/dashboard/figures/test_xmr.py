from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from dashboard.figures.theme import SIGNAL, Figure
from dashboard.figures.xmr import Event, Point, limits, xmr
from dashboard.figures.xmr_canvas import canvas_of
from dashboard.figures.xmr_events import hang
from dashboard.i18n import speaking
from tests.dashboard.figures.plotly_check import numbers_in, valid, words

VALUES = [15, 20, 20, 25, 15, 20, 20, 15, 20, 25, 20, 15, 20, 20, 25, 20, 15, 20, 20, 20, 35, 20]
EVENTS = [
    Event(date(2025, 1, 1), "eerste dag"),
    Event(date(2025, 9, 1), "regiodag"),
    Event(date(2026, 8, 1), "Koffie op het plein"),
    Event(date(2026, 8, 15), "Kamer met maatje"),
    Event(date(2026, 9, 20), "Wet van school naar duurzaam werk"),
    Event(date(2026, 10, 1), "laatste dag"),
]


def points(values: Sequence[float | None]) -> list[Point]:
    return [Point(date(2025 + at // 12, at % 12 + 1, 1), value) for at, value in enumerate(values)]


def drawn(values: Sequence[float | None], events: Sequence[Event] = (), width: int = 860) -> Figure:
    return valid(xmr(points(values), limits(values), events, width=width))


@pytest.mark.parametrize("width", [340, 860, 1284])
@pytest.mark.parametrize(
    "values",
    [VALUES, [], [None] * 5, [5], [0] * 15, [5, 0, None, 10, 5, 0, 5] * 3, [25_000 + at for at in range(30)]],
    ids=["typical", "empty", "missing", "one", "zero", "small", "huge"],
)
def test_any_input_gives_a_valid_figure(values: list[float | None], width: int) -> None:
    drawn(values, EVENTS, width)


def test_the_line_is_the_input_and_a_gap_stays_a_gap() -> None:
    line = drawn([10, None, 15])["data"][0]
    assert line["y"] == [10, None, 15]
    assert line["connectgaps"] is False


def test_only_the_signal_is_filled_and_named() -> None:
    figure = drawn(VALUES)
    assert [(trace["x"], trace["y"]) for trace in figure["data"][1:]] == [([date(2026, 9, 1).toordinal()], [35])]
    assert figure["data"][1]["marker"]["color"] == SIGNAL
    assert "september 2026: 35boven de bovengrens" in words(figure)
    assert len(drawn([20, 25] * 8)["data"]) == 1


def test_limits_are_named_at_their_lines() -> None:
    said = words(drawn(VALUES))
    assert {"bovengrens 34", "gemiddeld 20", "ondergrens 7"} <= set(said)


def test_a_lower_limit_of_nothing_is_not_named() -> None:
    assert not any("ondergrens" in text for text in words(drawn([0, 10] * 8)))


def test_no_limits_are_drawn_from_few_points() -> None:
    figure = drawn(VALUES[:7])
    assert "Geen grenzen: minder dan 8 metingen, of te kleine aantallen." in words(figure)
    assert len(figure["layout"]["shapes"]) == 1


def test_small_counts_are_not_printed() -> None:
    figure = drawn([5, 0, 5, 10, 5, 5, 0, 5, 5, 10, 5, 5, 0])
    assert "januari 2025: < 10" in words(figure)
    hover = {text for trace in figure["data"] for text in trace["hovertext"]}
    assert not any(text.endswith(": 5") for text in hover)


def test_events_stand_at_their_day_and_outside_the_period_not_at_all() -> None:
    outside = Event(date(2024, 1, 1), "te vroeg")
    figure = drawn(VALUES, [outside, EVENTS[1]])
    triangles = figure["data"][0]
    assert triangles["x"] == [EVENTS[1].on.toordinal()]
    assert "regiodag" in words(figure)
    assert "te vroeg" not in " ".join(words(figure))


@pytest.mark.parametrize("width", [340, 640, 1284])
def test_labels_of_events_do_not_meet(width: int) -> None:
    found = hang(canvas_of(points(VALUES), limits(VALUES), 260, width), EVENTS)
    placed = [one for one in found if one.row is not None]
    assert len(found) == len(EVENTS)
    assert len(placed) >= (3 if width == 340 else len(EVENTS))
    for one in placed:
        beside = [other for other in placed if other.row == one.row and other.event != one.event]
        assert all(other.right <= one.left or one.right <= other.left for other in beside)


def test_english() -> None:
    with speaking("en"):
        figure = xmr(points([25_000, 25_500] * 8), limits([25_000, 25_500] * 8), [])
    assert "mean 25,250" in words(valid(figure))


def test_no_number_is_invented() -> None:
    mean, away = 22.5, 2.66 * 5
    limit_names = {round(mean), round(mean - away), round(mean + away)}
    assert numbers_in(drawn([20, 25] * 8)) == {20, 25, 2025, 2026} | limit_names


def test_shares_are_printed_as_percentages_and_have_no_small_counts() -> None:
    values = [58.0, 61.0, 57.0, 60.0] * 3 + [3.0]
    figure = valid(xmr(points(values), limits(values), percent=True))
    assert figure["layout"]["yaxis"]["ticktext"][-1].endswith("%")
    assert set(figure["data"][0]["marker"]["symbol"]) == {"circle"}
    said = words(figure)
    assert "januari 2026: ≤ 5%" in said
    assert any(text.startswith("gemiddeld ") and text.endswith("%") for text in said)


def test_an_axis_of_shares_ends_at_all_of_them() -> None:
    figure = valid(xmr(points([99.0, 97.0]), None, percent=True))
    assert figure["layout"]["yaxis"]["tickvals"][-1] == 100


def test_long_names_hang_under_each_other() -> None:
    """With half a year between them there is no room beside each other, but rows enough."""
    events = [
        Event(date(2025, 2, 1), "De wet Van school naar duurzaam werk gaat in"),
        Event(date(2025, 5, 1), "Gemeenteraadsverkiezingen"),
        Event(date(2025, 7, 1), "Workshop op locatie van een werkgever"),
        Event(date(2025, 10, 1), "Nabellen na een half jaar"),
    ]
    hung = hang(canvas_of(points([50.0] * 12), None, 300, 880), events)
    assert [one.row is None for one in hung] == [False] * 4
