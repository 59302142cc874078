from __future__ import annotations

import re

import pytest

from dashboard.figures.flow import Line, Movement, Stock, flow
from dashboard.figures.theme import Figure, Trace
from dashboard.i18n import speaking
from tests.dashboard.figures.plotly_check import numbers_in, valid, words

LABELS = ("Buiten beeld", "In beeld", "Contact", "Plan", "Traject", "Uitstroom", "Terugval")
MOVEMENTS = (
    Movement("NEW", "F0", 955),
    Movement("NEW", "F1", 375),
    Movement("F0", "F1", 1325, ("12% door", "41 dagen")),
    Movement("F1", "F2", 2040, ("35% door", "23 dagen")),
    Movement("F4", "F5", 1080),
    Movement("F5", "F6", 265),
    Movement("F2", "F6", 260),
    Movement("F4", "F6", 395),
    Movement("F6", "F2", 245),
    Movement("F6", "F4", 270),
    Movement("F5", "GONE", 415),
)


def stocks(*counts: int | None) -> list[Stock]:
    return [Stock(f"F{at}", LABELS[at], count, 5, "12%") for at, count in enumerate(counts)]


TYPICAL = stocks(8510, 2985, 2810, 2420, 5550, 3320, 1175)


def ribbons(figure: Figure) -> dict[str, Trace]:
    """By the words before the count, as in "Contact → Terugval"."""
    found = [trace for trace in figure["data"] if trace.get("fill") == "toself"]
    return {trace["text"].partition(":")[0]: trace for trace in found}


def column_heights(figure: Figure) -> list[float]:
    (bar,) = (trace for trace in figure["data"] if trace["type"] == "bar")
    return list(bar["y"])


def thickness(ribbon: Trace) -> float:
    """At its first foot: bands end on a vertical edge, lanes and stubs on a level one."""
    points = list(zip(ribbon["x"], ribbon["y"], strict=True))
    (x0, y0), (x1, y1) = points[0], points[-1]
    return float(abs(x1 - x0) if y0 == pytest.approx(y1) else abs(y1 - y0))


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize(
    ("counts", "movements"),
    [
        ((8510, 2985, 2810, 2420, 5550, 3320, 1175), MOVEMENTS),
        ((15, 5, 10, 0, 20, 5, None), (Movement("F0", "F1", 5), Movement("F4", "F6", 5))),
        ((0, 0, 0, 0, 0, 0, 0), (Movement("F0", "F1", 0),)),
        ((None,) * 7, ()),
        ((10**7,) * 7, tuple(move._replace(youths=move.youths * 10_000) for move in MOVEMENTS)),
        ((5, 0, 0, 0, 0, 0, 0), MOVEMENTS),
        ((), ()),
    ],
    ids=["typical", "tiny", "zero", "missing", "huge", "more moved than stand", "empty"],
)
def test_any_input_gives_a_valid_figure(
    counts: tuple[int | None, ...], movements: tuple[Movement, ...], compact: bool
) -> None:
    valid(flow(stocks(*counts), movements, compact=compact))


def test_columns_and_ribbons_have_one_scale() -> None:
    figure = flow(TYPICAL, MOVEMENTS)
    scale = column_heights(figure)[0] / 8510
    assert column_heights(figure) == pytest.approx([(stock.youths or 0) * scale for stock in TYPICAL])
    for ribbon in ribbons(figure).values():
        assert thickness(ribbon) == pytest.approx(ribbon["meta"] * scale, abs=0.11)


def test_a_band_is_as_thick_where_it_arrives_as_where_it_leaves() -> None:
    band = ribbons(flow(TYPICAL, MOVEMENTS))["In beeld → Contact"]
    middle = len(band["y"]) // 2
    assert abs(band["y"][middle] - band["y"][middle - 1]) == pytest.approx(thickness(band), abs=0.02)


def test_every_movement_is_drawn_once() -> None:
    drawn = [trace["meta"] for trace in ribbons(flow(TYPICAL, MOVEMENTS)).values()]
    assert sorted(drawn) == sorted(movement.youths for movement in MOVEMENTS)


def test_nothing_is_drawn_over_the_top_of_the_drawing() -> None:
    figure = flow(TYPICAL, MOVEMENTS, height=300)
    low, high = figure["layout"]["yaxis"]["range"]
    for ribbon in ribbons(figure).values():
        assert low <= min(ribbon["y"])
        assert max(ribbon["y"]) <= high - 70


def test_numbers_are_those_that_went_in() -> None:
    given = {stock.youths for stock in TYPICAL} | {movement.youths for movement in MOVEMENTS}
    assert given | {41, 23, 12, 35} <= numbers_in(flow(TYPICAL, MOVEMENTS))
    assert numbers_in(flow(TYPICAL, MOVEMENTS)) <= given | {41, 23, 5, 12, 35}


