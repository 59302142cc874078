"""What the cards of what was learned say: chains, rules, lessons, ideas that are alike; or that there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from callbacks.experiments import alike, lessons, rule_room, tree
from callbacks.experiments.here import Here, here_of
from callbacks.parts.look import look
from dashboard.address import Filters
from dashboard.i18n import LANGUAGES, speaking
from dashboard.sought import Sought
from queries.reader import Access
from tests.asking import MINISTRY, Site, reading
from tests.dashboard.components.rendered import nodes, of_class, of_type, words
from tests.serving import Demonstration

IDEA = "Gratis koffie schenken op een plein waar jongeren rondhangen"
TWENTE = Access("regio", frozenset({"AM05"}))
CARDS = (tree.card, rule_room.card, lessons.card, alike.card)


@contextmanager
def here(
    demonstration: Demonstration, code: str | None = None, access: Access = MINISTRY, **chosen: Any
) -> Iterator[Here]:
    filters = Filters(**chosen)
    with reading(demonstration, access) as reader, speaking(filters.language):
        seen = look(reader, filters)
        yield here_of(seen, seen.standings.of(code) if code else None)


def test_the_country_has_the_longest_chains(demonstration: Demonstration) -> None:
    with here(demonstration) as found:
        card = tree.card(found)
    assert card.title == "De langste keten telt 3 kleine stappen"
    assert card.sentence.startswith("38 van de 79 kleine stappen kwamen voort uit een eerdere. De langste keten is “")
    assert card.sentence.endswith(": die stap loopt nog.")


def test_rules_of_the_country_are_those_that_only_a_ministry_can_change(demonstration: Demonstration) -> None:
    with here(demonstration) as found:
        card = rule_room.card(found)
    assert card.title == "12 regels vragen een besluit van het Rijk; de oudste al 401 dagen"
    assert card.sentence == (
        "12 regels vragen een besluit van het Rijk. De oudste is “Gegevens van UWV en gemeente mogen niet naast elkaar "
        "liggen” (Groningen), gemeld 401 dagen geleden. Daarnaast 6 lokaal."
    )
    assert len(of_class(list(card.body), "rule-name")) == 12
    assert len(of_class(list(card.body), "is-old")) == 8
    assert card.table is not None
    assert len(card.table.rows) == 18


def test_rules_of_a_region_are_all_of_its_own(demonstration: Demonstration) -> None:
    with here(demonstration, "AM09", language="en") as found:
        card = rule_room.card(found)
    assert card.title == "2 rules stand in the way; central government decides on 1"
    assert "room up to and including 31 Mar 2027" in words(list(card.body))


def test_lessons_stand_under_those_who_can_use_them(demonstration: Demonstration) -> None:
    with here(demonstration) as found:
        card = lessons.card(found)
    assert card.title == "42 lessen uit 37 experimenten"
    heads = [words(head) for head in of_type(list(card.body), "H3")]
    assert heads == ["Professional 16", "Organisatie 14", "Financier 12"]


def test_lessons_are_narrowed_down_by_the_words_that_are_sought(demonstration: Demonstration) -> None:
    with here(demonstration, sought=Sought(words="vakantiehuis")) as found:
        card = lessons.card(found)
    assert card.title == "1 les met “vakantiehuis”"
    with here(demonstration, sought=Sought(words="xylofoon")) as found:
        none = lessons.card(found).empty
    assert none is not None
    assert none.title == "Geen les bevat deze woorden."


def test_an_idea_is_compared_with_what_others_tried(demonstration: Demonstration) -> None:
    with here(demonstration, sought=Sought(idea=IDEA)) as found:
        card = alike.card(found)
    assert card.title == "5 experimenten elders lijken hierop"
    assert "Het meest “Koffie op het plein” in Twente (loopt)." in card.sentence
    with here(demonstration, "AM05", sought=Sought(idea=IDEA)) as found:
        own = alike.card(found)
    assert own.table is not None
    assert "Twente" not in {row[1] for row in own.table.rows}


def test_without_an_idea_the_card_asks_for_one_and_a_region_finds_what_others_share(
    demonstration: Demonstration,
) -> None:
    with here(demonstration) as found:
        asked = alike.card(found)
    assert (asked.title, asked.empty is not None) == ("Is dit al eens geprobeerd?", True)
    with here(demonstration, "AM05", TWENTE, sought=Sought(idea=IDEA)) as found:
        shared = alike.card(found)
    assert shared.empty is None
    with here(demonstration, "AM05", sought=Sought(idea=IDEA)) as found:
        assert alike.card(found).table == shared.table


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_without_anything_says_so_and_who_acts(demonstration: Demonstration, language: str) -> None:
    with here(demonstration, "AM12", language=language) as found:
        made = [card(found) for card in CARDS]
    for card in made:
        assert card.empty is not None
        assert card.empty.reason
        assert card.sentence


@pytest.mark.parametrize("path", ["/experimenten", "/regio/AM22/experimenten", "/experimenten/AM22-AM22-E1"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_regions_wrote_is_marked_as_their_language(site: Site, path: str, language: str) -> None:
    page = site.page(path, Filters(language=language, sought=Sought(idea=IDEA)))
    told = [node for name in ("lesson-words", "rule-name") for node in of_class(page, name)]
    assert told
    for node in told:
        assert any(one["props"].get("lang") for one in nodes(node)), words(node)
