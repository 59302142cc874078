import dataclasses
from typing import Any

from dash import html

from dashboard import shell, shell_context
from dashboard.i18n import speaking
from dashboard.shell import Frame
from tests.dashboard.components.examples import CONTEXT, FOOTER, HEADER
from tests.dashboard.components.rendered import nodes, of_class, of_type, sent, words


def page(context: shell_context.ContextBar | None = CONTEXT) -> Any:
    content = [html.P("inhoud van de pagina")]
    return shell.page(Frame("Landelijk beeld", HEADER, FOOTER, context), content)


def by_id(component: Any, id: str) -> dict[str, Any]:
    found = [node for node in nodes(component) if node["props"].get("id") == id]
    assert len(found) == 1, id
    props: dict[str, Any] = found[0]["props"]
    return props


def test_there_is_one_heading_that_can_get_the_focus() -> None:
    headings = of_type(page(), "H1")
    assert [(words(heading), heading["props"]["tabIndex"]) for heading in headings] == [("Landelijk beeld", -1)]


def test_the_skip_link_comes_first_and_leads_to_the_content() -> None:
    links = of_type(page(), "A")
    target = links[0]["props"]["href"].removeprefix("#")
    assert target == shell.CONTENT_ID
    assert of_type(page(), "Main")[0]["props"]["id"] == target


def test_the_page_has_its_landmarks_once_and_navigations_have_names() -> None:
    assert [len(of_type(page(), name)) for name in ("Header", "Main", "Footer")] == [1, 1, 1]
    names = [nav["props"]["aria-label"] for nav in of_type(page(), "Nav")]
    assert len(names) == len(set(names)) == 2


def test_the_menu_marks_where_you_are() -> None:
    current = [node for node in of_type(page(), "A") if node["props"].get("aria-current") == "page"]
    assert [words(link) for link in current] == ["Landelijk"]


def test_what_is_seldom_needed_stands_behind_a_button_that_says_so() -> None:
    button = next(node for node in of_type(page(), "Button") if node["props"].get("aria-controls") == shell.MORE_ID)
    assert button["props"]["aria-expanded"] == "false"
    assert words(by_id(page(), shell.MORE_ID)["children"]) == "Definities"


def test_a_language_link_is_in_its_own_language_and_the_current_one_is_marked() -> None:
    with speaking("en"):
        english = by_id(page(), "taal-en")
        dutch = by_id(page(), "taal-nl")
    assert (english["lang"], english["hrefLang"], english["aria-current"]) == ("en", "en", "true")
    assert (dutch["lang"], dutch["href"], dutch.get("aria-current")) == ("nl", "/", None)


def test_every_choice_has_a_label_of_its_own() -> None:
    labels = {label["props"]["htmlFor"] for label in of_type(page(), "Label")}
    assert labels == {select["props"]["id"] for select in of_type(page(), "Select")} == {"region"}


def test_the_folded_choices_are_opened_by_a_button_that_says_so() -> None:
    button = of_class(page(), "unfold")[0]["props"]
    assert button["aria-expanded"] == "false"
    assert by_id(page(), button["aria-controls"])["className"] == "choices"


def test_invented_figures_are_called_so_on_every_page() -> None:
    real = dataclasses.replace(CONTEXT, demonstration=False)
    assert "Demonstratiegegevens" in words(page())
    assert "Demonstratiegegevens" not in words(page(real))


def test_an_older_publication_is_announced_with_the_way_to_the_newest() -> None:
    banner = by_id(page(), shell_context.OLDER_ID)
    assert banner["role"] == "status"
    assert words(banner["children"]) == "U ziet publicatie 3. Bekijk de nieuwste"
    newest = dataclasses.replace(CONTEXT, older=None)
    assert by_id(page(newest), shell_context.OLDER_ID)["children"] == []


def test_an_update_gives_what_the_first_layout_gave() -> None:
    ids = [choice.id for choice in CONTEXT.choices]
    places = [(str(output.component_id), output.component_property) for output in shell.outputs(ids)]
    values = shell.values(Frame("Landelijk beeld", HEADER, FOOTER, CONTEXT))
    for (id, prop), value in zip(places, values, strict=True):
        assert by_id(page(), id)[prop] == sent(value), (id, prop)


def test_a_page_without_choices_has_no_bar() -> None:
    assert of_class(page(context=None), "context") == []
