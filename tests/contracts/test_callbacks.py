"""What joins the pages to the app: ids that exist, one callback a page, one place with graphs."""

import ast
import re
from pathlib import Path
from typing import Any

import dash
import pytest

from tests.asking import EXPERIMENTS, HISTORIES, OF_HISTORY, OF_ONE_EXPERIMENT, OF_THE_COUNTRY, Site
from tests.dashboard.components.rendered import nodes, of_type
from tests.serving import HOUSE

OF_REGIONS = ("/wijzigingen", "/trajecten", "/mijlpalen", "/experimenten", "/uitkomsten")
PATHS = [
    *OF_THE_COUNTRY,
    *("/regio/AM05", "/regio/AM12"),
    *(f"/regio/AM05{subject}" for subject in OF_REGIONS),
    *EXPERIMENTS,
    *HISTORIES,
]
FOLLOWING = {
    "national-address": ["/"],
    "region-address": ["/regio/AM05", "/regio/AM12", "/regio/AM33", "/regio/AM35"],
    "trajectories-address": ["/trajecten", *(f"/regio/{code}/trajecten" for code in ("AM05", "AM12", "AM33", "AM35"))],
    "changes-address": ["/wijzigingen", "/regio/AM05/wijzigingen", "/regio/AM12/wijzigingen"],
    "history-address": HISTORIES,
}
ROOMS = ("dashboard", "callbacks", "queries", "warehouse")
ONLY_GRAPH = "dashboard/components/figure_card.py"


def _ids(tree: Any) -> list[str]:
    return [node["props"]["id"] for node in nodes(tree) if "id" in node["props"]]


def _outputs(key: str) -> list[str]:
    """`..a.children...b.value..` is how Dash writes many outputs."""
    return [found.rsplit(".", 1)[0] for found in key.strip(".").split("...")]


def _callbacks(site: Site) -> dict[str, list[str]]:
    """Of the server, by the store that a callback follows: every id that it reads or writes."""
    found = {}
    for key, callback in site.app.callback_map.items():
        follows = callback["inputs"][0]["id"]
        if "callback" in callback and not follows.startswith("_pages"):
            read = [one["id"] for one in (*callback["inputs"], *callback["state"])]
            found[follows] = [*read, *_outputs(re.sub(r"@\w+", "", key))]
    return found


def test_every_page_is_known_here(site: Site) -> None:
    pages = {page["path_template"] or page["path"] for page in dash.page_registry.values()}
    of_regions = {f"/regio/<code>{subject}" for subject in OF_REGIONS}
    assert pages == {*OF_THE_COUNTRY, "/regio/<code>", *of_regions, OF_ONE_EXPERIMENT, *OF_HISTORY, "/404"}


@pytest.mark.parametrize("path", PATHS)
def test_an_id_stands_once_on_a_page(site: Site, path: str) -> None:
    ids = _ids(site.page(path))
    assert len(ids) > 10
    assert sorted(ids) == sorted(set(ids))


def test_one_callback_a_page(site: Site) -> None:
    assert _callbacks(site).keys() == FOLLOWING.keys()


def test_what_the_browser_answers_itself_stands_on_a_page_and_in_the_assets(site: Site) -> None:
    callbacks = site.visitor.get("/_dash-dependencies").get_json()
    own = [one for one in callbacks if (one["clientside_function"] or {}).get("namespace") == "trajectmonitor"]
    there = {id for path in PATHS for id in _ids(site.page(path))}
    scripts = "\n".join(path.read_text("utf-8") for path in (HOUSE / "assets").glob("*.js"))
    for one in own:
        assert {read["id"] for read in (*one["inputs"], *one["state"])} <= there
        assert re.search(rf"\b{one['clientside_function']['function_name']}\b", scripts)


@pytest.mark.parametrize("store", FOLLOWING)
def test_every_id_of_a_callback_stands_on_its_page(site: Site, store: str) -> None:
    there = set(_ids(site.page(FOLLOWING[store][0])))
    assert len(_callbacks(site)[store]) > 20
    assert set(_callbacks(site)[store]) <= there


@pytest.mark.parametrize("store", FOLLOWING)
def test_the_parts_of_a_page_are_the_same_for_every_choice(site: Site, store: str) -> None:
    """So that no callback writes to what is not there: also for a region without figures."""
    always = set(_callbacks(site)[store])
    assert [path for path in FOLLOWING[store] if not always <= set(_ids(site.page(path)))] == []


def _graphs_made_in(path: Path) -> int:
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return sum(getattr(call.func, "attr", getattr(call.func, "id", "")) == "Graph" for call in calls)


def test_graphs_are_made_in_one_place() -> None:
    modules = [path for room in ROOMS for path in (HOUSE / room).rglob("*.py")]
    made = {str(path.relative_to(HOUSE)): count for path in modules if (count := _graphs_made_in(path))}
    assert made == {ONLY_GRAPH: 1}


@pytest.mark.parametrize("path", ["/", "/regio/AM05", "/trajecten", "/uitkomsten"])
def test_a_graph_sends_nothing_to_other_machines(site: Site, path: str) -> None:
    graphs = of_type(site.page(path), "Graph")
    assert graphs
    for graph in graphs:
        assert graph["props"]["config"]["plotlyServerURL"] == ""
        assert graph["props"]["config"]["displayModeBar"] is False
