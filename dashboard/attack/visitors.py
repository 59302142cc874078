"""Everyone who may use the application."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.attack.known import Known
from queries.reader import Access

REGIONS_OF_A_BUREAU = 5


@dataclass(frozen=True)
class Visitor:
    """Who is `thorough` tries every choice and every history; the others two publications, and a history of each kind.

    `home` is a region that this visitor may see.
    """

    access: Access
    home: str
    thorough: bool = False


def visitors(known: Known) -> list[Visitor]:
    """Of one role that sees every region all is tried: what others see is part of that."""
    first, bureau = known.regions[0], known.regions[:REGIONS_OF_A_BUREAU]
    ministry = Visitor(Access("ministerie", None), first, thorough=True)
    regional = [Visitor(Access("regio", frozenset({code})), code) for code in known.regions]
    others = [Visitor(Access("bureau", frozenset(bureau)), bureau[-1])]
    without = [Visitor(Access(role, frozenset()), first) for role in ("lezer", "beheer")]
    guest = Visitor(Access("gast", frozenset({first}), known.publications[-1]), first)
    return [ministry, *regional, *others, *without, guest]
