"""How changes are called and printed, what of them stands on which page, and for how long a correction is noticed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

import callbacks.changes
from callbacks.national.changes import card as card_of_country
from callbacks.parts import noticed
from callbacks.parts.changed import figure
from callbacks.parts.look import look
from callbacks.region.changes import card as card_of_region
from dashboard.address import Filters, parse
from dashboard.i18n import LANGUAGES, speaking
from dashboard.pages import changes as page
from queries.compared import KINDS, Figure
from queries.ground import Ground
from queries.reader import Reader, open_reader
from queries.sealed import Sealed
from tests.areas import Areas
from tests.asking import MINISTRY, Site
from tests.callbacks.looking import seen, standing_of
from tests.dashboard.components.rendered import nodes, of_class, of_type, sent, words
from tests.told import REASON

STEPS = [(1, 2), (2, 3), (3, 4), (4, 5), (1, 5)]
PATHS = ["/wijzigingen", "/regio/AM05/wijzigingen", "/regio/AM02/wijzigingen"]


@contextmanager
def as_of(told: Areas, number: int) -> Iterator[Reader]:
    with told.warehouse.connect() as connection:
        yield open_reader(connection, MINISTRY, number)


def shown(told: Areas, path: str, since: int, number: int, **chosen: Any) -> Any:
    filters = Filters(publication=number, since=since).but(**chosen)
    with as_of(told, number) as reader, speaking(filters.language):
        return sent(page.layout(callbacks.changes.show(reader, filters, path)))


def rows(tree: Any) -> list[str]:
    """Of the tables of changes, a text each."""
    return [words(row) for row in of_type(of_class(tree, "change-table"), "Tr") if of_class(row, "change-was")]


def section(tree: Any, id: str) -> list[Any]:
    return [one for one in of_type(tree, "Section") if one["props"].get("id") == id]


def counted(tree: Any) -> Any:
    """The table of regions by kinds."""
    (table,) = of_class(tree, "change-counts")
    return table


def body(table: Any) -> list[Any]:
    return of_type(of_type(table, "Tbody"), "Tr")


def numbers(table: Any) -> list[list[int]]:
    """A row of counts for each place."""
    return [[int(words(cell)) for cell in of_type(row, "Td")] for row in body(table)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", STEPS, ids=str)
@pytest.mark.parametrize("path", PATHS)
def test_whatever_changed_can_be_said(told: Areas, path: str, step: tuple[int, int], language: str) -> None:
    said = words(shown(told, path, *step, language=language))
    assert [part for part in ("{", "}", "None", "**", "datetime") if part in said] == []
    assert not re.search(r"\b[a-z_]+\.[a-z_]+\.[a-z_]+\b", said)


def test_old_values_are_struck_through_and_reasons_stand_beside_them(told: Areas) -> None:
    found = shown(told, "/regio/AM05/wijzigingen", 1, 2)
    struck = [words(node) for node in of_type(found, "Del")]
    assert {"2-10-2026", "verwacht 1-10-2026", "loopt", "Bestuur", "400", "Stap 6"} <= set(struck)
    (moved,) = (row for row in rows(found) if row.startswith("2. ") and "plan" in row)
    assert moved.endswith("2-10-2026→ 20-11-2026De raad vergadert later.coordinator, 10 sep. 2026")


def test_what_was_withdrawn_is_told_first(told: Areas) -> None:
    found = shown(told, "/regio/AM05/wijzigingen", 1, 2)
    heads = [words(node) for node in of_class(of_class(found, "change-table"), "change-kind")]
    assert heads[0] == "Verwijderd 4"
    assert [head.rsplit(" ", 1)[0] for head in heads] == [
        "Verwijderd",
        "Cijfer herzien",
        "Status",
        "Verschoven",
        "Toegevoegd",
        "Nieuw cijfer",
        "Anders omschreven",
    ]


def test_of_a_region_the_list_the_counts_and_the_table_agree(told: Areas) -> None:
    found = shown(told, "/regio/AM05/wijzigingen", 1, 5)
    (listed,) = section(found, "changes-list")
    counts = [int(words(node)) for node in of_class(found, "kind-count")]
    (table,) = of_class(listed, "data-table")
    assert sum(counts) == len(rows(listed)) == len(of_type(of_type(table, "Tbody"), "Tr")) > 10


def test_of_the_country_the_counts_add_up_in_both_directions(told: Areas) -> None:
    found = shown(told, "/wijzigingen", 1, 5)
    *places, together = numbers(counted(found))
    assert [sum(column) for column in zip(*places, strict=True)] == together
    assert all(sum(kinds) == total for total, *kinds in [*places, together])
    of_kinds = [int(words(node)) for node in of_class(found, "kind-count")]
    assert [count for count in of_kinds if count] == together[1:]
    assert sum(of_kinds) > 30


def test_what_can_be_saved_of_the_country_is_what_is_seen(told: Areas) -> None:
    """One table, drawn once: Dash needs long for many parts."""
    (listed,) = section(shown(told, "/wijzigingen", 1, 5), "changes-list")
    (foot,) = of_class(listed, "card-table")
    assert (of_type(foot, "Table"), len(of_class(of_class(listed, "card-body"), "data-table"))) == ([], 1)


def test_each_region_and_each_count_leads_to_the_changes_themselves(told: Areas) -> None:
    table = counted(shown(told, "/wijzigingen", 1, 5))
    (links,) = (of_type(row, "Link") for row in body(table) if words(row).startswith("Twente"))
    to_region, *to_kinds = (link["props"]["href"] for link in links)
    assert to_region == "/regio/AM05/wijzigingen?stand=5&sinds=1"
    counts = [int(words(link)) for link in links[1:]]
    own = section(shown(told, "/regio/AM05/wijzigingen", 1, 5), "changes-list")
    assert len(rows(own)) == sum(counts)
    for href, count in zip(to_kinds, counts, strict=True):
        path, filters = parse(href)
        chosen = shown(told, path, 1, 5, kind=filters.kind)
        assert (filters.since, len(rows(section(chosen, "changes-list")))) == (1, count)


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_alone(told: Areas, kind: str) -> None:
    (listed,) = section(shown(told, "/wijzigingen", 1, 5, kind=kind), "changes-list")
    every = shown(told, "/wijzigingen", 1, 5)
    number = dict(zip(KINDS, (int(words(node)) for node in of_class(every, "kind-count")), strict=True))[kind]
    heads = [words(node).rsplit(" ", 1) for node in of_class(listed, "change-kind")]
    assert (sum(int(count) for _name, count in heads), len(rows(listed))) == (number, number)
    names = [words(row["props"]["children"][0]) for table in of_class(listed, "change-counts") for row in body(table)]
    assert [name for name, _count in heads] == names[:-1]


def test_of_a_kind_with_many_changes_the_first_are_listed_and_all_are_counted(site: Site) -> None:
    found = site.page("/wijzigingen", Filters(since=1, kind="status"))
    (listed,) = section(found, "changes-list")
    assert words(of_class(listed, "list-first")).startswith("Van deze soort zijn er 113 wijzigingen; hier staan de 30 ")
    heads = [words(node) for node in of_class(listed, "change-kind")]
    assert (len(rows(listed)), numbers(counted(listed))[-1]) == (30, [113])
    assert any(" van " in head for head in heads)


def test_of_the_country_itself_every_change_is_listed(site: Site) -> None:
    """It has no other page; a region has one, and no row of it stands here."""
    (listed,) = section(site.page("/wijzigingen"), "changes-list")
    heads = [words(node) for node in of_class(listed, "change-kind")]
    assert heads == ["Nederland · Cijfer herzien 11", "Nederland · Nieuw cijfer 1"]
    assert len(rows(listed)) == 12
    assert "correctie: Groningen" in words(of_class(listed, "change-table"))


def test_the_country_is_no_more_than_a_browser_can_redraw_at_once(site: Site) -> None:
    """Dash draws new parts in a time that grows with the square of their number."""
    for kind in (None, *KINDS):
        assert sum(1 for _node in nodes(site.page("/wijzigingen", Filters(since=1, kind=kind)))) < 1_200


def test_corrections_tell_their_cause_and_figures_and_so_does_an_undone_publication(told: Areas) -> None:
    (card,) = section(shown(told, "/wijzigingen", 4, 5), "changes-corrections")
    items = [words(node) for node in of_type(of_class(card, "corrections"), "Li")]
    assert len(items) == 3
    assert [REASON in item for item in items] == [True, False, True]
    assert "Publicatie 4 geeft de stand van publicatie 2 weer" in items[1]
    assert "te vroeg" in items[1]
    assert all("cijfers herzien" in items[at] for at in (0, 2))


@pytest.mark.parametrize(("days", "there"), [(0, True), (90, True), (91, False)])
def test_a_correction_is_noticed_for_ninety_days(told: Areas, days: int, there: bool) -> None:
    with as_of(told, 3) as reader:
        later = replace(reader.publication, published_on=reader.publication.published_on + timedelta(days))
        found = seen(replace(reader, publication=later))
        corrected = replace(found.corrections[0], publication=reader.publication)
        found = replace(found, corrections=(corrected,))
        notices = [noticed.of_country(found), noticed.of_region(found, "AM05")]
        assert noticed.of_region(found, "AM02") is None
    assert [one is not None for one in notices] == [there, there]
    assert [one.link.href.endswith("wijzigingen#correcties") for one in notices if one] == [True, True][: 2 * there]


def test_nothing_changed_says_so_plainly(ministry: Reader) -> None:
    """As a region that does not take part sees it."""
    found = seen(ministry)
    card = card_of_region(found, standing_of(found, "AM12"))
    assert card.title == "Niets veranderd sinds 16 oktober 2026"
    assert card.empty is not None
    assert card.empty.title == "Er is niets veranderd sinds 16 oktober 2026."
    nothing = Sealed(Ground(found.standings))
    whole = card_of_country(replace(found, changes=(), everyone=nothing))
    assert whole.title == "Niets veranderd sinds 16 oktober 2026"


def test_the_first_publication_has_nothing_to_compare_with(told: Areas) -> None:
    with as_of(told, 1) as reader:
        found = seen(reader)
        assert (found.since, found.changes) == (None, ())
        assert card_of_region(found, standing_of(found, "AM05")).empty is not None
        assert card_of_country(found).empty is not None
    said = words(shown(told, "/wijzigingen", 1, 1))
    assert "Dit is de eerste stand: er is nog geen eerdere om mee te vergelijken." in said
    assert "geen eerdere stand" in str(shown(told, "/wijzigingen", 1, 1))


@pytest.mark.parametrize("odd", [0, 4, 5, 99])
def test_a_publication_that_is_not_earlier_is_not_compared_with(told: Areas, odd: int) -> None:
    """Nor is the previous one chosen: that is what holds when nothing is."""
    with as_of(told, 4) as reader:
        found = look(reader, Filters(since=odd))
        assert found.filters.since is None
        assert found.since == reader.previous
        assert look(reader, Filters(since=3)).filters.since is None
        assert look(reader, Filters(since=2)).filters.since == 2


def test_a_corrected_movement_stands_with_its_old_value(site: Site) -> None:
    """In Groningen a month was corrected; movements are rounded to tens."""
    found = site.page("/regio/AM01/wijzigingen")
    flow = next(row for row in rows(found) if row.startswith("Van Voor het eerst geteld"))
    assert "20→ 0" in flow


@pytest.mark.parametrize(
    ("value", "said"), [(Figure(5), "< 10"), (Figure(10), "10"), (Figure(5, 60), "< 10 van 60"), (Figure(0), "0")]
)
def test_small_numbers_are_not_spelled_out(value: Figure, said: str) -> None:
    with speaking("nl"):
        assert figure(value) == said


def test_the_card_of_the_country_counts_each_kind(site: Site) -> None:
    (card,) = section(site.page("/"), "national-changes")
    said = words(card)
    for line in (
        "alle 169 wijzigingen",
        "10 mijlpalen behaald, 20 verschoven",
        "51 erbij, 0 verwijderd, 1 vervallen",
        "44 van status; Flevoland naar achter",
        "4 experimenten gestopt met les",
        "22 cijfers herzien: Groningen",
    ):
        assert line in said


def test_the_card_of_a_region_has_its_changes_corrections_first(site: Site) -> None:
    (card,) = section(site.page("/regio/AM01"), "region-changes")
    heads = [words(node).rsplit(" ", 1)[0] for node in of_class(card, "change-kind")]
    assert heads[0] == "Cijfer herzien"
    assert "755 van 1.115" in [words(node) for node in of_type(card, "Del")]
