"""What stands in the way in the country: how old, by level, and by theme where only the Rijk can solve it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from queries.ground import Ground
from queries.obstacles import NATIONAL_LEVEL, Obstacle
from queries.sealed import Sealed


@dataclass(frozen=True)
class Theme:
    """As old as its oldest report; `agreed` when some report knows what comes next."""

    code: str
    reported_on: date
    regions: int
    agreed: bool


@dataclass(frozen=True)
class Level:
    """Ages in days, on the day that is looked at."""

    code: str
    ages: tuple[int, ...]

    @property
    def median(self) -> float:
        return median(self.ages)


@dataclass(frozen=True)
class ObstacleSums:
    """The oldest first, of themes and of `ages`."""

    themes: tuple[Theme, ...]
    levels: tuple[Level, ...]
    ages: tuple[int, ...]

    @classmethod
    def of(cls, found: Iterable[Obstacle], today: date) -> ObstacleSums:
        """Of open ones, the oldest first."""
        every = list(found)
        national = [one for one in every if one.level_code == NATIONAL_LEVEL and one.theme_code]
        return cls(
            tuple(_theme(code, reports) for code, reports in _by(national, "theme_code").items()),
            tuple(Level(code, _ages(own, today)) for code, own in _by(every, "level_code").items()),
            _ages(every, today),
        )

    @classmethod
    def of_everyone(cls, ground: Sealed[Ground], today: date) -> ObstacleSums:
        """Of regions that take part."""
        found = ground.for_sums
        codes = {one.region.code for one in found.standings.taking_part}
        return cls.of((one for one in found.obstacles if one.region_code in codes), today)


def _by(found: Iterable[Obstacle], name: str) -> dict[str, list[Obstacle]]:
    grouped: dict[Any, list[Obstacle]] = defaultdict(list)
    for one in found:
        grouped[getattr(one, name)].append(one)
    return grouped


def _ages(found: Iterable[Obstacle], today: date) -> tuple[int, ...]:
    return tuple((today - one.reported_on).days for one in found)


def _theme(code: str, reports: list[Obstacle]) -> Theme:
    regions = len({one.region_code for one in reports})
    return Theme(code, reports[0].reported_on, regions, any(one.next_step for one in reports))
