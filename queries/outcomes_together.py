"""Outcomes of regions added up in place of the country, and what there is of the country only as their sum."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from queries.indicators import Count, series
from queries.outcomes import Answered, Assessed, Followed, Outcomes, outcomes
from queries.reader import NATIONAL_CODE, Access, Reader
from queries.standing import OfRegion
from queries.trajectories import Movement

Row = TypeVar("Row", bound=OfRegion)
Youths = Mapping[Any, int]
Read = tuple[Sequence[Count], Outcomes]


@dataclass(frozen=True)
class Asked:
    """`codes` are indicators, `since` is from when on they are wanted, `periods` are the months of the returns.

    `regions` are added up, in place of the published country when they are a `part` of it; `followed` are the places
    that are followed over the quarters.
    """

    reference_date: date
    codes: Collection[str]
    since: date
    periods: Collection[date]
    regions: Collection[str]
    part: bool
    followed: Collection[str]


def outcomes_of_country(reader: Reader, asked: Asked) -> tuple[Sequence[Count], Outcomes]:
    """Rows of the regions that may be seen, and of the country sums of all of them."""
    own = _read(reader, asked)
    if reader.access.sees_everything:
        return Sums(reader.access, asked, own, own).told()
    with reader.everywhere() as wide:
        return Sums(reader.access, asked, own, _read(wide, asked, counted=asked.part)).told()


def _read(reader: Reader, asked: Asked, *, counted: bool = True) -> Read:
    """Indicators only when they are `counted`: of the whole country they were published."""
    day = asked.reference_date
    counts = series(reader, asked.codes, asked.since, day) if counted else ()
    return counts, outcomes(reader, day, asked.periods, asked.followed)


@dataclass(frozen=True)
class Sums:
    """`own` are the rows that may be seen, `every` those that are summed."""

    access: Access
    asked: Asked
    own: Read
    every: Read

    def told(self) -> tuple[Sequence[Count], Outcomes]:
        counts, found = self.own
        if not self.asked.part:
            by_age, meetings = {**found.by_age, **self._by_age()}, {**found.meetings, **self._meetings()}
            return counts, replace(found, by_age=by_age, meetings=meetings)
        return self._counts(), self._outcomes()

    def _counts(self) -> list[Count]:
        """By indicator and date; a region without a count is not in it."""
        return self._together(
            self.own[0],
            self.every[0],
            lambda one: (one.reference_date, one.indicator_code),
            _sum_of_counts,
        )

    def _outcomes(self) -> Outcomes:
        own, every = self.own[1], self.every[1]
        return Outcomes(
            exits={**self._of_part(own.exits), **self._added(every.exits)},
            by_age={**{key: told for key, told in own.by_age.items() if self._is_in(key[0])}, **self._by_age()},
            returns=self._together(
                own.returns, every.returns, lambda one: (one.period, one.from_code, one.to_code), _sum_of_movements
            ),
            assessed=self._together(own.assessed, every.assessed, lambda one: one.reference_date, _sum_by_code),
            followed=self._together(own.followed, every.followed, lambda one: (one.period, one.months), _sum_by_code),
            answered=self._together(own.answered, every.answered, lambda one: one.period, _sum_by_code),
            meetings={**self._of_part(own.meetings), **self._meetings()},
        )

    def _is_in(self, code: str) -> bool:
        return code in self.asked.regions

    def _of_part(self, found: Mapping[str, Youths]) -> dict[str, Youths]:
        return {code: told for code, told in found.items() if self._is_in(code)}

    def _added(self, found: Mapping[str, Youths]) -> dict[str, Youths]:
        """All of the regions together, told as the country."""
        parts = self._of_part(found)
        return {NATIONAL_CODE: _added(parts.values())} if self.access.may_tell(parts.keys()) else {}

    def _by_age(self) -> dict[tuple[str, str], Youths]:
        every = self.every[1].by_age
        bands = {band: {code: told for (code, of), told in every.items() if of == band} for _code, band in every}
        return {(place, band): told for band, parts in bands.items() for place, told in self._added(parts).items()}

    def _meetings(self) -> dict[str, Youths]:
        return self._added(self.every[1].meetings)

    def _together(
        self,
        own: Iterable[Row],
        every: Iterable[Row],
        key: Callable[[Row], Hashable],
        total: Callable[[Sequence[Row]], Row],
    ) -> list[Row]:
        """The rows of these regions that may be seen, and of each key one row of all of them."""
        groups: dict[Hashable, list[Row]] = defaultdict(list)
        for one in every:
            if self._is_in(one.region_code):
                groups[key(one)].append(one)
        told = (rows for rows in groups.values() if self.access.may_tell({one.region_code for one in rows}))
        return [*(one for one in own if self._is_in(one.region_code)), *map(total, told)]


def _sum_of_counts(rows: Sequence[Count]) -> Count:
    sums = {name: sum(getattr(one, name) for one in rows) for name in ("numerator", "denominator", "regions")}
    return replace(rows[0], region_code=NATIONAL_CODE, **sums)


def _sum_of_movements(rows: Sequence[Movement]) -> Movement:
    youths, regions = sum(one.youths for one in rows), sum(one.regions for one in rows)
    return replace(rows[0], region_code=NATIONAL_CODE, youths=youths, regions=regions)


Told = TypeVar("Told", Assessed, Followed, Answered)


def _sum_by_code(rows: Sequence[Told]) -> Told:
    youths, regions = _added(one.youths for one in rows), sum(one.regions for one in rows)
    return replace(rows[0], region_code=NATIONAL_CODE, youths=youths, regions=regions)


def _added(parts: Iterable[Youths]) -> dict[Any, int]:
    together: Counter[Any] = Counter()
    for part in parts:
        together.update(part)
    return dict(together)
