"""With which regions a region can fairly be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from queries.region_standing import RegionStanding

FEWEST_PEERS: Final = 3
SIZE_FACTOR: Final = 1.5


@dataclass(frozen=True)
class PeerRule:
    """By `size`: at most one and a half times as many inhabitants of 15-24, or as few. By `line`: one in common."""

    code: str
    size: bool
    line: bool

    def peers(self, one: RegionStanding, among: Iterable[RegionStanding]) -> list[RegionStanding]:
        """Regions that take part and keep to the rule, in the order in which they came; under three there are none."""
        found = [other for other in among if other.takes_part and other is not one and self._holds(one, other)]
        return found if len(found) >= FEWEST_PEERS else []

    def _holds(self, one: RegionStanding, other: RegionStanding) -> bool:
        return (not self.size or _are_alike(one, other)) and (not self.line or bool(_lines(one) & _lines(other)))


def _are_alike(one: RegionStanding, other: RegionStanding) -> bool:
    smaller, larger = sorted((one.region.young, other.region.young))
    return larger <= SIZE_FACTOR * smaller


def _lines(one: RegionStanding) -> set[str]:
    return {stone.pilot_line_code for stone in one.milestones}


PEER_RULES: Final = {
    rule.code: rule
    for rule in (PeerRule("beide", True, True), PeerRule("grootte", True, False), PeerRule("lijn", False, True))
}
