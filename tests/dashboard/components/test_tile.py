import dataclasses

import pytest

from dashboard.components import tile
from dashboard.components.status import Change
from dashboard.i18n import speaking
from tests.dashboard.components.examples import TILE
from tests.dashboard.components.rendered import nodes, of_class, of_type, words

PARTS = {
    "value": "17.085",
    "unit": "jongeren",
    "target": "doel 18.235",
    "baseline": "start 10.805",
    "expected today": "verwacht nu 17.615",
    "change with the date of comparison": "+235 beter sinds 1 okt. 2026",
    "n behind it": "67% van 25.595 · 31 van 33 regio’s",
    "reference date": "1-11-2026",
    "freshness": "20 d oud",
    "source": "uitleg In beeld",
    "status": "op koers",
    "national figure": "Landelijk 97% van verwacht",
}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS.keys())
def test_a_tile_shows_every_part(part: str) -> None:
    assert part in words(tile.component("t", TILE))


def test_the_definition_and_the_history_are_one_link_away() -> None:
    links = of_type(tile.component("t", TILE), "Link")
    assert [link["props"]["href"] for link in links] == ["/definities#K01", "/geschiedenis/K01"]
    assert [words(link) for link in links] == ["uitleg In beeld", "geschiedenis In beeld"]


@pytest.mark.parametrize("national", ["", TILE.national], ids=["alone", "beside the national figure"])
def test_date_age_and_links_stand_in_the_foot(national: str) -> None:
    (foot,) = of_class(tile.component("t", dataclasses.replace(TILE, national=national)), "tile-foot")
    assert "1-11-2026, 20 d oud · uitleg In beeld · geschiedenis In beeld" in words(foot)


def test_a_tile_of_today_says_so_in_both_languages() -> None:
    fresh = dataclasses.replace(TILE, days_old=0)
    assert "bij publicatie" in words(tile.component("t", fresh))
    with speaking("en"):
        assert "on publication" in words(tile.component("t", fresh))


def test_a_gap_gives_its_sign_and_reason_and_no_number() -> None:
    gap = dataclasses.replace(TILE, value=None, gap="te_weinig", gap_reason="te weinig om te tonen")
    shown = tile.component("t", gap)
    assert words(of_class(shown, "tile-figure")) == "*te weinig jongeren te weinig om te tonen"
    assert "17.085" not in words(shown)


def test_a_total_of_too_few_regions_is_grey() -> None:
    shown = tile.component("t", dataclasses.replace(TILE, covered=False))
    assert of_class(shown, "tile-value") == of_class(shown, "is-grey") != []


def test_no_target_is_said_not_left_blank() -> None:
    assert "Geen streefwaarde vastgesteld." in words(tile.component("t", dataclasses.replace(TILE, bullet=None)))


def test_an_update_gives_what_the_first_layout_gave() -> None:
    first = tile.component("t", TILE)
    assert [output.component_property for output in tile.outputs("t")] == ["children"]
    assert words(tile.values(TILE)) == words(first)
    assert not [node for node in nodes(first) if node["type"] in {"Graph", "Select", "Button", "Input"}]


def test_no_comparison_leaves_no_dangling_date() -> None:
    shown = tile.component("t", dataclasses.replace(TILE, change=Change("geen_vergelijking")))
    assert words(of_class(shown, "change")) == "geen vergelijking"
