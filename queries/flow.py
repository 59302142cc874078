"""Where young people of several places stand and how they moved, added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from queries.reader import Reader
from queries.together import Together
from queries.trajectories import Movement, Pair, movements, phases

Phases = Mapping[tuple[str, date], Mapping[str, int]]


@dataclass(frozen=True)
class Stocks:
    """Young people by phase: now, and earlier for the same places; None where nothing was delivered."""

    now: Mapping[str, int]
    before: Mapping[str, int] | None
    national: Mapping[str, int] | None = None

    @classmethod
    def of(cls, found: Phases, places: Collection[str], dates: tuple[date, date]) -> Stocks:
        """Places added up, on the last of two dates and the one before it. There is no comparison when one of them
        did not deliver the earlier date."""
        now_on, before_on = dates
        now = _sum(found, [(place, now_on) for place in places])
        comparable = all((place, before_on) in found for place in places if (place, now_on) in found)
        return cls(now, _sum(found, [(place, before_on) for place in places]) if comparable else None)


def flow_together(
    reader: Reader, regions: Together, dates: tuple[date, date], months: Collection[date]
) -> tuple[Stocks, Mapping[Pair, int]]:
    """Of the regions that are in the totals of this reference date."""
    there = regions.whole.for_sums.present
    if not reader.access.may_tell(there):
        return Stocks({}, None), {}
    with reader.everywhere() as wide:
        stocks = Stocks.of(phases(wide, there, dates), there, dates)
        return stocks, Movement.added(movements(wide, there, months), months)


def _sum(found: Phases, keys: Iterable[tuple[str, date]]) -> dict[str, int]:
    total: dict[str, int] = defaultdict(int)
    for key in keys:
        for phase, youths in found.get(key, {}).items():
            total[phase] += youths
    return dict(total)
