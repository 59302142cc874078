"""From what a pilot line does to what young people notice: each link with its indicator and how sure it is."""

from __future__ import annotations

from itertools import groupby

from callbacks.parts.look import Look
from callbacks.parts.measures import printed_value
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.i18n import _, in_language
from queries.measures import Engine
from warehouse.reference import Row, rows

COLUMNS = ("level", "what", "indicator", "now", "evidence")


def chains(look: Look, made: Engine) -> tuple[TableData, ...]:
    """One a pilot line, in the order of the links; the figures are those of the country."""
    grouped = groupby(rows("chain_link"), key=lambda row: row["pilot_line"])
    return tuple(_chain(look, made, line, list(links)) for line, links in grouped)


def _chain(look: Look, made: Engine, line: str, links: list[Row]) -> TableData:
    columns = tuple(Column(_(f"definitions.chain.column.{key}"), numeric=key == "now") for key in COLUMNS)
    return TableData(look.label("pilot_line", line), columns, tuple(_link(look, made, row) for row in links))


def _link(look: Look, made: Engine, row: Row) -> tuple[Cell | str, ...]:
    measure = made.measure(row["indicator"])
    name = f"{row['indicator']} {look.label('indicator', row['indicator'])}"
    return (
        _(f"definitions.chain.level.{row['level']}"),
        in_language(row["name_nl"], row["name_en"]),
        Cell(name, href=f"#{row['indicator']}"),
        "?" if measure.value is None else printed_value(measure, measure.value),
        _(f"definitions.chain.evidence.{row['evidence']}"),
    )
