"""What stood in each phase, came, went and stands there now, and whether rounding explains what is left over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from queries.flow import Phases
from queries.reader import Access, Reader
from queries.together import Together
from queries.trajectories import Moved, Pair, moved, phases
from warehouse.schema.calendar import months_before
from warehouse.schema.rounding import ROUNDED_TO

STOCK_OFF, MOVE_OFF = (ROUNDED_TO[fact] - 1 for fact in ("phase_count", "phase_flow"))  # at most, beside the truth


@dataclass(frozen=True)
class Remainder:
    """Of one region and phase: how far what stood, came and went is from what stands there now.

    Without the code of a region it is of one that may not be seen. `explained` is what rounding can make of it at
    most: every stock and every movement of every month.
    """

    region_code: str | None
    phase_code: str
    off: int
    explained: int

    @property
    def beyond(self) -> int:
        return abs(self.off) - self.explained


@dataclass(frozen=True)
class Balance:
    """Of so many `regions` that delivered both dates and every month between them; `before` is None when none did.

    Without any, `now` is all that is known on the last date.
    """

    regions: int
    before: Mapping[str, int] | None
    now: Mapping[str, int]
    moves: Mapping[Pair, int]
    remainders: tuple[Remainder, ...] = ()

    @classmethod
    def of(cls, phases: Phases, moved: Iterable[Moved], places: Collection[str], day: date, months: int) -> Balance:
        return _balance(phases, moved, places, day, months)[1]

    def came(self, phase: str) -> int:
        return _came(self.moves, phase)

    def went(self, phase: str) -> int:
        return _went(self.moves, phase)

    def change(self, phase: str) -> int | None:
        return None if self.before is None else self.now.get(phase, 0) - self.before.get(phase, 0)

    def could_step(self, phase: str) -> int:
        """Young people who were in the phase at the start or came into it."""
        return self.before.get(phase, 0) + self.came(phase) if self.before is not None else 0

    @property
    def unexplained(self) -> list[Remainder]:
        """What is more than rounding can make of it; the largest first."""
        return sorted((one for one in self.remainders if one.beyond > 0), key=lambda one: -one.beyond)

    @property
    def largest(self) -> Remainder:
        return max(self.remainders, key=lambda one: abs(one.off))


NONE = Balance(0, None, {}, {})


def balance_together(reader: Reader, regions: Together, day: date, months: int) -> Balance:
    """Of the regions that are in the totals of this reference date."""
    there, between = regions.whole.for_sums.present, [months_before(day, back) for back in range(months, 0, -1)]
    with reader.everywhere() as wide:
        stocks = phases(wide, there, [day, months_before(day, months)])
        whole, found = _balance(stocks, moved(wide, there, between), there, day, months)
    return _without_rows(found, reader.access) if reader.access.may_tell(whole) else NONE


def _without_rows(found: Balance, access: Access) -> Balance:
    """What does not add up stays, and the largest of the rest; of a region that may not be seen, without its name."""
    if access.sees_everything or not found.remainders:
        return found
    kept = [one for one in found.remainders if one.beyond > 0 or one == found.largest]
    named = (one if access.sees(one.region_code or "") else replace(one, region_code=None) for one in kept)
    return replace(found, remainders=tuple(named))


def _balance(
    phases: Phases, moved: Iterable[Moved], places: Collection[str], day: date, months: int
) -> tuple[Collection[str], Balance]:
    """And the regions that are in it."""
    before_on = months_before(day, months)
    rows: dict[str, list[Moved]] = defaultdict(list)
    for one in moved:
        rows[one.region_code].append(one)
    there = [place for place in places if (place, day) in phases]
    whole = [one for one in there if (one, before_on) in phases and rows[one] and _is_whole(rows[one], months)]
    counted = whole or there
    return counted, Balance(
        len(counted),
        _sum(phases, whole, before_on) if whole else None,
        _sum(phases, counted, day),
        _moves(one for place in counted for one in rows[place]),
        tuple(left for one in whole for left in _remainders(one, phases, rows[one], (before_on, day), months)),
    )


def _is_whole(rows: Iterable[Moved], months: int) -> bool:
    return all(one.months == months for one in rows)


def _sum(phases: Phases, places: Collection[str], day: date) -> Mapping[str, int]:
    total: Counter[str] = Counter()
    for place in places:
        total.update(phases.get((place, day), {}))
    return total


def _moves(rows: Iterable[Moved]) -> Mapping[Pair, int]:
    total: Counter[Pair] = Counter()
    for one in rows:
        total[one.from_code, one.to_code] += one.youths
    return total


def _came(moves: Mapping[Pair, int], phase: str) -> int:
    return sum(youths for (_start, end), youths in moves.items() if end == phase)


def _went(moves: Mapping[Pair, int], phase: str) -> int:
    return sum(youths for (start, _end), youths in moves.items() if start == phase)


def _remainders(
    place: str, phases: Phases, rows: Iterable[Moved], days: tuple[date, date], months: int
) -> Iterable[Remainder]:
    before, now = (phases[place, day] for day in days)
    moves = _moves(rows)
    for phase, stands in now.items():
        off = before.get(phase, 0) + _came(moves, phase) - _went(moves, phase) - stands
        pairs = sum(phase in pair for pair in moves)
        yield Remainder(place, phase, off, 2 * STOCK_OFF + pairs * months * MOVE_OFF)
