"""Everyone who may use the application, now or when there is sign-in."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.attack.known import Known
from queries.reader import Access

NATIONAL_ROLES = ("ministerie", "beheer")
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
    national = [Visitor(Access(role, None), first, thorough=role == NATIONAL_ROLES[0]) for role in NATIONAL_ROLES]
    regional = [Visitor(Access("regio", frozenset({code})), code) for code in known.regions]
    others = [Visitor(Access("bureau", frozenset(bureau)), bureau[-1]), Visitor(Access("lezer", frozenset()), first)]
    return [*national, *regional, *others]
