"""Small tables of one region, as they stand behind publications and as they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from warehouse.attack.numbers import Number
from warehouse.attack.truth import Truth
from warehouse.publish.facts import BASES, BY_NAME, Counts
from warehouse.publish.protect import Node, keyed_draws, protect

Days = Mapping[date, Mapping[Node, int]]

REGION = "AM01"
JANUARY, FEBRUARY, MARCH = (date(2026, month, 1) for month in (1, 2, 3))


def truth(publication: int = 1, series: str = "key", **tables: Days) -> Truth:
    counts: dict[str, Counts] = {
        table: {(REGION, day): leaves for day, leaves in days.items()} for table, days in tables.items()
    }
    return Truth(publication, series, counts)


def number(table: str, day: date, *nodes: Node, youths: int, publication: int = 1, last: int | None = None) -> Number:
    return Number(REGION, frozenset((table, day, node) for node in nodes), publication, last, youths)


def rounded(found: Truth, key: bytes = bytes(32)) -> list[Number]:
    """The leaves as they are published."""
    return [
        number(table, day, leaf, youths=youths, publication=found.publication, last=found.publication)
        for table, counts in found.counts.items()
        for (_, day), leaves in counts.items()
        for leaf, youths in protect(leaves, BASES[table], keyed_draws(key, table, REGION), BY_NAME[table].apart).items()
    ]
