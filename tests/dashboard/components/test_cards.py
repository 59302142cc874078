import dataclasses
from typing import Any

import pytest
from dash import html

from dashboard.components import (
    attention,
    changes,
    experiments,
    figure_card,
    html_card,
    map_legend,
    multiples,
    obstacles,
    reading_line,
    region_list,
    stations,
    view_switch,
)
from dashboard.components.empty import Empty, broken
from dashboard.figures.hexmap_classes import legend
from dashboard.i18n import LANGUAGES, speaking
from tests.dashboard.components.examples import ATTENTION, CARD, FACTS, READING, REGIONS, TABLE
from tests.dashboard.components.rendered import nodes, of_class, of_type, sent, words

CARDS = {
    "attention": lambda: attention.card("Drie regio’s", "lijn", [ATTENTION]),
    "changes": lambda: changes.card("Sinds", "3 → 4", [changes.Moved("In beeld", "1", "2", "+1")], ["**1** mijlpaal"]),
    "obstacles": lambda: obstacles.card("Knelpunten", "dagen", [obstacles.Obstacle("Delen", 212, "SZW", 1, old=True)]),
    "regions": lambda: region_list.card("Alle regio’s", "lijst", REGIONS),
}
BLOCKS = {
    "multiples": lambda: multiples.grid(
        [multiples.Multiple("Twente", "/regio/AM05", "data:,", "daalt", "77", "te laat")]
    ),
    "legend": lambda: map_legend.map_legend("In beeld", legend((72.0,), ("te_weinig",))),
    "steps": lambda: stations.steps([stations.Step(1, "Partners", "bereikt", "op tijd", "op_koers", "reached", "/")]),
    "experiments": lambda: experiments.experiment_list(
        [experiments.Experiment("Koffie", "Komt men?", "gestopt_met_les", "gestopt", "les")]
    ),
    "switch": lambda: view_switch.component("s", listing=html.P("lijst"), chart=html.P("kaart")),
}


def places(outputs: list[Any]) -> list[tuple[str, str]]:
    return [(output.component_id, output.component_property) for output in outputs]


def at(component: Any, place: tuple[str, str]) -> Any:
    found = [node for node in nodes(component) if node["props"].get("id") == place[0]]
    assert len(found) == 1, place
    return found[0]["props"].get(place[1])


@pytest.mark.parametrize("card", [CARD, dataclasses.replace(CARD, empty=Empty("Niets", "Sinds mei.", "De regio."))])
def test_an_update_of_a_chart_gives_what_its_first_layout_gave(card: figure_card.Card) -> None:
    first = figure_card.component("c", card)
    for place, value in zip(places(figure_card.outputs("c")), figure_card.values(card), strict=True):
        assert (at(first, place) or []) == (sent(value) or []), place


@pytest.mark.parametrize("actions", [False, True])
@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS.keys())
def test_an_update_of_a_card_gives_what_its_first_layout_gave(card: Any, actions: bool) -> None:
    first = html_card.component("c", card(), actions=actions)
    found = zip(places(html_card.outputs("c", actions=actions)), html_card.values(card(), actions=actions), strict=True)
    for place, value in found:
        assert at(first, place) == sent(value), place


def test_what_an_update_replaces_holds_no_control_and_no_graph() -> None:
    replaced = [*figure_card.values(CARD)[:2], *figure_card.values(CARD)[5:], *html_card.values(CARDS["attention"]())]
    assert not [node for value in replaced for node in nodes(value) if node["type"] in {"Graph", "Select", "Button"}]


def test_a_chart_has_a_name_a_sentence_and_a_table() -> None:
    card = figure_card.component("c", CARD)
    frame = of_class(card, "chart")[0]["props"]
    sentence = at(card, (frame["aria-describedby"], "children"))
    assert (frame["role"], frame["aria-label"]) == ("img", "Jongeren per fase")
    assert sentence == "Op 1 november 2026 stonden 5.550 jongeren in traject." != CARD.title
    assert words(of_type(card, "Caption")) == "Jongeren per fase"


