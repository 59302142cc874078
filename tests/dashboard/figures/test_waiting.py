from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from dashboard.figures.theme import EVENT
from dashboard.figures.waiting import Event, Stack, waiting
from tests.dashboard.figures.plotly_check import numbers_in, valid, words

LABELS = ("tot 4 weken", "4 tot 6 weken", "langer dan 6 weken")
DAYS = [date(2026, month, 1) for month in range(1, 12)]
STACKS = [Stack(day, (300 + at, 200, 215)) for at, day in enumerate(DAYS)]
EVENTS = [Event(date(2026, 4, 13), "Caseloaddag"), Event(date(2025, 1, 1), "Lang geleden")]


@pytest.mark.parametrize("width", [340, 700])
@pytest.mark.parametrize(
    "stacks",
    [
        STACKS,
        STACKS[:1],
        [stack._replace(counts=(0, 0, 0)) for stack in STACKS],
        [stack._replace(counts=(5, 0, 5)) for stack in STACKS],
        [stack._replace(counts=None) if at % 3 else stack for at, stack in enumerate(STACKS)],
        [stack._replace(counts=None) for stack in STACKS],
        [stack._replace(counts=(10**6, 10**6, 0)) for stack in STACKS],
        [],
    ],
    ids=["typical", "one date", "nobody", "tiny", "gaps", "missing", "huge", "empty"],
)
@pytest.mark.parametrize("events", [EVENTS, []], ids=["events", "quiet"])
def test_any_input_gives_a_valid_figure(stacks: list[Stack], events: list[Event], width: int) -> None:
    valid(waiting(stacks, LABELS, events, width=width))


def test_columns_are_stacked_from_short_to_long() -> None:
    bars = [trace for trace in waiting(STACKS, LABELS)["data"] if trace["type"] == "bar"]
    assert [bar["y"][0] for bar in bars] == [300, 200, 215]
    assert [bar["x"] for bar in bars] == [[day.toordinal() for day in DAYS]] * 3


def test_a_date_that_was_not_delivered_is_hatched() -> None:
    *_columns, absent = waiting([*STACKS[:3], Stack(DAYS[3], None)], LABELS)["data"]
    assert absent["x"] == [DAYS[3].toordinal()]
    assert absent["marker"]["pattern"]["shape"] == ["x"]
    assert absent["y"][0] > 0


@pytest.mark.parametrize("counts", [(5, 0, 5), (0, 0, 0), (0, 0, 900)])
def test_the_names_of_classes_stand_apart_beside_the_last_column(counts: tuple[int, ...]) -> None:
    layout = waiting([Stack(DAYS[0], counts)], LABELS)["layout"]
    low, high = layout["yaxis"]["range"]
    pixels = (layout["height"] - layout["margin"]["b"]) / (high - low)
    beside = [note["y"] * pixels for note in layout["annotations"] if note.get("xref") == "paper"]
    assert len(beside) == 3
    assert all(upper - lower > 17.9 for lower, upper in pairwise(beside))
    assert beside[0] > 7.9


def test_an_event_in_these_months_is_marked() -> None:
    figure = waiting(STACKS, LABELS, EVENTS)
    (marks,) = (trace for trace in figure["data"] if trace.get("mode") == "markers")
    assert (marks["x"], marks["marker"]["color"]) == ([date(2026, 4, 13).toordinal()], EVENT)
    assert "Caseloaddag" in words(figure)
    assert not any("Lang geleden" in said for said in words(figure))


def test_numbers_are_those_that_went_in() -> None:
    assert {715, 725} <= numbers_in(waiting(STACKS, LABELS))
    small = waiting([Stack(DAYS[0], (5, 0, 0))], LABELS)
    assert "1 jan. 2026, tot 4 weken: < 10" in words(small)
    assert "< 10" in words(small)
