"""Figures on the page of outcomes equal what is counted from the workbooks by another road, protection included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import Any

import pytest

from dashboard.address import Filters
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, words
from tests.recomputed import shown
from tests.recomputed.stand import PLACED, Stand, months_back
from tests.recomputed.test_pages import MONTHS
from tests.recomputed.workbooks import BANDS, codes, delivered, region_names
from tests.serving import Demonstration

PUBLICATIONS = (2, 4)
COUNTRY, REGIONS = "NL01", ("AM05", "AM23")
# Gelderland: the regions of which most young people live there.
AREAS = {"PV25": ["AM06", "AM07", "AM08", "AM09", "AM10", "AM38"]}
WHOLES = (COUNTRY, *AREAS)
PLACES = list(product(PUBLICATIONS, (*WHOLES, *REGIONS)))
AGAIN = ("F1", "F2", "F3", "F4")
STATES = ("goed", "terug", "niet_gevolgd", "nog_niet")
Pages = dict[tuple[int, str], Any]
Stands = dict[int, Stand]


@pytest.fixture(scope="module")
def stands(demonstration: Demonstration) -> Stands:
    deliveries = delivered(demonstration.workbooks)
    return {number: Stand(deliveries, number) for number in PUBLICATIONS}


@pytest.fixture(scope="module")
def pages(site: Site) -> Pages:
    return {(number, place): _page(site, place, Filters(publication=number)) for number, place in PLACES}


def _page(site: Site, place: str, filters: Filters) -> Any:
    path = "/uitkomsten" if place in WHOLES else f"/regio/{place}/uitkomsten"
    return site.page(path, filters.but(area=place if place in AREAS else None))


def _regions(stand: Stand, place: str) -> list[str]:
    if place in AREAS:
        return [one for one in stand.taking_part if one in AREAS[place]]
    return stand.taking_part if place == COUNTRY else [place]


def _sum(found: Iterable[dict[Any, int]]) -> Counter[Any]:
    total: Counter[Any] = Counter()
    for one in found:
        total.update(one)
    return total


def _exits(stand: Stand, place: str) -> Counter[str]:
    return _sum(stand.exits(one, stand.day) or {} for one in _regions(stand, place))


@pytest.mark.parametrize(("number", "place"), PLACES)
def test_destinations_of_all_ages_and_of_each(stands: Stands, pages: Pages, number: int, place: str) -> None:
    stand, rows = stands[number], shown.table(pages[number, place], "Jongeren van wie het traject eindigde")
    own, country = _exits(stand, place), _exits(stand, COUNTRY)
    ages = _sum(stand.exits_by_age(one, stand.day) for one in _regions(stand, place))
    for name, code in codes("destination").items():
        shares = [shown.percentage(own[code], own.total()) or "*"]
        if place not in WHOLES:
            shares.append(shown.percentage(country[code], country.total()) or "*")
        by_age = [shown.count(ages[code, band]) for band in BANDS]
        assert rows[name] == [shown.count(own[code]), *shares, *by_age]
    assert own.total() == ages.total() > 0
    assert rows["Samen"][0] == shown.count(own.total())


@pytest.mark.parametrize(("number", "place"), PLACES)
def test_the_reading_line(stands: Stands, pages: Pages, number: int, place: str) -> None:
    own = _exits(stands[number], place)
    (line,) = of_class(pages[number, place], "reading-text")
    placed = sum(own[code] for code in PLACED)
    assert f"{shown.percentage(placed, own.total())} van {shown.count(own.total())} jongeren" in words(line)
    assert f"Van {shown.percentage(own['onbekend'], own.total())} is niet" in words(line)


@pytest.mark.parametrize("place", [*WHOLES, *REGIONS])
def test_destinations_of_one_age(stands: Stands, site: Site, place: str) -> None:
    stand = stands[4]
    page = _page(site, place, Filters(publication=4, age_band="23-26"))
    ages = _sum(stand.exits_by_age(one, stand.day) for one in _regions(stand, place))
    rows = shown.table(page, "Jongeren van wie het traject eindigde")
    for name, code in codes("destination").items():
        assert rows[name][0] == shown.count(ages[code, "23-26"])


@pytest.mark.parametrize(("number", "place"), PLACES)
def test_who_ended_well_date_by_date(stands: Stands, pages: Pages, number: int, place: str) -> None:
    stand, rows = stands[number], shown.table(pages[number, place], "Jongeren die naar school of werk gingen")
    for back in (0, 1, 5):
        day = months_back(stand.day, back)
        parts = [part for one in _regions(stand, place) if (part := stand.measure("K07", one, day))]
        well, ended = (sum(part[at] for part in parts) for at in (0, 1))
        told = [shown.count(well), shown.count(ended), shown.percentage(well, ended)]
        assert rows[f"1 {MONTHS[day.month - 1]} {day.year}"][:3] == told
        if place in WHOLES:
            assert rows[f"1 {MONTHS[day.month - 1]} {day.year}"][3] == str(len(parts))


def _came_back(stand: Stand, place: str, month: date) -> list[int]:
    moved = _sum(stand.moved_in(one, month) for one in _regions(stand, place))
    again = [moved["F6", phase] for phase in AGAIN]
    return [moved["F5", "F6"], *again, sum(again)]


@pytest.mark.parametrize(("number", "place"), PLACES)
def test_who_came_back(stands: Stands, pages: Pages, number: int, place: str) -> None:
    stand, page = stands[number], pages[number, place]
    rows = shown.table(page, "Jongeren die terugvielen of opnieuw begonnen")
    together = [0] * 6
    for back in range(1, 13):
        month = months_back(stand.day, back)
        counts = _came_back(stand, place, month)
        together = [was + now for was, now in zip(together, counts, strict=True)]
        assert rows[f"{MONTHS[month.month - 1]} {month.year}"] == [shown.count(count) for count in counts]
    assert rows["Samen"] == [shown.count(count) for count in together]
    title = (
        f"{shown.count(together[0])} jongeren vielen terug na uitstroom; {shown.count(together[5])} begonnen opnieuw"
    )
    assert shown.card_title(page, "outcomes-returned") == title


@pytest.mark.parametrize(("number", "place"), PLACES)
def test_life_domains(stands: Stands, pages: Pages, number: int, place: str) -> None:
    stand, page = stands[number], pages[number, place]
    own, country = (_sum(stand.domains(one) for one in _regions(stand, at)) for at in (place, COUNTRY))
    rows = shown.table(page, "Jongeren bij wie een leefgebied op orde is")
    for name, code in codes("domain_scope").items():
        beside = [country] if place not in WHOLES else []
        shares = [shown.percentage(one[code, "op_orde"], one[code,]) or "*" for one in (own, *beside)]
        assert rows[name] == [shown.count(own[code, "op_orde"]), shown.count(own[code,]), *shares]
    assert own["ALLE",] > 0


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_life_domains_of_every_region(stands: Stands, pages: Pages, number: int) -> None:
    stand, rows = stands[number], shown.table(pages[number, COUNTRY], "Aandeel jongeren bij wie een leefgebied")
    compared = 0
    for region in stand.taking_part:
        own = stand.domains(region)
        if own:
            shares = [shown.percentage(own[code, "op_orde"], own[code,]) for code in codes("domain_scope").values()]
            told = [text.rstrip() for text in rows[region_names()[region]]]
            assert [one.endswith(share or "te weinig jongeren") for one, share in zip(told, shares, strict=True)] == [
                True
            ] * 6
            compared += 1
    assert compared > 25


@pytest.mark.parametrize(("number", "place"), PLACES)
def test_every_group_that_is_followed(stands: Stands, pages: Pages, number: int, place: str) -> None:
    stand = stands[number]
    (table,) = list(shown.tables(pages[number, place], "Jongeren per kwartaal van uitstroom"))
    rows = {(row[0], row[1]): row[2:] for row in table}
    told = 0
    for quarter, months in product(stand.quarters, ("3", "6", "12", "24")):
        own = _sum(stand.followed(one, quarter) for one in _regions(stand, place))
        counts = [own[months, state] for state in STATES]
        if not own:
            continue
        share = shown.percentage(counts[0], counts[0] + counts[1]) or "*"
        name = f"{(quarter.month + 2) // 3}e kwartaal {quarter.year}", f"{months} maanden"
        printed = [shown.count(count) for count in counts]
        assert rows[name] == [*printed, shown.count(sum(counts)), f"{share}, voorlopig" if counts[3] else share]
        told += 1
    assert told == len(rows) - 1 >= 8


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_the_parts_of_the_country_are_what_regions_show(stands: Stands, pages: Pages, number: int) -> None:
    stand, rows = stands[number], shown.table(pages[number, COUNTRY], "Waaruit de landelijke uitkomsten bestaan")
    months = [months_back(stand.day, back) for back in range(1, 13)]
    for place in (COUNTRY, *REGIONS):
        own, domains = _exits(stand, place), _sum(stand.domains(one) for one in _regions(stand, place))
        back = _sum(dict(enumerate(_came_back(stand, place, month))) for month in months)
        counts = [own.total(), sum(own[code] for code in PLACED), own["onbekend"], back[0], back[5]]
        cells = rows["Nederland" if place == COUNTRY else region_names()[place]]
        assert cells[:5] == [shown.count(count) for count in counts]
        assert cells[7:] == [shown.count(domains["ALLE",]), shown.count(domains["ALLE", "op_orde"])]


def test_a_pilot_line_takes_nothing_from_a_region_or_from_the_country_beside_it(site: Site) -> None:
    """Twente has no pilot of this line."""
    caption = "Jongeren van wie het traject eindigde"
    plain, chosen = (
        shown.table(_page(site, "AM05", Filters(publication=4, pilot_line=line)), caption) for line in (None, "JBB")
    )
    assert plain == chosen
    assert plain["Samen"]
