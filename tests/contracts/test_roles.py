"""The pages themselves as every role: what is kept for one reader is never given to another."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dashboard.address import DIVISIONS, MEASURES, Filters
from dashboard.settings import WebSettings
from dashboard.sought import Sought
from queries.compared import KINDS
from queries.reader import Access
from tests.asking import MINISTRY, Site, app_of
from tests.dashboard.components.rendered import of_class, of_type, words
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


@pytest.mark.parametrize("path", ["/wijzigingen", "/regio/AM01/wijzigingen", "/regio/AM05/wijzigingen"])
def test_a_region_sees_only_what_changed_of_its_own(site: Site, path: str) -> None:
    """Groningen corrected figures: that the country was revised says so to everyone, but not what it revised."""
    whole, own = ("".join(_changes_of_each_kind(site, path, access)) for access in (MINISTRY, TWENTE))
    assert ("755 van 1.115" in whole) == (path != "/regio/AM05/wijzigingen")
    assert "755 van 1.115" not in own
    assert "Twintig jongeren" not in own
    assert ("Besluit van het bestuur over één plan" in own) == (path != "/regio/AM01/wijzigingen")


def _changes_of_each_kind(site: Site, path: str, access: Access) -> Iterator[str]:
    """Of the country only the changes of a chosen kind stand on the page."""
    for kind in (None, *KINDS):
        yield words(of_type(site.page(path, Filters(kind=kind), access), "Main"))


def test_a_region_sees_how_much_changed_of_its_own_alone(site: Site) -> None:
    (counts,) = of_class(site.page("/wijzigingen", access=TWENTE), "change-counts")
    rows = of_type(of_type(counts, "Tbody"), "Tr")
    assert [words(of_type(row, "Th")) for row in rows] == ["Nederland", "Twente", "Totaal"]


FOREIGN = [
    ("/regio/AM01/geschiedenis/K01", "765"),
    ("/regio/AM01/geschiedenis/F1", "145"),
    ("/regio/AM23/geschiedenis/K19", "50%"),
]


@pytest.mark.parametrize(("path", "figure"), FOREIGN)
def test_the_history_of_a_foreign_region_tells_nothing(site: Site, path: str, figure: str) -> None:
    july = Filters(reference_date=date(2026, 7, 1))
    whole, without = (words(of_type(site.page(path, july, access), "Main")) for access in (MINISTRY, TWENTE))
    assert figure in whole
    assert figure not in without
    assert "geleverd" in whole
    assert "projectleider" not in without
    assert "geen publicatie" in without


@pytest.mark.parametrize("what", ["mijlpaal-AM01-TGW-4", "experiment-AM01-E4"])
def test_a_foreign_row_is_as_unknown_as_one_that_does_not_exist(settings: WebSettings, what: str) -> None:
    asking = [MINISTRY]
    with app_of(settings, lambda _visitor: asking[0]) as app:
        visited = Site(app)
        path = f"/regio/AM01/geschiedenis/{what}"
        assert visited.visitor.get(path).status_code == 200
        asking[0] = TWENTE
        foreign, absent = (visited.visitor.get(f"{address}") for address in (path, f"{path}9"))
        assert (foreign.status_code, absent.status_code) == (404, 404)
        said = [
            words(visited.question(address).get_json()["response"]["_pages_content"]["children"])
            for address in (path, f"{path}9")
        ]
    assert "Deze pagina bestaat niet" in said[0]
    assert said[0] == said[1]


@pytest.mark.parametrize("path", ["/experimenten", "/regio/AM01/experimenten"])
def test_a_region_sees_only_experiments_of_its_own(site: Site, path: str) -> None:
    """Not in the list, not in a choice, and not among what words find."""
    beller = Filters(sought=Sought(words="beller"))
    whole, own = (words(of_type(site.page(path, beller, access), "Main")) for access in (MINISTRY, TWENTE))
    assert "Eén beller per jongere" in whole
    assert "Eén beller per jongere" not in own
    choices = of_type(site.page(path, access=TWENTE), "Select")
    assert "regisseur Doorstroompunt" not in json.dumps(choices)


def test_the_experiment_of_a_foreign_region_is_as_unknown_as_one_that_does_not_exist(settings: WebSettings) -> None:
    asking = [MINISTRY]
    with app_of(settings, lambda _visitor: asking[0]) as app:
        visited = Site(app)
        paths = ("/experimenten/AM01-AM01-E2", "/experimenten/AM01-AM01-E99")
        assert [visited.visitor.get(path).status_code for path in paths] == [200, 404]
        asking[0] = TWENTE
        assert [visited.visitor.get(path).status_code for path in paths] == [404, 404]
        said = [visited.question(path).get_json()["response"]["_pages_content"]["children"] for path in paths]
    assert "Deze pagina bestaat niet" in words(said[0])
    assert words(said[0]) == words(said[1])


@pytest.mark.parametrize("division", DIVISIONS)
@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("access", [TWENTE, NOBODY], ids=["regio", "nobody"])
def test_every_page_can_be_drawn_for_who_sees_little(site: Site, division: str, measure: str, access: Access) -> None:
    page = site.page("/", Filters(division=division, measure=measure), access)
    assert len(of_type(page, "Graph")) == 2
    assert words(page)


def test_an_answer_that_is_kept_is_not_given_to_another_role(settings: WebSettings, site: Site) -> None:
    asking = [MINISTRY]
    with app_of(settings, lambda _visitor: asking[0]) as app:
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
