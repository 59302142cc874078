"""The pages themselves as every role: what is kept for one reader is never given to another."""

import json
from typing import Any

import pytest

from dashboard.address import DIVISIONS, MEASURES, Filters
from dashboard.settings import WebSettings
from queries.reader import Access
from tests.asking import MINISTRY, Site, app_of
from tests.dashboard.components.rendered import of_type, words
from tests.recomputed.shown import table, texts, tiles

TWENTE = Access("regio", frozenset({"AM05"}))
NOBODY = Access("nobody", frozenset())


def _figures_in_list(page: Any) -> dict[str, str]:
    rows = table(page, "In beeld, % van de getelde jongeren")
    return {name: cells[1] for name, cells in rows.items() if cells[1] not in ("–", "Aantal")}


def test_a_region_sees_its_own_row_in_the_national_list(site: Site) -> None:
    """In the order in which a leak through what is kept would show."""
    everything = _figures_in_list(site.page("/", access=MINISTRY))
    own = _figures_in_list(site.page("/", access=TWENTE))
    assert len(everything) == 31
    assert own == {"Twente": everything["Twente"]}
    assert _figures_in_list(site.page("/", access=NOBODY)) == {}
    assert _figures_in_list(site.page("/", access=MINISTRY)) == everything


@pytest.mark.parametrize("path", ["/regio/AM23", "/regio/AM35", "/regio/AM33"])
def test_the_page_of_a_foreign_region_has_no_figure_of_it(site: Site, path: str) -> None:
    whole, without = site.page(path, access=MINISTRY), site.page(path, access=TWENTE)
    foreign = {"".join(texts(row)) for one in of_type(whole, "Table") for row in of_type(one, "Tbody")}
    assert foreign
    for said in tiles(without).values():
        assert said[2] in ("×", "–", "ontbreekt", "doet niet mee of niet van toepassing") or not said[2][0].isdigit()
    assert [point for graph in of_type(without, "Graph") for point in _bars(graph)] == []


def _bars(graph: Any) -> list[float]:
    return [value for trace in graph["props"]["figure"]["data"] for value in trace.get("y", []) if value]


@pytest.mark.parametrize("division", DIVISIONS)
@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("access", [TWENTE, NOBODY], ids=["regio", "nobody"])
def test_every_page_can_be_drawn_for_who_sees_little(site: Site, division: str, measure: str, access: Access) -> None:
    page = site.page("/", Filters(division=division, measure=measure), access)
    assert len(of_type(page, "Graph")) == 2
    assert words(page)


def test_an_answer_that_is_kept_is_not_given_to_another_role(settings: WebSettings, site: Site) -> None:
    asking = [MINISTRY]
    with app_of(settings, lambda *_: asking[0]) as app:
        visited = Site(app)
        everything = visited.question("/").get_data(as_text=True)
        assert visited.question("/").get_data(as_text=True) == everything
        asking[0] = TWENTE
        own = visited.question("/").get_data(as_text=True)
        asking[0] = MINISTRY
        assert visited.question("/").get_data(as_text=True) == everything
    assert json.loads(own) != json.loads(everything)
    foreign = f'"{_figures_in_list(site.page("/"))["Rijnmond"]}"'
    assert foreign in everything
    assert foreign not in own
