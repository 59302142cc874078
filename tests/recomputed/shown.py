"""What a page shows, as texts; and how numbers are printed in Dutch, written down once more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.dashboard.components.rendered import of_class, of_type, within


def texts(node: Any) -> Iterator[str]:
    """Every piece of text in reading order."""
    if isinstance(node, str | int | float):
        yield str(node)
    elif isinstance(node, list):
        for part in node:
            yield from texts(part)
    elif node:
        yield from texts(within(node))


def tiles(page: Any) -> dict[str, list[str]]:
    """The texts of each tile by its label."""
    found = [[text.strip() for text in texts(tile) if text.strip()] for tile in of_class(page, "tile")]
    return {said[0]: said for said in found}


def card_title(page: Any, id: str) -> str:
    return next("".join(texts(node)) for node in of_type(page, "H2") if node["props"].get("id") == f"{id}-title")


def table(page: Any, caption: str) -> dict[str, list[str]]:
    """Rows by their first cell, of the table whose caption starts so."""
    return {row[0]: row[1:] for row in rows(page, caption)}


def rows(page: Any, caption: str) -> list[list[str]]:
    """All of them, for a table in which the first cell does not tell them apart."""
    return tables(page, caption)[0]


def tables(page: Any, caption: str) -> list[list[list[str]]]:
    """The rows of every table whose caption starts so."""
    found = [one for one in of_type(page, "Table") if "".join(texts(one)).startswith(caption)]
    return [[_row(row) for row in of_type(one, "Tr")] for one in found]


def _row(row: dict[str, Any]) -> list[str]:
    return [" ".join("".join(texts(cell)).split()) for cell in _cells(row)]


def _cells(row: dict[str, Any]) -> list[Any]:
    children = row["props"]["children"]
    return children if isinstance(children, list) else [children]


def number(value: float) -> str:
    text = f"{abs(round(value)):,}".replace(",", ".")
    return f"−{text}" if round(value) < 0 else text


def count(value: int) -> str:
    return "< 10" if 0 < value < 10 else number(value)


def signed(value: int) -> str:
    return f"+{number(value)}" if value > 0 else number(value)


def percentage(numerator: int, denominator: int) -> str | None:
    """None under fifty; ends at five and ninety-five."""
    if denominator < 50:
        return None
    whole = round(100 * numerator / denominator)
    return "≤ 5%" if whole <= 5 else "≥ 95%" if whole >= 95 else f"{whole}%"


def fives(value: float) -> str:
    return count(5 * round(value / 5))
