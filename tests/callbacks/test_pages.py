"""What a page does when there is nothing to show, or when it is asked for what is not there."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from callbacks.parts.page import UnknownPlaceError
from callbacks.region import show as show_region
from dashboard.address import Filters
from dashboard.settings import WebSettings
from dashboard.shell import SAID_ID
from queries.reader import Reader
from tests.areas import Areas
from tests.asking import Site, app_of
from tests.dashboard.components.rendered import of_type, words
from tests.recomputed.shown import tiles
from tests.serving import Demonstration

PATHS = ["/", "/regio/AM05", "/definities"]
ODD = [
    {"peildatum": "0001-01-01"},
    {"peildatum": "9999-12-31"},
    {"peildatum": "2026-11-31"},
    {"stand": "0"},
    {"stand": "99999999"},
    {"lijn": "ZZZ"},
    {"maat": "geplaatst", "indeling": "gemeente"},
    {"taal": "fr"},
    {"x": "y"},
    {"self": "x"},
    {"pathname": "/"},
]


def _said(site: Site, path: str, query: dict[str, str]) -> str:
    answer = site.question(path, "?" + "&".join(map("=".join, query.items())))
    assert answer.status_code == 200, answer.get_data(as_text=True)[:400]
    return words(answer.get_json()["response"]["_pages_content"]["children"])


@pytest.mark.parametrize("query", ODD, ids=str)
@pytest.mark.parametrize("path", PATHS)
def test_an_odd_address_is_a_page_all_the_same(site: Site, path: str, query: dict[str, str]) -> None:
    plain = {"/": "Landelijk beeld", "/regio/AM05": "Twente", "/definities": "Definities"}[path]
    assert plain in _said(site, path, query)


@pytest.mark.parametrize("path", ["/geen-pagina", "/regio/", "/regio/AM99", "/regio/NL01"])
def test_an_address_that_no_page_has_says_so_in_both_languages(site: Site, path: str) -> None:
    assert "Deze pagina bestaat niet" in _said(site, path, {})
    assert "This page does not exist" in _said(site, path, {"taal": "en"})


def test_a_region_that_does_not_exist_is_not_looked_up(ministry: Reader) -> None:
    with pytest.raises(UnknownPlaceError):
        show_region(ministry, Filters(), "/regio/AM99")


def _url(areas: Areas) -> str:
    return areas.warehouse.url.render_as_string(hide_password=False)


@pytest.mark.parametrize("path", PATHS)
def test_before_the_first_publication_a_page_says_who_acts(
    settings: WebSettings, site: Site, sqlite_areas: Areas, path: str
) -> None:
    with app_of(replace(settings, read_url=_url(sqlite_areas))) as app:
        said = _said(Site(app), path, {})
    assert "Er is nog niets gepubliceerd" in said


@pytest.mark.parametrize("path", PATHS)
def test_a_warehouse_that_is_away_is_told_without_a_trace(
    settings: WebSettings, site: Site, tmp_path: Path, path: str
) -> None:
    with app_of(replace(settings, read_url=f"sqlite:///{tmp_path}/gone/warehouse.db")) as app:
        visitor = Site(app)
        said = _said(visitor, path, {})
        assert visitor.visitor.get(path).status_code == 200
    assert "De cijfers zijn nu niet bereikbaar" in said
    assert "Error" not in said


STORES = {"/": "national-address", "/regio/AM05": "region-address"}


@pytest.mark.parametrize(("language", "told"), [("nl", "niet bereikbaar"), ("en", "cannot be reached")])
@pytest.mark.parametrize("path", STORES)
def test_a_choice_while_the_warehouse_is_away_leaves_the_figures_and_says_so(
    settings: WebSettings, site: Site, caplog: pytest.LogCaptureFixture, path: str, language: str, told: str
) -> None:
    with app_of(replace(settings, read_url="sqlite:////nowhere/warehouse.db")) as app:
        answer = Site(app).choice(STORES[path], f"{path}?lijn=TOM&taal={language}")
    assert answer.status_code == 200
    changed = answer.get_json()["response"]
    assert changed.keys() == {SAID_ID}
    assert told in changed[SAID_ID]["children"]
    assert changed[SAID_ID]["className"] == "said"
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_what_was_told_goes_when_the_warehouse_is_back(
    settings: WebSettings, site: Site, demonstration: Demonstration, tmp_path: Path
) -> None:
    """That it was away is not kept either: the same question is answered with figures."""
    file = tmp_path / "warehouse.db"
    with app_of(replace(settings, read_url=f"sqlite:///{file}")) as app:
        away = Site(app).choice("national-address", "/?lijn=TOM").get_json()["response"]
        shutil.copy(demonstration.folder / "warehouse.db", file)
        back = Site(app).choice("national-address", "/?lijn=TOM").get_json()["response"]
    assert away.keys() == {SAID_ID}
    assert back[SAID_ID] == {"children": "", "className": "visually-hidden"}
    assert len(back) > 20


@pytest.mark.parametrize("address", [None, 5, [], {}, ["/"], True])
@pytest.mark.parametrize("store", STORES.values())
def test_what_is_no_address_changes_nothing(site: Site, store: str, address: object) -> None:
    answer = site.choice(store, address)
    assert (answer.status_code, answer.data) == (204, b"")


@pytest.mark.parametrize("body", [{}, {"output": "x"}, {"output": "..a.b..", "inputs": "no"}, []])
def test_a_question_that_no_page_asks_tells_nothing(settings: WebSettings, site: Site, body: object) -> None:
    site.app.server.config["PROPAGATE_EXCEPTIONS"] = False
    answer = site.visitor.post("/_dash-update-component", json=body)
    assert answer.status_code in (400, 500)
    assert b"Traceback" not in answer.data
    assert b"/work/" not in answer.data


def test_a_region_that_does_not_take_part_has_the_same_blocks(site: Site) -> None:
    there, absent = site.page("/regio/AM05"), site.page("/regio/AM12")
    assert [node["props"].get("id") for node in of_type(there, "Section")] == [
        node["props"].get("id") for node in of_type(absent, "Section")
    ]
    assert tiles(there).keys() == tiles(absent).keys()


def test_an_older_publication_says_that_it_is_one(site: Site) -> None:
    assert "U ziet publicatie 2" in words(site.page("/", Filters(publication=2)))
    assert "U ziet publicatie" not in words(site.page("/"))


def test_a_pilot_line_leaves_the_other_regions_out(site: Site) -> None:
    everyone, some = (tiles(site.page("/", Filters(pilot_line=line)))["In beeld"][2] for line in (None, "TOM"))
    assert 0 < int(some.replace(".", "")) < int(everyone.replace(".", ""))
