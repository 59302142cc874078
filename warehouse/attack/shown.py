"""Which sums of exact counts stand behind the numbers that were seen of one region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import gcd

from warehouse.attack.numbers import Number, Part
from warehouse.attack.truth import ContradictionError, Moment, Tree, Unknowns, leaves_of
from warehouse.publish.facts import BASES, BY_NAME

Parts = frozenset[Part]


@dataclass(frozen=True, slots=True)
class Shown:
    """In one publication `youths` was shown for these parts together, below which the `unknowns` stand.

    It is exact when it cannot be what the method makes of these parts: a leak, if the truth agrees with it.
    """

    publication: int
    parts: Parts
    unknowns: tuple[int, ...]
    youths: int
    is_exact: bool

    @property
    def off(self) -> int:
        """How far rounding may have taken it from the truth, and not as far as one more."""
        return 0 if self.is_exact else sum(BASES[table] - 1 for table, _, _ in self.parts)

    @property
    def root_of(self) -> str | None:
        """The table, when it is the total of a tree of one date."""
        ((table, _, node), *others) = self.parts
        return table if not others and len(node) == BY_NAME[table].apart else None


def shown(of: Unknowns, numbers: Iterable[Number]) -> Iterator[Shown]:
    """Each number in every publication in which it stood, and the totals that follow from adding up leaves."""
    seen: dict[int, dict[Parts, set[int]]] = {publication: {} for publication, *_ in of.trees}
    for number in numbers:
        for publication in filter(number.stood_in, seen):
            if not all(_is_published((publication, table, day), of) for table, day, _ in number.parts):
                raise ContradictionError(f"no delivery tells of {number}")
            seen[publication].setdefault(number.parts, set()).add(number.youths)
    for publication, told in seen.items():
        yield from _of_publication(of, publication, told)


def _of_publication(of: Unknowns, publication: int, told: Mapping[Parts, set[int]]) -> Iterator[Shown]:
    rounded: dict[Parts, int] = {}
    for moment, tree in of.trees.items():
        if moment[0] == publication and _is_published(moment, of):
            rounded |= _rounded(moment, tree, told)
    every = {**told, **{parts: told.get(parts, set()) | {total} for parts, total in rounded.items()}}
    for parts in sorted(every, key=sorted):
        nodes = ((of.trees[publication, table, day], node) for table, day, node in sorted(parts))
        unknowns = tuple(unknown for tree, node in nodes for unknown in tree.get(node, ()))
        for youths in sorted(every[parts]):
            yield Shown(publication, parts, unknowns, youths, _is_exact(parts, youths, rounded))


def _rounded(moment: Moment, tree: Tree, told: Mapping[Parts, set[int]]) -> dict[Parts, int]:
    """Leaves as they were rounded, and the nodes above leaves that were all seen, added up."""
    _, table, day = moment
    leaves = ((unknown, told.get(frozenset({(table, day, leaf)}), set())) for leaf, unknown in leaves_of(tree))
    seen = {unknown: _multiple(values, BASES[table]) for unknown, values in leaves}
    totals = {frozenset({(table, day, node)}): _sum(seen[unknown] for unknown in below) for node, below in tree.items()}
    return {parts: total for parts, total in totals.items() if total is not None}


def _is_published(moment: Moment, of: Unknowns) -> bool:
    _, table, _ = moment
    return table in BASES and moment in of.trees


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


def _is_exact(parts: Parts, youths: int, rounded: Mapping[Parts, int]) -> bool:
    """A multiple of what the bases share is rounded to itself, so only of several parts together one can be a leak."""
    expected = _sum(rounded.get(frozenset({part})) for part in parts) if len(parts) > 1 else None
    return youths % gcd(*(BASES[table] for table, _, _ in parts)) != 0 or expected not in (None, youths)
