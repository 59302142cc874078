"""The exact counts behind every publication: what the attack tries to find, and all that it may not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Engine, Row, select

from warehouse.publish import approved
from warehouse.publish.facts import BY_NAME, FACTS, Counts
from warehouse.publish.protect import Node
from warehouse.publish.windows import to_publish
from warehouse.schema import intake as intake_area
from warehouse.schema.levels import REMOVED
from warehouse.schema.published import fact_source, publication

# Months of facts that are published of twelve together: these are published nowhere.
MONTHLY = {fact.name: f"{fact.name}_month" for fact in FACTS if fact.months}
DELIVERY = ("region_code", "reference_date", "version")


class ContradictionError(ValueError):
    """What was seen cannot have been made by the method from what was approved: attacking it would prove nothing."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """`table` is a published table of counts, or a name in `MONTHLY`.

    `publication` is the first one that was made from this count.
    """

    table: str
    region_code: str
    day: date
    node: Node
    publication: int


@dataclass(frozen=True)
class Truth:
    """What a publication was made from. Roundings with the same `series` had the same key."""

    publication: int
    series: str
    counts: Mapping[str, Counts]

    @property
    def regions(self) -> set[str]:
        return {region for counts in self.counts.values() for region, _ in counts}

    def of_region(self, region: str) -> Iterator[tuple[str, date, Mapping[Node, int]]]:
        for table, counts in self.counts.items():
            yield from ((table, day, leaves) for (code, day), leaves in counts.items() if code == region)


@dataclass(frozen=True)
class _Lost:
    first: int
    last: int | None

    def stood_in(self, publication: int) -> bool:
        return self.first <= publication <= (self.last or publication)


Moment = tuple[int, str, date]
Tree = Mapping[Node, tuple[int, ...]]


@dataclass(frozen=True)
class Unknowns:
    """What the attack wants to know of one region: `truth[i]` is the count of `leaves[i]`.

    A leaf with the same count in two publications is one unknown: the attacker is told that it did not change.
    `trees` hold, per publication, table and day, the unknowns below every node.
    """

    leaves: Sequence[Leaf]
    truth: Sequence[int]
    trees: Mapping[Moment, Tree]


def truths(intake: Engine, warehouse: Engine) -> list[Truth]:
    """One for every publication, from the first on. One that shows an earlier state again has its truth.

    None of a publication that was made from a delivery that was removed at the end of its term: nobody knows it now.
    """
    found: dict[int, Truth] = {}
    lost = _lost(intake, warehouse)
    for entry in _publications(warehouse):
        if any(one.stood_in(entry.number) for one in lost):
            continue
        again = found.get(entry.restores)
        found[entry.number] = replace(again, publication=entry.number) if again else _truth(intake, entry)
    return list(found.values())


def unknowns(region: str, found: Sequence[Truth]) -> Unknowns:
    numbered: dict[tuple[str, date, Node, int], int] = {}
    leaves: list[Leaf] = []
    trees: dict[Moment, Tree] = {}
    for truth in found:
        for table, day, counts in truth.of_region(region):
            for node, count in counts.items():
                if (table, day, node, count) not in numbered:
                    numbered[table, day, node, count] = len(leaves)
                    leaves.append(Leaf(table, region, day, node, truth.publication))
            own = {node: numbered[table, day, node, count] for node, count in counts.items()}
            trees[truth.publication, table, day] = _tree(own, BY_NAME[table].apart if table in BY_NAME else 0)
    return Unknowns(leaves, [count for *_, count in numbered], trees)


def leaves_of(tree: Tree) -> Iterator[tuple[Node, int]]:
    depth = max(map(len, tree), default=0)
    return ((node, unknown) for node, (unknown, *_) in tree.items() if len(node) == depth)


def _publications(warehouse: Engine) -> Sequence[Row[Any]]:
    columns = (publication.c[name] for name in ("number", "published_at", "key_fingerprint", "restores"))
    with warehouse.connect() as connection:
        return connection.execute(select(*columns).order_by(publication.c.number)).all()


def _lost(intake: Engine, warehouse: Engine) -> Sequence[_Lost]:
    """Which publications took a count from a delivery that is gone."""
    columns = (intake_area.journal.c[name] for name in DELIVERY)
    with intake.connect() as connection:
        is_removal = intake_area.journal.c.act_code == REMOVED
        removed = {tuple(row) for row in connection.execute(select(*columns).where(is_removal))}
    if not removed:
        return ()
    told = (fact_source.c[name] for name in (*DELIVERY, "first_publication", "last_publication"))
    with warehouse.connect() as connection:
        return [_Lost(first, last) for *key, first, last in connection.execute(select(*told)) if tuple(key) in removed]


def _truth(intake: Engine, entry: Row[Any]) -> Truth:
    with intake.begin() as connection:
        delivered = approved.read(connection, until=entry.published_at).facts
    months = {name: delivered[fact] for fact, name in MONTHLY.items()}
    return Truth(entry.number, entry.key_fingerprint, {**to_publish(delivered), **months})


def _tree(leaves: Mapping[Node, int], apart: int) -> Tree:
    """From its root, or from the roots of trees that count the same people, downwards."""
    tree: dict[Node, tuple[int, ...]] = {}
    for leaf, unknown in leaves.items():
        for depth in range(apart, len(leaf) + 1):
            tree[leaf[:depth]] = (*tree.get(leaf[:depth], ()), unknown)
    return tree
