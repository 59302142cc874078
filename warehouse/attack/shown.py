"""Which sums of exact counts stand behind the numbers that were seen of one region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from warehouse.attack.numbers import Number
from warehouse.attack.truth import ContradictionError, Moment, Tree, Unknowns, leaves_of
from warehouse.publish.protect import Node

Nodes = frozenset[Node]


@dataclass(frozen=True, slots=True)
class Shown:
    """In one publication `youths` was shown for these nodes, below which the `unknowns` stand."""

    moment: Moment
    nodes: Nodes
    unknowns: tuple[int, ...]
    youths: int

    @property
    def is_root(self) -> bool:
        return self.nodes == {()}


def shown(of: Unknowns, numbers: Iterable[Number]) -> Iterator[Shown]:
    """Each number in every publication in which it stood, and the totals that follow from adding up leaves."""
    seen: dict[Moment, dict[Nodes, set[int]]] = {moment: {} for moment in of.trees}
    publications = {publication for publication, *_ in of.trees}
    for number in numbers:
        for publication in filter(number.stood_in, publications):
            moment = publication, number.table, number.day
            if moment not in seen:
                raise ContradictionError(f"no delivery tells of {number}")
            seen[moment].setdefault(number.nodes, set()).add(number.youths)
    for moment, told in seen.items():
        yield from _of_moment(moment, of.trees[moment], told)


def _of_moment(moment: Moment, tree: Tree, told: Mapping[Nodes, set[int]]) -> Iterator[Shown]:
    added = _added_up(tree, told)
    for nodes in sorted(told.keys() | added.keys(), key=sorted):
        unknowns = tuple(unknown for node in sorted(nodes) for unknown in tree.get(node, ()))
        for youths in sorted(told.get(nodes, set()) | added.get(nodes, set())):
            yield Shown(moment, nodes, unknowns, youths)


def _added_up(tree: Tree, told: Mapping[Nodes, set[int]]) -> Mapping[Nodes, set[int]]:
    """Nodes above leaves that were all seen."""
    seen = {unknown: min(told.get(frozenset({leaf}), {-1})) for leaf, unknown in leaves_of(tree)}
    return {
        frozenset({node}): {sum(seen[unknown] for unknown in below)}
        for node, below in tree.items()
        if all(seen[unknown] >= 0 for unknown in below)
    }
