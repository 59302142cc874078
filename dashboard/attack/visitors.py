"""Everyone who may use the application, now or when there is sign-in."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.attack.known import Known
from queries.reader import Access

NATIONAL_ROLES = ("ministerie", "beheer")
REGIONS_OF_A_BUREAU = 5


@dataclass(frozen=True)
class Visitor:
    """Who is `thorough` tries every choice; the others ask for the newest publication and for the oldest."""

    access: Access
    thorough: bool = False


def visitors(known: Known) -> list[Visitor]:
    """Of one role that sees every region all choices are tried: what others see is part of that."""
    bureau = frozenset(known.regions[:REGIONS_OF_A_BUREAU])
    regional = [Visitor(Access("regio", frozenset({code}))) for code in known.regions]
    national = [Visitor(Access(role, None), thorough=role == NATIONAL_ROLES[0]) for role in NATIONAL_ROLES]
    return [*national, *regional, Visitor(Access("bureau", bureau)), Visitor(Access("lezer", frozenset()))]
