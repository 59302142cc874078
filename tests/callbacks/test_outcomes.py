"""What the cards of the outcomes say: sums, ages, groups that are followed, and what stands beside a line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from callbacks.outcomes import (
    _here,
    destinations,
    domains,
    ended_well,
    heat,
    lasting,
    regions,
    returned,
    voices,
)
from callbacks.outcomes.here import Here
from callbacks.parts.look import look
from dashboard.address import AGE_BANDS, Filters
from dashboard.i18n import LANGUAGES, speaking
from queries.indicators import Count
from queries.outcomes import Assessed, Followed, Outcomes
from queries.reader import Access
from queries.trajectories import Movement
from tests.asking import MINISTRY, Site, reading
from tests.dashboard.components.rendered import of_class, of_type, sent, words
from tests.recomputed.shown import table
from tests.serving import Demonstration
from warehouse.schema.calendar import months_before

TWENTE = Access("regio", frozenset({"AM05"}))
NOVEMBER, QUARTER, SPRING, SUMMER = (date(2026, month, 1) for month in (11, 10, 4, 7))
NOTHING = Outcomes({}, {}, [], [], [], [], {})


@contextmanager
def here(
    demonstration: Demonstration, code: str | None = None, access: Access = MINISTRY, **chosen: Any
) -> Iterator[Here]:
    filters = Filters(**chosen)
    with reading(demonstration, access) as reader, speaking(filters.language):
        seen = look(reader, filters)
        yield _here(seen, seen.standings.of(code) if code else None)


def followed(period: date, months: int, region: str = "AM05", **states: int) -> Followed:
    return Followed(region, period, months, states, 1)


def with_groups(found: Here, *groups: Followed) -> Here:
    return replace(found, figures=replace(found.figures, followed=groups))


def test_ages_add_up_to_all_of_them(demonstration: Demonstration) -> None:
    with here(demonstration) as found:
        whole = destinations.ended(found)
        assert whole.bands is not None
        assert sum(sum(band.values()) for band in whole.bands.values()) == whole.count > 1000
    counts = []
    for band in AGE_BANDS:
        with here(demonstration, age_band=band) as found:
            counts.append(destinations.ended(found).count)
    assert sum(counts) == whole.count


def test_who_sees_one_region_gets_the_same_sum_by_age_of_the_country(demonstration: Demonstration) -> None:
    told = []
    for access in (MINISTRY, TWENTE):
        with here(demonstration, access=access, age_band="18-20") as found:
            told.append((destinations.ended(found), destinations.card(found).figure, voices.card(found).note))
            title = regions.card(found).title
    assert told[0] == told[1]
    assert title == "Uw regio naast Nederland"
    with here(demonstration, "AM05", TWENTE, age_band="18-20") as found:
        card = destinations.card(found)
        assert card.empty is None
        assert "18 tot en met 20 jaar" in card.subtitle


@pytest.mark.parametrize(("unknown", "said"), [(20, "Hier is dat 20%."), (30, "Hier is dat **27%**, dus te veel.")])
def test_too_much_unknown_is_said(demonstration: Demonstration, unknown: int, said: str) -> None:
    with here(demonstration, "AM05") as found:
        changed = replace(found.figures, exits={**found.figures.exits, "AM05": {"werk": 80, "onbekend": unknown}})
        assert destinations.card(replace(found, figures=changed)).note.endswith(said)


def test_events_coincide_and_are_no_cause(demonstration: Demonstration) -> None:
    with here(demonstration, "AM05") as found:
        card = ended_well.card(found)
        figure = str(card.figure)
        assert "Eén intake voor drie loketten" in figure
        assert "De wet Van school naar duurzaam werk gaat in" in figure
        assert "**samen met**" in card.note
        assert "door" not in card.note.lower()


def _counts(*parts: tuple[int, int], region: str = "AM05") -> list[Count]:
    """Of reference dates up to November."""
    last = len(parts) - 1
    return [
        Count("K07", region, months_before(NOVEMBER, last - at), well, ended, 1)
        for at, (well, ended) in enumerate(parts)
    ]


STEADY = [(600, 1000), (601, 1000)] * 6
SERIES = [
    (STEADY, "60% ging naar school of werk: binnen de grenzen van toeval"),
    ([*STEADY, (800, 1000)], "80% ging naar school of werk: meer dan toeval verklaart"),
    ([*STEADY, (300, 1000)], "30% ging naar school of werk: minder dan toeval verklaart"),
    (
        [(600, 1000)] * 3,
        "60% ging naar school of werk; te klein of te kort gemeten om toeval van verandering te scheiden",
    ),
    ([(30, 50), (10, 50)] * 6, "20% ging naar school of werk; te klein of te kort gemeten om toeval"),
    ([(10, 40)], "Te weinig afgeronde trajecten voor een percentage"),
    ([], "Nog geen aandeel dat naar school of werk ging"),
]


@pytest.mark.parametrize(("parts", "title"), SERIES)
def test_what_a_line_says(demonstration: Demonstration, parts: list[tuple[int, int]], title: str) -> None:
    with here(demonstration, "AM05") as found:
        card = ended_well.card(replace(found, counts=_counts(*parts)))
    assert card.title.startswith(title)
    assert (card.empty is None) == (bool(parts) and parts[0][1] >= 50)


def test_a_figure_of_an_earlier_date_says_so(demonstration: Demonstration) -> None:
    with here(demonstration, "AM05") as found:
        card = ended_well.card(replace(found, counts=_counts(*STEADY, (600, 1000))[:-1]))
    assert card.title == "Laatst bekend, op 1 oktober 2026: 60% ging naar school of werk"


def test_the_title_prefers_a_group_that_is_complete(demonstration: Demonstration) -> None:
    early = followed(SPRING, 6, goed=80, terug=20, nog_niet=0)
    late = followed(SUMMER, 6, goed=55, terug=5, nog_niet=40)
    with here(demonstration, "AM05") as found:
        card = lasting.card(with_groups(found, early, late))
        alone = lasting.card(with_groups(found, late))
    assert card.title == "80% is na zes maanden nog op orde (uitstroom 2e kwartaal 2026)"
    assert alone.title == "Voorlopig is 92% na zes maanden nog op orde (uitstroom 3e kwartaal 2026)"
    rows = [[str(getattr(cell, "text", cell)) for cell in row] for row in card.table.rows]
    assert [row[0] for row in rows] == ["3e kwartaal 2026", "2e kwartaal 2026"]
    assert [row[-1] for row in rows] == ["92%, voorlopig", "80%"]


def test_groups_are_never_added_up(demonstration: Demonstration) -> None:
    """Of two that are too small each, there is no percentage of both together."""
    small = [followed(one, 6, goed=30, terug=10) for one in (SPRING, SUMMER)]
    with here(demonstration, "AM05") as found:
        card = lasting.card(with_groups(found, *small))
    assert card.title == "Te weinig uitgestroomde jongeren per kwartaal voor een percentage"
    assert card.empty is not None
    assert "minder dan 50" in card.note


def test_of_nobody_nothing_is_said(demonstration: Demonstration) -> None:
    with here(demonstration, "AM05") as found:
        bare = replace(found, figures=NOTHING, counts=[])
        cards = [one.card(bare) for one in (destinations, lasting, ended_well, returned, domains, heat, regions)]
    assert all(card.empty is not None for card in cards)
    assert all(card.title for card in cards)


def _moves(*counts: int, to: str = "F4") -> list[Movement]:
    months = returned.periods(NOVEMBER)
    pairs = [(on, count) for on, count in zip(months, counts, strict=False)]
    return [
        *(Movement("AM05", on, "F5", "F6", count, 1) for on, count in pairs),
        *(Movement("AM05", on, "F6", to, 2 * count, 1) for on, count in pairs),
    ]


RETURNS = [
    ([0] * 12, "Niemand viel terug en niemand begon opnieuw", None),
    ([10, *[0] * 11], "10 jongeren vielen terug na uitstroom; 20 begonnen opnieuw", "h"),
    ([5, *[0] * 11], "minder dan 10 jongeren vielen terug na uitstroom; 10 begonnen opnieuw", "h"),
    ([100] * 12, "1.200 jongeren vielen terug na uitstroom; 2.400 begonnen opnieuw", "v"),
]


@pytest.mark.parametrize(("counts", "title", "way"), RETURNS)
def test_who_came_back(demonstration: Demonstration, counts: list[int], title: str, way: str | None) -> None:
    """By month where months say something, together where they do not."""
    with here(demonstration, "AM05") as found:
        card = returned.card(replace(found, figures=replace(found.figures, returns=_moves(*counts))))
    assert card.title == title
    drawn = [trace.get("orientation", "v") for trace in card.figure["data"]]
    assert set(drawn) == ({way} if way else set())
    assert (card.empty is None) == bool(way)


def assessed(region: str, *in_order: int, of: int = 100) -> Assessed:
    codes = ("SUP", "WON", "SEW", "INK", "WEL", "ALLE")
    youths = {(code, "op_orde"): count for code, count in zip(codes, in_order, strict=True)}
    youths |= {(code, "niet_op_orde"): of - count for code, count in zip(codes, in_order, strict=True)}
    return Assessed(region, QUARTER, youths, 1)


DOMAINS = [
    (assessed("AM05", 70, 60, 50, 40, 80, 20), "Inkomen is het minst vaak op orde; alle vijf leefgebieden bij 20%"),
    (assessed("AM05", 70, 40, 50, 40, 80, 20), "Alle vijf leefgebieden zijn op orde bij 20%"),
    (assessed("AM05", 30, 20, 20, 10, 30, 0, of=40), "Te weinig besproken leefgebieden voor een percentage"),
]


@pytest.mark.parametrize(("own", "title"), DOMAINS)
def test_the_domain_that_is_least_often_in_order(demonstration: Demonstration, own: Assessed, title: str) -> None:
    with here(demonstration, "AM05") as found:
        card = domains.card(replace(found, figures=replace(found.figures, assessed=[own])))
    assert card.title == title


def test_domains_are_shares_of_those_assessed_and_never_of_their_sum(demonstration: Demonstration) -> None:
    with here(demonstration, "AM05") as found:
        own = assessed("AM05", 70, 60, 50, 40, 80, 20)
        card = domains.card(replace(found, figures=replace(found.figures, assessed=[own])))
    (bar,) = card.figure["data"]
    assert [text.split("(")[1] for text in bar["hovertext"]] == ["70%)", "60%)", "50%)", "40%)", "80%)", "20%)"]
    assert "niet opgeteld" in card.note.replace("**", "")


def test_the_heat_table_has_every_region_by_name_and_tells_why_a_figure_is_not_there(site: Site) -> None:
    page = site.page("/uitkomsten")
    names = [words(of_type(row, "Th")) for row in of_type(of_type(of_class(page, "heat-table"), "Tbody"), "Tr")]
    assert names[:3] == ["Nederland", "Achterhoek", "Amersfoort"]
    assert len(names) == 36
    rows = table(page, "Aandeel jongeren bij wie een leefgebied")
    assert rows["Gooi en Vechtstreek"][0].endswith("doet niet mee of niet van toepassing")
    assert rows["Midden-Limburg"][0].endswith("niet aangeleverd")
    assert rows["Gorinchem"][0].endswith("te weinig jongeren")


def test_a_region_stands_under_the_country_with_the_way_to_all(site: Site) -> None:
    page = site.page("/regio/AM05/uitkomsten")
    heat, parts = of_class(page, "heat-table"), of_class(page, "region-parts")
    assert [words(of_type(row, "Th")) for row in of_type(of_type(heat, "Tbody"), "Tr")] == ["Nederland", "Twente"]
    assert [words(of_type(row, "Th")) for row in of_class(heat, "is-marked")] == ["Twente"]
    assert [words(row) for row in of_type(of_type(parts, "Tbody"), "Th")] == ["Nederland", "Twente"]
    links = [link["props"]["href"] for link in of_type(page, "Link") if words(link) == "alle regio’s"]
    assert links == ["/uitkomsten#regios"] * 2


def test_the_parts_of_the_country_add_up_and_lead_to_their_pages(site: Site) -> None:
    page = site.page("/uitkomsten")
    rows = table(page, "Waaruit de landelijke uitkomsten bestaan")
    whole = [int(cell.replace(".", "")) for cell in rows["Nederland"]]
    parts = [[_count(cell) for cell in cells] for name, cells in rows.items() if name not in ("Regio", "Nederland")]
    assert [sum(column) for column in zip(*parts, strict=True)] == whole
    (card,) = [one for one in of_type(page, "Section") if one["props"].get("id") == "outcomes-regions"]
    links = {link["props"]["href"] for link in of_type(of_class(card, "region-parts"), "Link")}
    assert {f"/regio/AM{number:02}/uitkomsten" for number in (1, 5, 35)} <= links
    assert len(links) == 36


def _count(text: str) -> int:
    assert text != "< 10"  # counts of these facts are tens
    return int(text.replace(".", "")) if text[0].isdigit() else 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["AM05", "AM12", "AM33", "AM35"])
def test_the_card_of_destinations_of_a_region_leads_to_its_outcomes(site: Site, code: str, language: str) -> None:
    page = site.page(f"/regio/{code}", Filters(language=language))
    (card,) = [one for one in of_type(page, "Section") if one["props"].get("id") == "region-destinations"]
    links = [link["props"]["href"] for link in of_type(card, "Link")]
    assert [link.startswith(f"/regio/{code}/uitkomsten") for link in links if "uitkomsten" in link] == [True]


def test_the_menu_keeps_the_place(site: Site) -> None:
    for path in ("/", "/regio/AM05", "/regio/AM05/wijzigingen"):
        menu = of_class(site.page(path), "menu")
        expected = "/uitkomsten" if path == "/" else "/regio/AM05/uitkomsten"
        assert expected in [link["props"]["href"] for link in of_type(menu, "Link")]
    assert sent(of_type(of_class(site.page("/uitkomsten"), "menu"), "A"))[0]["props"]["aria-current"] == "page"
