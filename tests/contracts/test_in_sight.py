"""What each role has in sight: its own first, nothing that leads nowhere, and findings that say whose they are."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from callbacks.parts.funnel import compared
from dashboard.access import is_closed
from dashboard.address import Filters, parse
from queries.reader import Access
from tests.asking import MINISTRY, OF_THE_COUNTRY, Site, reading
from tests.callbacks.looking import seen, standing_of
from tests.dashboard.components.rendered import nodes, of_class, of_type, words
from tests.serving import Demonstration

OF_BUREAU = frozenset({"AM05", "AM22", "AM23"})
LEZER = Access("lezer", frozenset())
TWENTE = Access("regio", frozenset({"AM05"}))
BUREAU = Access("bureau", OF_BUREAU)
ROLES = {"lezer": LEZER, "regio": TWENTE, "bureau": BUREAU}
PLACED = "K07"
AGENDA = "national-attention"


def _links(page: Any) -> list[str]:
    found = (node["props"].get("href") or node["props"].get("value") for node in nodes(page))
    return [link for link in found if isinstance(link, str) and link.startswith("/") and "/_" not in link]


def _titles(page: Any) -> list[str]:
    return [words(one) for one in of_class(page, "card-title")]


@pytest.mark.parametrize("path", OF_THE_COUNTRY)
@pytest.mark.parametrize("role", ROLES)
def test_no_link_and_no_choice_leads_to_what_is_closed(site: Site, role: str, path: str) -> None:
    access = ROLES[role]
    links = _links(site.page(path, access=access))
    assert len(links) > 5
    assert [link for link in links if is_closed(access, parse(link)[0])] == []


@pytest.mark.parametrize("path", OF_THE_COUNTRY)
def test_what_is_for_a_region_itself_is_said_once_on_a_page(site: Site, path: str) -> None:
    """Cards of nothing but rows are one card for who may see no row."""
    page = site.page(path, access=LEZER)
    assert len([one for one in of_class(page, "empty") if "Alleen voor de regio zelf" in words(one)]) <= 1


def test_a_bureau_begins_with_its_regions_by_what_needs_attention(site: Site, demonstration: Demonstration) -> None:
    page = site.page("/", access=BUREAU)
    (own,) = of_class(page, "own-regions")
    with reading(demonstration, BUREAU) as reader:
        look = seen(reader)
        standings = sorted((standing_of(look, code) for code in OF_BUREAU), key=lambda one: -one.points())
    said = [words(one) for one in of_type(own, "Li")]
    assert [one.region.name in text for one, text in zip(standings, said, strict=True)] == [True, True, True]
    assert "In traject 13% onder verwacht; stap 4: 49 dagen te laat" in said[0]
    assert "Actie loopt" in said[0]
    assert "Niets vraagt hier nu aandacht." in said[-1]


def test_what_waits_in_a_region_is_as_much_as_its_list_holds(site: Site) -> None:
    (own,) = of_class(site.page("/", access=BUREAU), "own-regions")
    waiting = [link for line in of_class(own, "attention-waiting") for link in of_type(line, "Link")]
    assert waiting
    for link in waiting:
        path, filters = parse(link["props"]["href"])
        (listed,) = of_class(site.page(path, filters, BUREAU), "tried-cards")
        assert words(link).startswith(f"{len(of_type(listed, 'H3'))} experiment")


def test_who_sees_no_region_sees_how_many_are_behind(site: Site, demonstration: Demonstration) -> None:
    page = site.page("/", access=LEZER)
    (counts,) = of_class(page, "counted-statuses")
    told = [int(words(one)) for one in of_type(counts, "Strong")]
    with reading(demonstration) as reader:
        statuses = Counter(one.status for one in seen(reader).standings.taking_part)
    assert told == [statuses[code] for code in ("achter", "let_op", "op_koers", "onbekend")]


def test_who_sees_no_region_gets_a_map_of_areas_and_no_other_choice(site: Site) -> None:
    page = site.page("/", access=LEZER)
    (division,) = (one for one in of_type(page, "Select") if one["props"]["id"] == "context-indeling")
    assert [one["label"] for one in division["props"]["options"]] == ["Provincie (12)", "Doorstroompuntregio (40)"]
    chosen = site.page("/", Filters(division="provincie"), LEZER)
    assert words(of_class(chosen, "region-list")) == words(of_class(page, "region-list"))


def test_findings_among_own_rows_say_whose_they_are(site: Site) -> None:
    every, own = (_titles(site.page("/mijlpalen", access=access)) for access in (MINISTRY, BUREAU))
    assert not [title for title in every if title.startswith("Bij u")]
    assert len([title for title in own if title.startswith("Bij u: ")]) == 5
    assert not [title for title in _titles(site.page("/mijlpalen", access=LEZER)) if title.startswith("Bij u")]


@pytest.mark.parametrize("code", [None, "AM05"])
def test_the_limits_of_chance_are_those_of_all_regions(demonstration: Demonstration, code: str | None) -> None:
    """Who sees few regions sees these between the same limits, and no others. Around the national share: the one of
    all large regions would tell what the only small one has."""
    found = []
    for access in (MINISTRY, BUREAU, LEZER):
        with reading(demonstration, access) as reader:
            look = seen(reader)
            found.append(compared(look, PLACED, standing_of(look, code) if code else None))
            national = look.standings.country[PLACED, look.moment.reference_date]
    every, own, none = found
    assert every.bounds is not None
    assert every.bounds == own.bounds == none.bounds
    assert {dot.code for dot in own.dots} == OF_BUREAU
    assert none.dots == ()
    assert every.bounds.centre == national.numerator / national.denominator
    shares = {dot.code: dot.share for dot in every.dots}
    assert all(shares[dot.code] == dot.share for dot in own.dots)


@pytest.mark.parametrize(("path", "access"), [("/experimenten", LEZER), ("/regio/AM23/experimenten", TWENTE)])
def test_what_may_not_be_seen_is_not_called_absent(site: Site, path: str, access: Access) -> None:
    """Rules that stand in the way are told by the region to itself."""
    assert "Geen regel staat in de weg" not in _titles(site.page(path, access=access))
    assert "Ruimte in de regels" in _titles(site.page(path, access=access))


def test_a_region_that_is_not_yours_leads_to_what_it_shares(site: Site) -> None:
    page = site.page("/regio/AM23/trajecten", access=TWENTE)
    assert [link for link in _links(of_type(page, "Main")) if "AM23" in link] == ["/regio/AM23/experimenten"]


def test_of_a_pilot_line_only_regions_that_have_it_are_judged(site: Site) -> None:
    (own,) = of_class(site.page("/", Filters(pilot_line="SSV"), BUREAU), "own-regions")
    first, *others = [words(one) for one in of_type(own, "Li")]
    assert "Drechtsteden" in first
    assert all("Heeft deze pilotlijn niet." in other for other in others)


def test_only_who_sees_milestones_is_led_to_a_calendar(site: Site) -> None:
    led = {
        role: any("agenda" in link for link in _links(site.page("/mijlpalen", access=ROLES[role]))) for role in ROLES
    }
    assert led == {"lezer": False, "regio": True, "bureau": True}


def test_beside_its_regions_a_bureau_sees_what_waits_the_most_urgent_first(
    site: Site, demonstration: Demonstration
) -> None:
    access = Access("bureau", OF_BUREAU | {"AM11"})
    (card,) = (one for one in of_type(site.page("/", access=access), "Section") if one["props"].get("id") == AGENDA)
    waiting, learned = of_class(card, "short-list")
    first, *others = [words(one) for one in of_type(waiting, "Li")]
    assert first == "Sportcoach zoekt meeFlevolandbesluit 16 dagen te laat"
    assert all("check " in other for other in others)
    with reading(demonstration, access) as reader:
        look = seen(reader)
        elsewhere = {one.title for one in look.experiments if one.region_code not in (access.regions or ())}
    assert all(words(of_type(one, "Link")) in elsewhere for one in of_type(learned, "Li"))


def test_of_corrections_of_others_nobody_hears_that_there_are_none(site: Site) -> None:
    """Groningen corrected figures: Twente sees none of it, but its figures of the country are revised."""
    said = {role: words(of_type(site.page("/wijzigingen", access=access), "Main")) for role, access in ROLES.items()}
    assert "Van uw regio’s is niets gecorrigeerd." in said["regio"]
    assert not any("Er zijn geen correcties." in text for text in said.values())
    assert "Er zijn geen correcties." in words(of_type(site.page("/regio/AM05/wijzigingen", access=TWENTE), "Main"))


def test_nothing_changed_is_said_of_what_may_be_seen(site: Site) -> None:
    said = words(of_type(site.page("/wijzigingen", Filters(pilot_line="SSV"), TWENTE), "Main"))
    assert "42 wijzigingen" in said
    assert "Van wat u mag zien is niets veranderd" in said
    assert "Er is niets veranderd" not in said
