from __future__ import annotations

from datetime import date

import pytest

from dashboard.figures.tree import Branch, tree
from tests.dashboard.figures.plotly_check import valid, words

TODAY = date(2026, 11, 18)
OLD = Branch("Avondspreekuur", "gestopt_met_les", "gestopt met les", date(2026, 2, 10), date(2026, 9, 30))
NEXT = Branch("Koffie op het plein", "loopt", "loopt", date(2026, 8, 20), None, 0, on_longest=True)
LAST = Branch("Kiosk", "afgerond", "opschalen", date(2026, 11, 17), date(2026, 11, 18), 1, on_longest=True)
AHEAD = Branch("Volgend jaar", "loopt", "loopt", date(2027, 1, 4), None)


@pytest.mark.parametrize("width", [340, 880])
@pytest.mark.parametrize(
    "branches",
    [[], [OLD], [OLD._replace(on_longest=True), NEXT, LAST], [AHEAD], [OLD, NEXT, AHEAD] * 1],
    ids=["none", "one", "chain", "ahead", "many"],
)
def test_any_input_gives_a_valid_figure(branches: list[Branch], width: int) -> None:
    valid(tree(branches, TODAY, width=width))


def test_each_step_is_named_with_how_it_stands() -> None:
    said = words(tree([OLD, NEXT], TODAY))
    assert "Avondspreekuur  gestopt met les" in said
    assert "Koffie op het plein  loopt" in said
    assert "vandaag 18 nov. 2026" in said


def test_a_line_leads_from_the_step_that_it_came_from_and_the_longest_is_strong() -> None:
    figure = tree([OLD._replace(on_longest=True), NEXT, NEXT._replace(on_longest=False)], TODAY)
    lines = [trace for trace in figure["data"] if len(trace["x"]) == 3]
    assert [line["line"]["width"] for line in lines] == [3, 1.5]
    assert all(line["x"][0] <= line["x"][2] for line in lines)


def test_what_runs_is_open_at_its_end() -> None:
    ended, runs = (trace["marker"]["color"][1] for trace in tree([OLD, NEXT], TODAY)["data"] if "marker" in trace)
    assert (ended, runs) == ("#42145f", "#ffffff")
