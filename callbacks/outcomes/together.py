"""Figures of some regions, added up in place of the country: what pages show of a part of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from queries.indicators import Count
from queries.outcomes import Answered, Assessed, Followed, Outcomes
from queries.reader import NATIONAL_CODE
from queries.standing import OfRegion
from queries.trajectories import Movement

Row = TypeVar("Row", bound=OfRegion)


def counts_together(found: Iterable[Count], regions: Collection[str]) -> list[Count]:
    """By indicator and date; a region without a count is not in it."""
    return _together(found, regions, lambda one: (one.reference_date, one.indicator_code), _sum_of_counts)


def outcomes_together(found: Outcomes, regions: Collection[str]) -> Outcomes:
    exits = {code: found.exits[code] for code in regions if code in found.exits}
    return Outcomes(
        exits={**exits, NATIONAL_CODE: _added(exits.values())},
        by_age={place: youths for place, youths in found.by_age.items() if place[0] in regions},
        returns=_together(
            found.returns, regions, lambda one: (one.period, one.from_code, one.to_code), _sum_of_movements
        ),
        assessed=_together(found.assessed, regions, lambda one: one.reference_date, _sum_by_code),
        followed=_together(found.followed, regions, lambda one: (one.period, one.months), _sum_by_code),
        answered=_together(found.answered, regions, lambda one: one.period, _sum_by_code),
        meetings={code: held for code, held in found.meetings.items() if code in regions},
    )


def _together(
    found: Iterable[Row],
    regions: Collection[str],
    key: Callable[[Row], Hashable],
    total: Callable[[Sequence[Row]], Row],
) -> list[Row]:
    """The rows of these regions, and of each key one row of all of them."""
    own = [one for one in found if one.region_code in regions]
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for one in own:
        groups[key(one)].append(one)
    return [*own, *map(total, groups.values())]


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


def _added(parts: Iterable[Mapping[Any, int]]) -> dict[Any, int]:
    together: Counter[Any] = Counter()
    for part in parts:
        together.update(part)
    return dict(together)
