"""Controlled rounding, written down once more from `docs/decisions/0004-controlled-rounding.md`."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

Path = tuple[str, ...]
Counts = Mapping[Path, int]
BASES = {"phase_count": 5, "waiting_count": 5}
COARSER = 10  # of every other table
# In these the same people stand below each first code, and each is a tree of its own.
APART = {"domain_count", "retention_count", "pulse_count"}


def rounded(leaves: Counts, key: bytes, table: str, region: str) -> dict[Path, int]:
    """The protected count of every node: the total is (), or there is one for each first code; below stand children."""
    base = BASES.get(table, COARSER)
    tree = _Tree(leaves, key, f"{table}|{region}", base)
    _place, start = tree.draws(())
    found: dict[Path, int] = {}
    for root in {leaf[: int(table in APART)] for leaf in leaves}:
        total = tree.true[root]
        up = start % base < total % base
        found[root] = total - total % base + base * up
        tree.hand_down(root, up, found)
    return found


class _Tree:
    def __init__(self, leaves: Counts, key: bytes, name: str, base: int) -> None:
        self.key, self.name, self.base = key, name, base
        self.true: dict[Path, int] = {}
        for leaf, count in leaves.items():
            for depth in range(len(leaf) + 1):
                self.true[leaf[:depth]] = self.true.get(leaf[:depth], 0) + count

    def draws(self, node: Path) -> tuple[int, int]:
        """Its place among its siblings, and the start of the marks below it."""
        message = "|".join((self.name, *node)).encode()
        digest = hmac.new(self.key, message, hashlib.sha256).digest()
        return int.from_bytes(digest[0:8], "big"), int.from_bytes(digest[8:16], "big")

    def hand_down(self, node: Path, up: bool, found: dict[Path, int]) -> None:
        """A mark stands a base apart on the rests of the children laid end to end; who holds one goes up."""
        children = [other for other in self.true if other[:-1] == node and len(other) == len(node) + 1]
        if not children:
            return
        children.sort(key=lambda child: self.draws(child)[0])
        base = self.base
        rest = self.true[node] % base
        draw = self.draws(node)[1]
        first = draw % rest if up else rest + draw % (base - rest)
        marks = set(range(first, sum(self.true[child] % base for child in children), base))
        reached = 0
        for child in children:
            own = self.true[child] % base
            goes_up = not marks.isdisjoint(range(reached, reached + own))
            reached += own
            found[child] = self.true[child] - own + base * goes_up
            self.hand_down(child, goes_up, found)
        assert sum(found[child] for child in children) == found[node]
