"""Regions that were split or merged: in which other one a region was counted before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Border:
    """One line of the list: what went and what came of it. `seen_in` is where that was read."""

    code: str
    heir_code: str
    name: str
    heir_name: str
    kind: str
    counted_from: int
    seen_in: str


@dataclass(frozen=True)
class Predecessor:
    """A region of which sources count no more from the year `counted_from` on; code and name of all that came of it."""

    code: str
    name: str
    kind: str
    counted_from: int
    seen_in: str
    heirs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Borders:
    lines: Sequence[Border]

    def predecessors(self, region_code: str) -> list[Predecessor]:
        """The regions in which it was counted before it was there itself; mostly none."""
        return [self._predecessor(line) for line in self.lines if line.heir_code == region_code]

    def _predecessor(self, line: Border) -> Predecessor:
        heirs = tuple((one.heir_code, one.heir_name) for one in self.lines if one.code == line.code)
        return Predecessor(line.code, line.name, line.kind, line.counted_from, line.seen_in, heirs)
