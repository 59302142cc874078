"""Controlled rounding in a tree: the only place with disclosure control.

The counts of one region and one date are the leaves of a tree. Every node becomes the multiple of a base just below
or just above its true count, the children of a node add up to it, and every node keeps its expectation.
`docs/decisions/0004-controlled-rounding.md` says why it is done in this way.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

KEY_BYTES = 32

Node = tuple[str, ...]
Leaves = Mapping[Node, int]


class Draw(NamedTuple):
    """Two independent random numbers of a node: its place among its siblings, and where counting starts below it."""

    order: int
    start: int


Draws = Callable[[Node], Draw]


def protect(leaves: Leaves, base: int, draws: Draws, apart: int = 0) -> dict[Node, int]:
    """The protected counts of the leaves; a node above them is the sum of its leaves.

    All leaves have the same depth. The same counts and draws always give the same figures. When the same people are
    counted `apart` once for each of their first codes, these make trees of their own, that are rounded from one start:
    so their totals, which are the same count, stay the same.
    """
    trees: dict[Node, dict[Node, int]] = {}
    for leaf, count in leaves.items():
        trees.setdefault(leaf[:apart], {})[leaf] = count
    start = draws(()).start % base
    return {leaf: count for root, tree in trees.items() for leaf, count in _rounded({root: tree}, start, base, draws)}


def keyed_draws(key: bytes, table: str, region: str) -> Draws:
    """Draws that know neither date nor publication, so that publishing again shows nothing new to average."""
    drawn: dict[Node, Draw] = {}

    def draw(node: Node) -> Draw:
        if node not in drawn:
            digest = hmac.digest(key, "|".join((table, region, *node)).encode(), "sha256")
            drawn[node] = Draw(int.from_bytes(digest[:8]), int.from_bytes(digest[8:16]))
        return drawn[node]

    return draw


def fingerprint(key: bytes) -> str:
    """Tells two keys apart without giving either away."""
    return hmac.new(key, b"fingerprint", hashlib.sha256).hexdigest()


def _rounded(siblings: Mapping[Node, Leaves], start: int, base: int, draws: Draws) -> Iterator[tuple[Node, int]]:
    """Systematic sampling: lay the rests end to end and put a mark at every unit a base further, from `start` on.

    The node whose rest holds a mark goes up: with a start anywhere below the base that is a chance of rest / base. A
    start below the rest of the parent places as many marks as a parent that went up needs, any other start one fewer.
    """
    reached = 0
    for node in sorted(siblings, key=lambda sibling: draws(sibling).order):
        leaves = siblings[node]
        count = sum(leaves.values())
        rest = count % base
        goes_up = (start - reached) % base < rest
        reached += rest
        if node in leaves:
            yield node, count - rest + base * goes_up
        else:
            below = _start_below(rest, goes_up, base, draws(node))
            yield from _rounded(_children(node, leaves), below, base, draws)


def _children(node: Node, leaves: Leaves) -> dict[Node, dict[Node, int]]:
    children: dict[Node, dict[Node, int]] = {}
    for leaf, count in leaves.items():
        children.setdefault(leaf[: len(node) + 1], {})[leaf] = count
    return children


def _start_below(rest: int, went_up: bool, base: int, draw: Draw) -> int:
    return draw.start % rest if went_up else rest + draw.start % (base - rest)
