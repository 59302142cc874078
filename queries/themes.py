"""Obstacles that only the Rijk can solve, by theme: the same is reported in many regions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from queries.ground import Ground
from queries.obstacles import NATIONAL_LEVEL, Obstacle
from queries.sealed import Sealed, opened


@dataclass(frozen=True)
class Theme:
    """As old as its oldest report that is still open."""

    code: str
    reported_on: date
    regions: int


def themes(ground: Sealed[Ground]) -> list[Theme]:
    """Of regions that take part."""
    found = opened(ground)
    codes = {one.region.code for one in found.standings.taking_part}
    by_theme: dict[str, list[Obstacle]] = defaultdict(list)
    for one in found.obstacles:
        if one.level_code == NATIONAL_LEVEL and one.theme_code and one.region_code in codes:
            by_theme[one.theme_code].append(one)
    return [_theme(code, reports) for code, reports in by_theme.items()]


def _theme(code: str, reports: list[Obstacle]) -> Theme:
    return Theme(code, min(one.reported_on for one in reports), len({one.region_code for one in reports}))