def test_a_chart_asks_no_other_machine_and_shows_no_tools() -> None:
    config = of_type(figure_card.component("c", CARD), "Graph")[0]["props"]["config"]
    assert config["plotlyServerURL"] == ""
    assert config["displayModeBar"] is False
    with speaking("en"):
        english = of_type(figure_card.component("c", CARD), "Graph")[0]["props"]["config"]
    assert [config["locale"], english["locale"]] == ["nl", "en"]


def test_a_chart_reserves_its_height_and_an_empty_one_keeps_it() -> None:
    card = dataclasses.replace(CARD, empty=broken())
    shown = figure_card.component("c", card)
    frame = of_class(shown, "chart")[0]["props"]
    assert frame["style"] == {"--height": "300px", "--phone-height": "200px"}
    assert frame["className"] == "chart is-empty"
    assert "beheerder" in words(of_class(shown, "empty"))


def test_three_quiet_actions_stand_under_a_card() -> None:
    buttons = of_type(figure_card.component("c", CARD), "Button")
    assert [words(button) for button in buttons] == ["Tabel", "Kopieer als zin", "Download"]
    assert buttons[0]["props"]["aria-controls"] == "c-table"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", [*CARDS.values(), *BLOCKS.values()], ids=[*CARDS, *BLOCKS])
def test_every_part_can_be_sent_in_both_languages(part: Any, language: str) -> None:
    with speaking(language):
        made = part()
        assert sent(html_card.component("c", made) if isinstance(made, html_card.HtmlCard) else made)


@pytest.mark.parametrize("line", [READING, FACTS])
def test_a_reading_line_is_one_paragraph_with_strong_text(line: reading_line.ReadingLine) -> None:
    shown = reading_line.component("l", line)
    assert words(reading_line.values(line)) == words(shown)
    assert "**" not in words(shown)


def test_coverage_has_a_square_a_region_and_says_it_in_words() -> None:
    shown = reading_line.component("l", READING)
    assert len(of_class(shown, "square")) == 2
    assert of_class(shown, "squares")[0]["props"]["aria-label"] == "1 regio aangeleverd, 1 regio te laat"
    assert "1 van 2 regio’s in deze stand" in words(shown)


def test_an_old_obstacle_is_orange_and_says_its_age() -> None:
    young = obstacles.Obstacle("Zorg", 1, "VWS", 3)
    shown = html_card.component(
        "c", obstacles.card("x", "y", [obstacles.Obstacle("Delen", 480, "SZW", 1, old=True), young])
    )
    bars = of_class(shown, "age-bar")
    assert [(bar["props"]["className"], bar["props"]["style"]["width"]) for bar in bars] == [
        ("age-bar is-old", "100.0%"),
        ("age-bar", "0.2%"),
    ]
    assert "480 dagen" in words(shown)
    assert "1 dag" in words(shown)


def test_a_region_without_a_figure_gets_a_sign_a_note_and_the_last_place() -> None:
    row = of_type(region_list.table(REGIONS, "x"), "Tr")[2]
    assert "×" in words(row)
    assert "stand 1-7-2026" in words(row)
    assert [cell["props"].get("data-sort") for cell in of_type(row, "Td")] == [None, "", "", "", ""]


@pytest.mark.parametrize(("judged", "differs"), [("achter", False), ("let_op", True)])
def test_a_judgement_that_differs_from_the_computation_is_named(judged: str, differs: bool) -> None:
    shown = words(stations.judgement(stations.Judgement("achter", judged, "kwartiermaker, 3 november")))
    assert ("verschil bespreken" in shown) is differs


def test_the_table_of_a_card_can_be_scrolled_by_keyboard() -> None:
    frame = of_class(
        html_card.component("c", html_card.HtmlCard("x", "y", [], table=TABLE), actions=True), "card-table"
    )
    assert frame[0]["props"]["tabIndex"] == 0
