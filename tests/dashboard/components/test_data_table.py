import pytest

from dashboard.components.data_table import Column, TableData, table
from tests.dashboard.components.examples import TABLE
from tests.dashboard.components.rendered import nodes, of_type, words


def test_heads_have_the_scope_of_their_column_or_row() -> None:
    scopes = [head["props"]["scope"] for head in of_type(table(TABLE), "Th")]
    assert scopes == ["col"] * 3 + ["row"] * 2


def test_numbers_stand_right_in_head_and_rows() -> None:
    right = [node for node in nodes(table(TABLE)) if node["props"].get("className") == "number"]
    assert [words(node) for node in right] == ["Jongeren", "2.810", "5.510"]


def test_a_table_has_a_caption_also_when_it_is_not_seen() -> None:
    seen, unseen = table(TABLE), table(TABLE, caption_shown=False)
    assert [words(of_type(shown, "Caption")) for shown in (seen, unseen)] == ["Jongeren per fase"] * 2
    assert of_type(unseen, "Caption")[0]["props"]["className"] == "visually-hidden"


def test_cells_show_what_they_are() -> None:
    shown = table(TABLE)
    assert words(of_type(shown, "Del")) == "5.510"
    assert words(of_type(shown, "Strong")) == "2.810"
    assert of_type(shown, "Link")[0]["props"]["href"] == "/trajecten"
    assert "let op" in words(shown)


def test_a_row_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        table(TableData("x", (Column("a"),), (("1", "2"),)))
