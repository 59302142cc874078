"""The page of milestones: of the country, a region and one pilot; what each card says where there is nothing to say."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dashboard.address import Filters
from queries.reader import Access
from tests.asking import Site
from tests.dashboard.components.rendered import nodes, of_class, of_type, words
from tests.recomputed import shown

COUNTRY, TWENTE, RIJNMOND = "/mijlpalen", "/regio/AM05/mijlpalen", "/regio/AM22/mijlpalen"
CARDS = (
    *("plans", "national-obstacles", "rules", "recovery", "forecast"),
    *("trend", "durations", "obstacles", "checklist", "replanned"),
)


@pytest.fixture(scope="module")
def country(site: Site) -> Any:
    return site.page(COUNTRY)


@pytest.fixture(scope="module")
def twente(site: Site) -> Any:
    return site.page(TWENTE)


def _card(page: Any, name: str) -> Any:
    [found] = [node for node in nodes(page) if node["props"].get("id") == f"milestones-{name}"]
    return found


def _links(page: Any) -> list[str]:
    return [node["props"]["href"] for node in nodes(page) if node["props"].get("href")]


def test_every_card_has_a_sentence_a_source_and_a_table(country: Any, twente: Any) -> None:
    for page in (country, twente):
        for name in CARDS:
            card = _card(page, name)
            if name != "rules":
                assert words(of_class(card, "card-sentence")[0])
                assert words(of_class(card, "card-source")[0]).startswith("Bron: ")
                assert of_type(card, "Table") or of_class(card, "empty")


def test_all_pilots_have_a_row_that_leads_to_their_own_plan(country: Any) -> None:
    plans = _card(country, "plans")
    assert len(of_class(plans, "gantt-strip")) == 37
    own = [link for link in _links(plans) if "pilot=" in link]
    assert len(set(own)) == 37
    assert "/regio/AM05/mijlpalen?pilot=AM05-TOM" in own


def test_the_longest_overdue_stand_first_in_each_line(country: Any) -> None:
    plans = _card(country, "plans")
    groups = [of_class(body, "gantt-late") for body in of_type(plans, "Tbody")][:4]
    for cells in groups:
        days = [int(re.sub(r"\D", "", words(cell)) or 10**6) for cell in cells]
        known = [day for day in days if day < 10**6]
        assert known == sorted(known, reverse=True)


def test_a_region_shows_its_milestones_and_says_who_judges(twente: Any) -> None:
    plans = _card(twente, "plans")
    assert len(of_class(plans, "gantt-strip")) == 6
    judged = words(of_class(plans, "judgement")[0])
    assert "kwartiermaker" in judged
    assert "≠ verschil bespreken" in judged
    assert any("geschiedenis/mijlpaal-AM05-TOM-4" in link for link in _links(plans))


def test_one_pilot_of_a_region_can_be_chosen(site: Site) -> None:
    both, one = (site.page(RIJNMOND, Filters(pilot=code)) for code in (None, "AM22-TGW"))
    assert len(of_class(_card(both, "plans"), "gantt-strip")) == 12
    assert len(of_class(_card(one, "plans"), "gantt-strip")) == 6
    assert "Toekomstgericht werken in Rijnmond" in words(of_class(one, "reading-text")[0])


@pytest.mark.parametrize("code", ["P1", "AM22-ABC", "AM05-TOM"])
def test_a_pilot_that_is_not_here_is_as_if_not_chosen(site: Site, code: str) -> None:
    page = site.page(RIJNMOND, Filters(pilot=code))
    assert len(of_class(_card(page, "plans"), "gantt-strip")) == 12
    menu = [link for link in _links(page) if link.startswith(("/uitkomsten", f"{RIJNMOND}?"))]
    assert not any(f"pilot={code}" in link for link in menu)


def test_in_the_country_one_pilot_has_its_milestones_too(site: Site) -> None:
    page = site.page(COUNTRY, Filters(pilot="AM05-TOM"))
    assert len(of_class(_card(page, "plans"), "gantt-strip")) == 6


def test_where_a_region_is_silent_nothing_is_called_late_or_on_course(site: Site) -> None:
    plans = _card(site.page("/regio/AM33/mijlpalen"), "plans")
    assert "Niet bekend wat bereikt is" in words(plans)
    assert any(words(cell).startswith("×") for cell in of_class(plans, "gantt-late"))


def test_who_takes_no_part_is_told_so_in_every_card(site: Site) -> None:
    page = site.page("/regio/AM12/mijlpalen")
    for name in set(CARDS) - {"rules"}:
        assert len(of_class(_card(page, name), "empty")) == 1


def test_the_first_publication_has_no_trend_and_no_new_plans(site: Site) -> None:
    page = site.page(COUNTRY, Filters(publication=1))
    for name in ("trend", "replanned"):
        assert len(of_class(_card(page, name), "empty")) == 1


def test_estimates_are_called_estimates_and_too_few_is_said(site: Site) -> None:
    page = site.page(COUNTRY, Filters(publication=1))
    forecast = words(_card(page, "forecast"))
    assert "Schatting, geen belofte" in forecast
    own = site.page(TWENTE, access=Access("regio", frozenset({"AM05"})))
    assert "te weinig" in words(_card(own, "forecast"))


def test_a_region_that_only_sees_itself_is_shown_no_other(site: Site) -> None:
    page = site.page(COUNTRY, access=Access("regio", frozenset({"AM05"})))
    assert len(of_class(_card(page, "plans"), "gantt-strip")) == 1
    assert "Flevoland" not in words(_card(page, "plans"))
    titles = [words(of_class(_card(page, name), "card-title")[0]) for name in ("forecast", "trend")]
    assert titles == [
        "Bij u: de regio verwacht de mijlpaal vroeger dan ervaring leert",
        "Bij u: opgeschoven sinds 20 aug. 2026: Twente, 57 dagen",
    ]


def test_the_five_actions_of_a_pilot_with_their_evidence(twente: Any) -> None:
    rows = shown.rows(twente, "Acties van partners")[1:]
    assert [row[1] for row in rows] == ["1", "1", "2", "2", "3"]
    assert all(row[4] for row in rows)
    assert any(row[4] == "geen bewijs genoemd" for row in rows)


def test_the_calendar_is_no_page_of_dash(twente: Any) -> None:
    [link] = [node for node in of_type(twente, "A") if "agenda" in (node["props"].get("href") or "")]
    assert link["props"]["href"] == "/mijlpalen/agenda?regio=AM05"


def test_other_pages_lead_here(site: Site) -> None:
    assert "/mijlpalen" in _links(_of(site, "/", "national-obstacles"))
    assert TWENTE in _links(_of(site, "/regio/AM05", "region-stations"))


def _of(site: Site, path: str, id: str) -> Any:
    [found] = [node for node in nodes(site.page(path)) if node["props"].get("id") == id]
    return found


def test_words_of_regions_are_read_as_dutch_on_an_english_page(site: Site) -> None:
    page = site.page(TWENTE, Filters(language="en"))
    typed = [words(node) for node in nodes(page) if node["props"].get("lang") == "nl"]
    assert "Wethouders uitnodigen voor een doorbraakgesprek" in typed
    assert "Toekomstplan op maat Twente" in typed
