"""Which sums of exact counts stand behind the numbers that were seen of one region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from warehouse.attack.numbers import Number
from warehouse.attack.truth import ContradictionError, Moment, Tree, Unknowns, leaves_of
from warehouse.publish.facts import BASES
from warehouse.publish.protect import Node

Nodes = frozenset[Node]


@dataclass(frozen=True, slots=True)
class Shown:
    """In one publication `youths` was shown for these nodes, below which the `unknowns` stand.

    It is exact when it cannot be what the method makes of these nodes: a leak, if the truth agrees with it.
    """

    moment: Moment
    nodes: Nodes
    unknowns: tuple[int, ...]
    youths: int
    is_exact: bool

    @property
    def base(self) -> int:
        return _base(self.moment)

    @property
    def is_root(self) -> bool:
        return self.nodes == {()}


def shown(of: Unknowns, numbers: Iterable[Number]) -> Iterator[Shown]:
    """Each number in every publication in which it stood, and the totals that follow from adding up leaves."""
    seen: dict[Moment, dict[Nodes, set[int]]] = {moment: {} for moment in of.trees if _is_published(moment)}
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
    base = _base(moment)
    rounded = _rounded(tree, base, told)
    every = {**told, **{nodes: told.get(nodes, set()) | {total} for nodes, total in rounded.items()}}
    for nodes in sorted(every, key=sorted):
        unknowns = tuple(unknown for node in sorted(nodes) for unknown in tree.get(node, ()))
        for youths in sorted(every[nodes]):
            yield Shown(moment, nodes, unknowns, youths, _is_exact(nodes, youths, base, rounded))


def _rounded(tree: Tree, base: int, told: Mapping[Nodes, set[int]]) -> dict[Nodes, int]:
    """Leaves as they were rounded, and the nodes above leaves that were all seen, added up."""
    seen = {unknown: _multiple(told.get(frozenset({leaf}), set()), base) for leaf, unknown in leaves_of(tree)}
    totals = {frozenset({node}): _sum(seen[unknown] for unknown in below) for node, below in tree.items()}
    return {nodes: total for nodes, total in totals.items() if total is not None}


def _is_published(moment: Moment) -> bool:
    _, table, _ = moment
    return table in BASES


def _base(moment: Moment) -> int:
    _, table, _ = moment
    return BASES[table]


def _multiple(values: set[int], base: int) -> int | None:
    return min((youths for youths in values if youths % base == 0), default=None)


def _sum(parts: Iterable[int | None]) -> int | None:
    """None when a part was not seen."""
    total = 0
    for part in parts:
        if part is None:
            return None
        total += part
    return total


def _is_exact(nodes: Nodes, youths: int, base: int, rounded: Mapping[Nodes, int]) -> bool:
    """A multiple of the base is rounded to itself, so only of several nodes together one can be a leak."""
    expected = _sum(rounded.get(frozenset({node})) for node in nodes) if len(nodes) > 1 else None
    return youths % base != 0 or expected not in (None, youths)
