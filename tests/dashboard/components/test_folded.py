import json

from dash import dcc, html

from dashboard.components.data_table import Cell, Column, TableData, folded_table, table
from dashboard.components.folded import folded
from tests.dashboard.components.rendered import of_type, within, words

DATA = TableData(
    "Jongeren per regio",
    (Column("Regio"), Column("Jongeren", numeric=True)),
    (
        (Cell("Twente", href="/regio/AM05", about="regio"), "640"),
        (Cell("<b>Wij</b>", quoted=True), Cell("5", struck=True)),
    ),
)


def test_a_folded_table_says_what_the_table_says() -> None:
    shown = table(DATA)
    [made] = within({"type": "Div", "props": {"data-table": folded(shown)}})
    assert words(made) == words(shown)
    for kind in ("Caption", "Th", "Td", "Tr", "Del"):
        assert len(of_type(made, kind)) == len(of_type(shown, kind)) > 0


def test_a_table_that_is_folded_at_once_is_the_same() -> None:
    more = TableData("", DATA.columns, (("Leeg", ""), (Cell("Op koers", status="op_koers"), Cell("1", strong=True))))
    for data in (DATA, more):
        assert json.loads(folded_table(data)) == json.loads(folded(table(data)))


def test_names_and_tags_are_those_of_the_browser() -> None:
    assert json.loads(folded(dcc.Link(["Twente"], href="/regio/AM05", className="x", title=None))) == [
        "a",
        {"href": "/regio/AM05", "class": "x"},
        "Twente",
    ]


def test_text_stays_text() -> None:
    assert json.loads(folded(html.Td("<script>1</script>"))) == ["td", {}, "<script>1</script>"]
