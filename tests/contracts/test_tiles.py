"""Every tile of every page explains itself: eight parts, or the word for what is not there."""

from typing import Any

import pytest

from dashboard.address import Filters, region_path
from queries.regions import LEADING_DIVISION
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, of_type, words
from warehouse.reference import rows

PATHS = ["/", *(region_path(row["code"]) for row in rows("region") if row["division_code"] == LEADING_DIVISION)]
SUBJECTS = ("/trajecten", "/uitkomsten")
OF_SUBJECTS = [*SUBJECTS, *(region_path(code, subject) for subject in SUBJECTS for code in ("AM05", "AM33", "AM35"))]
ALWAYS = ("tile-value", "tile-unit", "change", "tile-stand", "tile-source")
SAID = (*ALWAYS, "tile-status")
MARKS = ("is-start", "is-expected", "is-target")


def _is_said(tile: dict[str, Any], part: str) -> bool:
    return any(words(node) for node in of_class(tile, part))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_no_tile_lacks_a_part(site: Site, path: str, language: str) -> None:
    tiles = of_class(site.page(path, Filters(language=language)), "tile")
    assert len(tiles) == 4
    for tile in tiles:
        assert [part for part in SAID if not _is_said(tile, part)] == []
        definition, history = (link["props"]["href"] for link in of_type(tile, "Link"))
        code = definition.partition("#")[2]
        assert code.startswith("K")
        assert history.partition("?")[0] == f"{path.rstrip('/')}/geschiedenis/{code}"


@pytest.mark.parametrize("path", PATHS)
def test_a_tile_has_its_promise_or_says_that_there_is_none(site: Site, path: str) -> None:
    *youths, on_time = of_class(site.page(path, Filters()), "tile")
    for tile in youths:
        promised = all(of_class(tile, mark) for mark in MARKS)
        assert promised != _is_said(tile, "is-empty")
    assert bool(of_class(on_time, "is-target")) != _is_said(on_time, "is-empty")


def test_the_number_behind_is_there_where_there_is_a_value(site: Site) -> None:
    for tile in of_class(site.page("/", Filters()), "tile"):
        assert _is_said(tile, "tile-behind")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", OF_SUBJECTS)
def test_a_tile_of_a_subject_says_as_much(site: Site, path: str, language: str) -> None:
    """What was promised decides whether it has a status; what never was has none."""
    tiles = of_class(site.page(path, Filters(language=language)), "tile")
    assert len(tiles) == 4
    for tile in tiles:
        assert [part for part in ALWAYS if not _is_said(tile, part)] == []
        assert _is_said(tile, "tile-status") or _is_said(tile, "is-empty")
        definition, history = (link["props"]["href"] for link in of_type(tile, "Link"))
        place = path.removesuffix("/trajecten").removesuffix("/uitkomsten")
        assert history.partition("?")[0] == f"{place}/geschiedenis/{definition.partition('#')[2]}"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_indicator_of_the_registry_has_a_tile_where_it_is_defined(site: Site, language: str) -> None:
    tiles = of_class(site.page("/definities", Filters(language=language)), "tile")
    assert [tile["props"]["id"] for tile in tiles] == [f"tile-{row['code']}" for row in rows("indicator")]
    for tile in tiles:
        assert [part for part in ALWAYS if not _is_said(tile, part)] == []
