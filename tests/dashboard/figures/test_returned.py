from __future__ import annotations

from datetime import date

import pytest

from dashboard.figures.returned import Month, returned
from dashboard.figures.theme import MESSAGE, SIGNAL
from tests.dashboard.figures.plotly_check import valid, words

YEAR = [Month(date(2025 + at // 12, at % 12 + 1, 1), 10 * at, 20 * at) for at in range(10, 22)]


@pytest.mark.parametrize("width", [340, 620])
@pytest.mark.parametrize(
    "months",
    [
        YEAR,
        [],
        [one._replace(relapsed=0, began=0) for one in YEAR],
        [one._replace(began=None) for one in YEAR],
        YEAR[:1],
    ],
    ids=["typical", "empty", "zero", "missing", "one"],
)
def test_any_input_gives_a_valid_figure(months: list[Month], width: int) -> None:
    valid(returned(months, width=width))


def test_columns_are_the_counts_and_stand_beside_each_other() -> None:
    relapsed, began = returned(YEAR)["data"]
    assert relapsed["y"] == [one.relapsed for one in YEAR]
    assert began["y"] == [one.began for one in YEAR]
    assert all(late - early == pytest.approx(0.38) for early, late in zip(relapsed["x"], began["x"], strict=True))
    assert (set(relapsed["marker"]["color"]), set(began["marker"]["color"])) == ({SIGNAL}, {MESSAGE})


def test_a_month_that_was_not_delivered_is_no_zero() -> None:
    relapsed, _began = returned([YEAR[0]._replace(relapsed=None), YEAR[1]._replace(relapsed=0), YEAR[2]])["data"]
    assert relapsed["y"] == [None, 0, 120]
    assert relapsed["hovertext"][0].endswith("niet aangeleverd")
    assert relapsed["hovertext"][1].endswith("0 jongeren")


def test_small_counts_are_hatched_and_not_spelled_out() -> None:
    relapsed, _began = returned([YEAR[0]._replace(relapsed=5), YEAR[1]])["data"]
    assert relapsed["marker"]["pattern"]["shape"] == ["/", ""]
    assert "< 10" in relapsed["hovertext"][0]


def test_the_names_of_both_columns_and_the_years_are_there() -> None:
    figure = returned(YEAR)
    assert {"■ teruggevallen na uitstroom", "■ opnieuw begonnen"} <= set(words(figure))
    names = figure["layout"]["xaxis"]["ticktext"]
    assert [name for name in names if "<br>" in name] == ["nov.<br>2025", "jan.<br>2026"]