def test_small_counts_are_hatched_and_not_printed() -> None:
    figure = flow(stocks(15, 5, 10, 0, 20, 5, 10), [Movement("F0", "F1", 5), Movement("F6", "F2", 5)])
    assert not any(re.search(r"(?<![+\d])5 ", text) for text in words(figure))
    assert "Buiten beeld → In beeld: < 10 jongeren" in words(figure)
    assert ribbons(figure)["Buiten beeld → In beeld"]["fillpattern"]["shape"] == "/"
    assert "← < 10 opnieuw naar contact" in words(figure)


def test_a_movement_of_nobody_is_not_drawn() -> None:
    assert ribbons(flow(TYPICAL, [Movement("F0", "F1", 0)])) == {}


def test_movements_without_a_place_are_counted() -> None:
    skipped = [Movement("F0", "F2", 20), Movement("F4", "F2", 15), Movement("F5", "elsewhere", 10)]
    figure = flow(TYPICAL, [*MOVEMENTS, *skipped])
    assert "Niet getekend: 45 jongeren die een fase oversloegen of een fase teruggingen." in words(figure)
    assert len(ribbons(figure)) == len(MOVEMENTS)


def test_a_phase_that_was_not_delivered_is_no_zero() -> None:
    figure = flow(stocks(10, None, 10, 10, 10, 10, 10), [])
    (bar,) = figure["data"]
    assert bar["marker"]["pattern"]["shape"][1] == "x"
    assert bar["customdata"][1] is None
    assert "–" in [text.strip(" +5") for text in words(figure)]


def test_many_lanes_make_the_figure_higher_and_leave_room_for_columns() -> None:
    drops = [Movement(f"F{at}", "F6", 10) for at in range(5)]
    returns = [Movement("F6", f"F{at}", 10) for at in range(1, 6)]
    figure = valid(flow(stocks(290, 115, 105, 90, 205, 125, 45), [*drops, *returns], height=300))
    assert figure["layout"]["height"] > 300
    assert max(column_heights(figure)) >= 60


def test_lanes_of_drop_out_stand_apart_and_over_all_columns() -> None:
    figure = flow(stocks(100, 300, 100, 90, 205, 125, 45), [Movement(f"F{at}", "F6", 10) for at in range(5)])
    tops = [max(trace["y"]) for trace in ribbons(figure).values()]
    assert len(tops) == 5
    assert min(abs(one - other) for one in tops for other in tops if one is not other) >= 19
    assert max(ribbons(figure)["In beeld → Terugval"]["y"]) > max(column_heights(figure))


def test_the_form_for_a_phone_says_what_came_and_left() -> None:
    figure = flow(TYPICAL, MOVEMENTS, compact=True)
    (bar,) = figure["data"]
    assert bar["x"] == [stock.youths for stock in TYPICAL]
    assert "1.700 erbij · 2.040 eraf" in words(figure)


def test_english_says_the_same() -> None:
    with speaking("en"):
        said = words(valid(flow(TYPICAL, MOVEMENTS)))
    assert "Contact → Terugval: 260 young people" in said
    assert "← 270 back to traject" in said


BALANCE = [
    Line("1 aug.", ("8.805",) * 7),
    Line("erbij", ("+640",) * 7),
    Line("1 nov.", ("8.430",) * 7, strong=True),
]


def test_a_balance_stands_under_its_columns_and_under_all_that_is_drawn() -> None:
    figure = valid(flow(TYPICAL, MOVEMENTS, balance=BALANCE, height=400))
    notes = [note for note in figure["layout"]["annotations"] if "8.805" in note["text"] or "8.430" in note["text"]]
    (bar,) = (trace for trace in figure["data"] if trace["type"] == "bar")
    rights = [x + bar["width"] / 2 for x in bar["x"]]
    assert [note["x"] for note in notes] == pytest.approx([*rights, *rights])
    assert max(note["y"] for note in notes) < min(min(ribbon["y"]) for ribbon in ribbons(figure).values())
    assert min(note["y"] for note in notes) > figure["layout"]["yaxis"]["range"][0]
    low, high = figure["layout"]["yaxis"]["range"]
    assert high - low == pytest.approx(figure["layout"]["height"], abs=1)


def test_a_balance_takes_the_place_of_what_is_left_empty() -> None:
    """When so many moved that ribbons and not the height decide the scale."""
    many = [move._replace(youths=move.youths * 20) for move in MOVEMENTS]
    tall, trimmed = flow(TYPICAL, many, height=600), flow(TYPICAL, many, height=600, balance=BALANCE)
    assert column_heights(tall) == column_heights(trimmed)
    assert trimmed["layout"]["height"] < tall["layout"]["height"]
    top = max(max(ribbon["y"]) for ribbon in ribbons(trimmed).values())
    assert top < trimmed["layout"]["yaxis"]["range"][1] - 60


def test_words_under_a_step_push_returns_down() -> None:
    bare = [move._replace(words=()) for move in MOVEMENTS]
    lowest = [
        min(min(one["y"]) for one in ribbons(flow(TYPICAL, moves, height=900)).values()) for moves in (bare, MOVEMENTS)
    ]
    assert lowest[1] < lowest[0]
    assert {"12% door", "41 dagen", "35% door", "23 dagen"} <= set(words(flow(TYPICAL, MOVEMENTS)))
