"""The list of experiments, its parts and its search; and the page of one."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.address import Filters
from dashboard.sought import Sought
from tests.asking import Site
from tests.dashboard.components.rendered import nodes, of_class, of_type, words

FRISIAN = "/experimenten/AM02-AM02-E4"


def names(page: Any) -> list[str]:
    return [words(one) for one in of_class(page, "tried-name")]


def _page(site: Site, path: str = "/experimenten", **sought: Any) -> Any:
    return site.page(path, Filters(sought=Sought(**sought)))


def test_all_parts_together_are_the_whole_list_once(site: Site) -> None:
    parts = [names(_page(site, page=number)) for number in range(1, 8)]
    assert [len(part) for part in parts] == [12, 12, 12, 12, 12, 12, 7]
    assert len({name for part in parts for name in part}) == 79


def test_a_part_that_is_not_there_is_the_last_one(site: Site) -> None:
    assert names(_page(site, page=99)) == names(_page(site, page=7))


def test_what_waits_for_a_verdict_stands_first_and_what_ended_last(site: Site) -> None:
    assert names(_page(site))[:3] == ["Wonen met een plan", "Sportcoach zoekt mee", "Half zoveel velden"]
    states = [words(one) for one in of_class(of_class(_page(site, page=7), "tried-cards"), "status")]
    assert states
    assert "loopt" not in states


def test_words_are_sought_together_with_choices(site: Site) -> None:
    assert set(names(_page(site, words="Koffie", life_domain="SUP", state="loopt"))) == {"Koffie op het plein"}


def test_nothing_found_says_so_and_leads_back(site: Site) -> None:
    page = _page(site, words="zzzz")
    (empty,) = [one for one in of_class(page, "empty") if "past bij deze keuzes" in words(one)]
    (link,) = of_type(empty, "Link")
    assert link["props"]["href"] == "/experimenten"
    assert names(page) == []


def test_a_choice_that_nothing_has_is_as_if_it_were_not_chosen(site: Site) -> None:
    assert names(_page(site, verdict="bestaat-niet", method="bestaat niet")) == names(_page(site))


def test_an_experiment_is_read_out_in_its_own_language(site: Site) -> None:
    for path in (FRISIAN, "/regio/AM02/experimenten", "/regio/AM02"):
        page = site.page(path) if "experiment" in path else of_class(site.page(path), "experiments")
        assert "Petear yn it Frysk" in _spoken(page, "fy")
        assert [text for text in _spoken(page, "nl") if "Frysk" in text] == []


def _spoken(page: Any, language: str) -> list[str]:
    return [
        words(one)
        for part in (page if isinstance(page, list) else [page])
        for one in nodes(part)
        if one["props"].get("lang") == language
    ]


def test_what_is_not_for_others_says_so(site: Site) -> None:
    chips = [words(one) for one in of_class(_page(site, words="Stapelkaart"), "chip")]
    assert "alleen voor de eigen regio" in chips


def test_the_log_goes_from_the_start_to_the_check(site: Site) -> None:
    (log,) = of_class(site.page(FRISIAN), "log")
    entries = of_type(log, "Li")
    assert [words(of_class(one, "log-when")) for one in entries] == [
        *("15 juni 2026", "21 sep. 2026", "28 okt. 2026", "4 dec. 2026"),
    ]
    assert [one["props"].get("className") for one in entries] == [None, None, None, "is-ahead"]


def test_a_publication_without_it_says_so(site: Site) -> None:
    page = site.page("/experimenten/AM05-AM05-E3", Filters(publication=1))
    assert "In deze stand is het er niet." in words(page)
    assert of_class(page, "log") == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/experimenten/AM05-AM05-E1", 200),
        ("/experimenten/AM05-AM05-E99", 404),
        ("/experimenten/AM99-E1", 404),
        ("/experimenten/AM05-AM05-E1/x", 404),
        ("/experimenten", 200),
    ],
)
def test_only_an_experiment_that_was_published_has_a_page(site: Site, path: str, status: int) -> None:
    assert site.visitor.get(path).status_code == status
    said = site.question(path).get_data(as_text=True)
    assert ("Deze pagina bestaat niet" in said) == (status == 404)
