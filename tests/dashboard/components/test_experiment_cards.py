"""Cards, short lists, the log and the form of experiments: what regions wrote is text in its own language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from dash import html
from dash.development.base_component import Component

from dashboard.components import count_tile, experiment_cards, finder
from dashboard.components.count_tile import CountTile
from dashboard.components.experiment_cards import Entry, Fact, Kin, Short, Tried
from dashboard.components.finder import Field, Pager
from dashboard.components.status import Change
from dashboard.components.text import Link
from dashboard.i18n import LANGUAGES, speaking
from tests.dashboard.components.rendered import nodes, of_class, of_type, sent, words

WILD = "<b onclick=x>**Koffie**</b>"
CARD = Tried(
    name=WILD,
    href="/experimenten/AM05-E1",
    status="gestopt_met_les",
    question=f"Helpt {WILD}?",
    language="fy",
    facts=(Fact("Gezien", "2 dec. 2026:", WILD), Fact("Besluit", "**stoppen**")),
    place=Link("Twente", "/regio/AM05/experimenten"),
    chips=("Wonen", "Zonder dekking"),
)
PARTS: dict[str, Callable[[], Component]] = {
    "cards": lambda: experiment_cards.cards([CARD]),
    "short": lambda: experiment_cards.short_list([Short(WILD, "/x", "fy", "Twente", "9 dagen", "wijkcoach")]),
    "counted": lambda: experiment_cards.counted([(Link("Loopt", "/experimenten?toestand=loopt"), "45")]),
    "kin": lambda: experiment_cards.kin([Kin("Leidde tot", WILD, "/x", "fy", "loopt", "begonnen op 1 mei 2026")]),
    "log": lambda: experiment_cards.log([Entry("1 mei 2026", "Begin", WILD, WILD)], "fy"),
    "tile": lambda: count_tile.component("t", CountTile("Geleerd", "10", "gestopt met een les", symbol="stil")),
    "finder": lambda: finder.finder(finder.field(Field("filter-zoek", "Zoek", WILD)), [], "**3** gevonden", None),
    "pager": lambda: html.Div(
        finder.pager(Pager("1 tot en met 12 van 13", after=Link("Volgende", "/experimenten?blad=2")))
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_every_part_can_be_sent_in_both_languages(part: Callable[[], Component], language: str) -> None:
    with speaking(language):
        assert sent(part())


@pytest.mark.parametrize("name", ["cards", "short", "kin", "log"])
def test_what_was_typed_stays_as_it_was_typed_in_its_own_language(name: str) -> None:
    """Neither the marks of HTML nor ours mean anything in it."""
    typed = [one for one in nodes(PARTS[name]()) if WILD in words(one) and one["props"].get("lang")]
    assert typed
    assert {one["props"]["lang"] for one in typed} == {"fy"}
    assert of_type(PARTS[name](), "Strong") == [] or name == "cards"


def test_what_is_ours_may_be_strong() -> None:
    assert [words(one) for one in of_type(experiment_cards.cards([CARD]), "Strong")] == ["stoppen"]


def test_a_card_tells_its_facts_as_a_list_of_terms() -> None:
    (facts,) = of_class(experiment_cards.cards([CARD]), "tried-facts")
    assert [words(one) for one in of_type(facts, "Dt")] == ["Gezien", "Besluit"]
    assert [words(one) for one in of_type(facts, "Dd")] == [f"2 dec. 2026: {WILD}", "stoppen"]


def test_a_field_has_its_label_and_its_words() -> None:
    form = finder.finder(finder.field(Field("filter-zoek", "Zoek in de teksten", "koffie")), [], "**3** gevonden", None)
    (label,), (field,) = of_type(form, "Label"), of_type(form, "Input")
    assert label["props"]["htmlFor"] == field["props"]["id"] == "filter-zoek"
    assert (field["props"]["type"], field["props"]["value"]) == ("search", "koffie")
    assert of_class(form, "finder-count")[0]["props"]["role"] == "status"


def test_a_list_of_one_part_has_no_pager() -> None:
    assert finder.pager(Pager("1 tot en met 3 van 3")) == []


def test_a_count_has_a_foot_only_when_there_is_something_in_it() -> None:
    bare = count_tile.component("t", CountTile("Lopend", "0", "experimenten"))
    full = count_tile.component(
        "t",
        CountTile("Lopend", "4", "experimenten", "in 3 regio’s", Change("meer", "+1"), link=Link("bekijk deze", "/x")),
    )
    assert of_class(bare, "tile-foot") == of_class(bare, "change") == []
    assert words(of_class(full, "tile-foot")) == "in 3 regio’s bekijk deze Lopend"
    assert "+1" in words(of_class(full, "change"))


def test_what_is_to_come_is_marked_in_the_log() -> None:
    log = experiment_cards.log([Entry("1 mei 2026", "Begin"), Entry("2 dec. 2026", "Check", is_ahead=True)], "nl")
    assert [one["props"].get("className") for one in of_type(log, "Li")] == [None, "is-ahead"]
