"""Shares in five classes with the number as text, and signs for what is not there."""

from __future__ import annotations

from dataclasses import replace

from dashboard.components.heat_table import HeatCell, HeatRow, HeatTable, heat_table
from tests.dashboard.components.rendered import of_class, of_type, sent, words


def _cells(*shares: float | None) -> tuple[HeatCell, ...]:
    return tuple(HeatCell(gap="te_weinig") if share is None else HeatCell(f"{share:.0f}%", share) for share in shares)


DATA = HeatTable(
    caption="Leefgebieden per regio",
    corner="Regio",
    columns=("Wonen", "Inkomen", "Alle"),
    rows=(
        HeatRow("Nederland", "/uitkomsten", _cells(60, 50, 20), whole=True),
        HeatRow("Achterhoek", "/regio/AM10/uitkomsten", _cells(75, 41, 12)),
        HeatRow("Twente", "/regio/AM05/uitkomsten", _cells(80, 66, 33), marked=True),
        HeatRow("Gorinchem", "/regio/AM35/uitkomsten", _cells(None, None, None)),
    ),
    apart=1,
)


def test_every_cell_has_its_number_or_its_sign() -> None:
    (table,) = of_type(sent(heat_table(DATA)), "Table")
    rows = [[words(cell) for cell in of_type(row, "Td")] for row in of_type(table, "Tr")][1:]
    assert rows[1] == ["75%", "41%", "12%"]
    assert rows[3] == ["*te weinig jongeren"] * 3


def test_rows_keep_the_order_in_which_they_came() -> None:
    (table,) = of_type(sent(heat_table(DATA)), "Table")
    assert [words(head) for head in of_type(of_type(table, "Tbody"), "Th")] == [row.name for row in DATA.rows]


def test_a_higher_share_is_never_a_paler_class() -> None:
    found = sent(heat_table(DATA))
    shades = []
    for shade in range(1, 6):
        shades += [
            (float(words(cell).removesuffix("%")), shade)
            for cell in of_class(found, f"heat-{shade}")
            if cell["props"].get("data-label") == "Wonen"
        ]
    assert [shade for _share, shade in sorted(shades)] == sorted(shade for _share, shade in shades)
    assert len(shades) == 3


def test_the_classes_and_the_signs_are_explained() -> None:
    found = sent(heat_table(DATA))
    (legend,) = of_class(found, "heat-legend")
    assert len(of_type(legend, "Li")) == len(DATA.edges) + 2
    assert "te weinig jongeren" in words(of_class(found, "gap-legend"))


def test_the_place_of_the_page_is_marked_and_the_whole_stands_apart() -> None:
    found = sent(heat_table(DATA))
    assert [words(of_type(row, "Th")) for row in of_class(found, "is-marked")] == ["Twente"]
    assert [words(of_type(row, "Th")) for row in of_class(found, "is-whole")] == ["Nederland"]
    assert len(of_class(found, "heat-apart")) == len(DATA.rows) + 1


def test_without_any_figure_there_are_only_signs() -> None:
    empty = replace(DATA, rows=DATA.rows[3:])
    found = sent(heat_table(empty))
    assert [cell for shade in range(1, 6) for cell in of_class(found, f"heat-{shade}")] == []
    assert empty.gaps == ("te_weinig",)
