from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard.figures import theme
from dashboard.i18n import speaking
from tests.dashboard.figures.plotly_check import valid, words


@pytest.mark.parametrize(
    ("value", "printed"), [(0, "0"), (1, "< 10"), (5, "< 10"), (9, "< 10"), (10, "10"), (25_000, "25.000")]
)
def test_under_ten_hides_only_what_is_between_nought_and_ten(value: int, printed: str) -> None:
    assert theme.under_ten(value) == printed


@pytest.mark.parametrize("kind", theme.HATCHES)
def test_every_hatch_is_a_pattern_of_plotly(kind: str) -> None:
    go.Figure({"data": [{"type": "scatter", "fill": "toself", "fillpattern": theme.pattern(kind)}]})
    go.Figure({"data": [{"type": "bar", "marker": {"pattern": theme.pattern(kind)}}]})


def test_nothing_can_be_dragged() -> None:
    layout = theme.layout(100, x=theme.hidden_axis(0, 1), y=theme.hidden_axis(0, 1))
    assert layout["dragmode"] is False
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]


def test_separators_follow_the_language() -> None:
    axes = {"x": theme.hidden_axis(0, 1), "y": theme.hidden_axis(0, 1)}
    assert theme.layout(100, **axes)["separators"] == ",."
    with speaking("en"):
        assert theme.layout(100, **axes)["separators"] == ".,"


def test_a_missing_count_has_another_hatch_than_a_small_one() -> None:
    pattern = theme.column_marker([None, 5, 10, 0], ["#000000"] * 4)["pattern"]
    assert pattern["shape"] == ["x", "/", "", ""]


def test_an_empty_figure_says_that_it_is() -> None:
    assert words(valid(theme.empty(200))) == ["Geen gegevens om te tekenen."]


def test_translucent() -> None:
    assert theme.translucent("#01689b", 0.45) == "rgba(1,104,155,0.45)"
