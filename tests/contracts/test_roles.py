"""The pages themselves as every role: what is kept for one reader is never given to another."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.address import DIVISIONS, MEASURES, Filters
from dashboard.settings import WebSettings
from queries.compared import KINDS
from queries.reader import Access
from tests.asking import MINISTRY, Site, app_of
from tests.dashboard.components.rendered import of_class, of_type, words
from tests.recomputed.shown import table
from warehouse.reference import rows

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
    areas = {row["name"] for row in rows("region") if row["division_code"] == "provincie"}
    assert _figures_in_list(site.page("/", access=NOBODY)).keys() < areas
    assert _figures_in_list(site.page("/", access=MINISTRY)) == everything


@pytest.mark.parametrize("path", ["/wijzigingen", "/regio/AM05/wijzigingen"])
def test_a_region_sees_only_what_changed_of_its_own(site: Site, path: str) -> None:
    """Groningen corrected figures: that the country was revised says so to everyone, but not what it revised."""
    whole, own = ("".join(_changes_of_each_kind(site, path, access)) for access in (MINISTRY, TWENTE))
    assert ("755 van 1.115" in whole) == (path != "/regio/AM05/wijzigingen")
    assert "755 van 1.115" not in own
    assert "Twintig jongeren" not in own
    assert "Besluit van het bestuur over één plan" in own


def _changes_of_each_kind(site: Site, path: str, access: Access) -> Iterator[str]:
    """Of the country only the changes of a chosen kind stand on the page."""
    for kind in (None, *KINDS):
        yield words(of_type(site.page(path, Filters(kind=kind), access), "Main"))


def test_a_region_sees_how_much_changed_of_its_own_alone(site: Site) -> None:
    (counts,) = of_class(site.page("/wijzigingen", access=TWENTE), "change-counts")
    rows = of_type(of_type(counts, "Tbody"), "Tr")
    assert [words(of_type(row, "Th")) for row in rows] == ["Nederland", "Twente", "Totaal"]


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
