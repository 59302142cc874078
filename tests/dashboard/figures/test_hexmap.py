from __future__ import annotations

import json
from importlib.resources import files

import pytest

from dashboard.figures import theme
from dashboard.figures.hexmap import Area, class_edges, hexmap, legend
from dashboard.figures.hexmap_classes import GAPS, class_colours, colour_of, readable_on
from dashboard.figures.hexmap_ground import ground_of
from dashboard.figures.theme import Figure, Trace
from tests.dashboard.figures.plotly_check import valid, words

DIVISIONS = {"arbeidsmarktregio": 35, "doorstroompunt": 40, "provincie": 12}
EDGES = (58.0, 63.0, 68.0, 72.0)


def area(code: str, value: float | None = 66, gap: str | None = None, mark: str | None = None) -> Area:
    return Area(code, code, value, "" if value is None else f"{value:.0f}", gap, f"{code}: {value}", mark)


def regions(figure: Figure) -> dict[str, Trace]:
    return {trace["customdata"][0]: trace for trace in figure["data"] if trace.get("fill") == "toself"}


@pytest.mark.parametrize(("division", "many"), DIVISIONS.items())
def test_every_region_of_a_division_is_one_trace(division: str, many: int) -> None:
    source = json.loads(files("warehouse.reference").joinpath("hexmap", f"{division}.json").read_text("utf-8"))
    areas = [area(code) for code in source["regions"]]
    figure = valid(hexmap(division, areas, edges=EDGES, height=600))
    assert set(regions(figure)) == set(source["regions"])
    assert len(regions(figure)) == many


@pytest.mark.parametrize("division", DIVISIONS)
def test_regions_that_are_not_given_are_drawn_as_not_applicable(division: str) -> None:
    figure = valid(hexmap(division, [], edges=()))
    assert len(regions(figure)) == DIVISIONS[division]
    assert all("niet van toepassing" in trace["text"] for trace in regions(figure).values())


@pytest.mark.parametrize("gap", GAPS)
def test_a_gap_is_a_hatch_without_a_value(gap: str) -> None:
    figure = valid(hexmap("provincie", [area("PV20", None, gap), area("PV21")], edges=EDGES))
    assert regions(figure)["PV20"]["fillpattern"] == theme.pattern(gap)
    assert [trace["text"] for trace in figure["data"] if trace["mode"] == "text"] == [["66"]]


def test_a_marked_region_has_an_outline_and_its_number() -> None:
    bare = hexmap("provincie", [area("PV20")], edges=EDGES)
    marked = valid(hexmap("provincie", [area("PV20", mark="1")], edges=EDGES))
    assert len(marked["data"]) == len(bare["data"]) + 3
    assert marked["data"][-1]["text"] == ["1"]


def test_colours_follow_the_classes() -> None:
    areas = [area(code, value) for code, value in (("PV20", 57), ("PV21", 58), ("PV22", 71.9), ("PV23", 72))]
    drawn = regions(hexmap("provincie", areas, edges=EDGES))
    assert [drawn[one.code]["fillcolor"] for one in areas] == [theme.MAP_CLASSES[at] for at in (0, 1, 3, 4)]


def test_a_small_map_leaves_out_values_that_do_not_fit() -> None:
    areas = [area(code) for code in ground_of("arbeidsmarktregio").regions]
    large, small = (hexmap("arbeidsmarktregio", areas, edges=EDGES, height=height) for height in (800, 300))
    assert words(large).count("66") == 35
    assert 0 < words(small).count("66") < 35


def test_labels_stand_inside_their_own_region() -> None:
    for division in DIVISIONS:
        for region in ground_of(division).regions.values():
            xs, ys = [x for x in region.x if x is not None], [y for y in region.y if y is not None]
            assert min(xs) < region.label[0] < max(xs)
            assert min(ys) < region.label[1] < max(ys)
            assert region.room > 2


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", theme.MAP_CLASSES)
def test_values_are_readable_on_their_class(colour: str) -> None:
    assert contrast(colour, readable_on(colour)) >= 4.5


@pytest.mark.parametrize(
    ("values", "edges"),
    [
        ([], ()),
        ([5, 5, 5], ()),
        ([60, 61, 62], (61, 62)),
        (list(range(50, 76)), (55, 60, 65, 70)),
        ([300, 480, 650, 700, 900, 1200, 5000, 25_000], (500, 1000, 5000)),
    ],
)
def test_class_edges_are_round_and_apart(values: list[float], edges: tuple[float, ...]) -> None:
    assert class_edges(values) == edges
    assert all(colour_of(value, edges) in class_colours(edges) for value in values)


def test_legend_names_every_class_once_and_only_gaps_that_occur() -> None:
    found = legend(EDGES, ["niet_aangeleverd", "niet_aangeleverd", "te_weinig"])
    assert [row.text for row in found] == [
        "72 en meer", "68–71", "63–67", "58–62", "tot 58", "te weinig jongeren", "niet aangeleverd",
    ]  # fmt: skip
    assert [row.colour for row in found[:5]] == list(reversed(theme.MAP_CLASSES))
    assert [bool(row.image) for row in found] == [False] * 5 + [True] * 2


def test_a_region_that_delivered_may_have_no_figure_yet() -> None:
    """Of placements in twelve months there is none before a region has delivered for twelve months."""
    assert [row.text for row in legend(EDGES, ["ontbreekt"])][-1] == "nog geen cijfer"


def test_legend_with_decimals() -> None:
    assert [row.text for row in legend((2.5, 3.0), decimals=1)] == ["3,0 en meer", "2,5–2,9", "tot 2,5"]
