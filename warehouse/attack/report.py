"""The attack on everything that was seen, region by region, and what it found."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from multiprocessing import get_context
from operator import itemgetter

from sqlalchemy import Engine

from warehouse.attack.equations import equations, inequalities
from warehouse.attack.knowledge import SMALL, hidden, protected
from warehouse.attack.model import Known
from warehouse.attack.national import check_national
from warehouse.attack.numbers import Number, published_numbers
from warehouse.attack.search import determined, fewest_values
from warehouse.attack.shown import shown
from warehouse.attack.truth import Leaf, Truth, Unknowns, truths, unknowns
from warehouse.schema.lists import NATIONAL_CODE

FEWEST_VALUES = 4
STANDARD_OUTPUT = 1

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Broken:
    """What the same attack finds when counts of 1 to 9 are hidden and all others are shown exactly."""

    hidden: int
    recovered: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`least_values` is how many counts the leaf `worst` can still have; both are None when no leaf is small."""

    numbers: int
    equations: int
    small_leaves: int
    least_values: int | None
    worst: Leaf | None
    regions: tuple[str, ...]
    naive: Broken

    @property
    def passed(self) -> bool:
        return self.least_values is None or self.least_values >= FEWEST_VALUES


@dataclass(frozen=True, slots=True)
class _OfRegion:
    """`worst` is a leaf with its number of values."""

    equations: int
    small: int
    worst: tuple[Leaf, int] | None
    recovered: int


def attack(
    intake: Engine,
    warehouse: Engine,
    *,
    regions: Collection[str] | None = None,
    numbers: frozenset[Number] | None = None,
    report: Report | None = None,
) -> Verdict:
    """`numbers` are all that was seen; without them, all that was ever published. `regions` are all by default.

    ContradictionError when the numbers do not come from what was approved by the method, or the country's not from
    the regions': then nothing is proven.
    """
    found = truths(intake, warehouse)
    with warehouse.connect() as connection:
        published = published_numbers(connection)
    seen = _by_region(published if numbers is None else numbers)
    check_national(seen.pop(NATIONAL_CODE, []), published, [truth.publication for truth in found])
    attacked = {code: seen.get(code, []) for code in sorted(regions or seen)}
    results = []
    for code, result in _in_processes(found, attacked):
        results.append(result)
        if report is not None:
            report(_told(f"{code} ({len(results)} van {len(attacked)})", result))
    return _verdict(attacked, results)


def _by_region(numbers: Iterable[Number]) -> dict[str, list[Number]]:
    found: dict[str, list[Number]] = {}
    for number in numbers:
        found.setdefault(number.region_code, []).append(number)
    return found


def _in_processes(found: Sequence[Truth], attacked: Mapping[str, Sequence[Number]]) -> Iterator[tuple[str, _OfRegion]]:
    """Regions are rounded apart, so that each can be attacked by itself."""
    tasks = [unknowns(code, found) for code in attacked]
    series = {truth.publication: truth.series for truth in found}
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_hush) as processes:
        results = processes.map(_attack_region, tasks, attacked.values(), repeat(series))
        yield from zip(attacked, results, strict=True)


def _hush() -> None:
    """The solver prints lines about its own work, which no option keeps it from."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), STANDARD_OUTPUT)


def _attack_region(of: Unknowns, numbers: Iterable[Number], series: Mapping[int, str]) -> _OfRegion:
    sums, seen = equations(of), list(shown(of, numbers))
    more = inequalities(of)
    small = [unknown for unknown, count in enumerate(of.truth) if count in SMALL]
    fewest = fewest_values(protected(of, Known(sums, more), seen, series), small)
    worst = (of.leaves[fewest[0]], fewest[1]) if fewest else None
    return _OfRegion(len(sums), len(small), worst, len(determined(hidden(of, Known(sums, more), seen), small)))


def _told(place: str, result: _OfRegion) -> str:
    kept = f"elk met minstens {result.worst[1]} mogelijke waarden" if result.worst else "dus niets te vinden"
    naive = f"Met alleen verbergen waren er {result.recovered} terug te rekenen."
    return f"{place}: {result.small} aantallen van 1 tot en met 9, {kept}. {naive}"


def _verdict(attacked: Mapping[str, Sequence[Number]], results: Sequence[_OfRegion]) -> Verdict:
    small = sum(result.small for result in results)
    worst = min((result.worst for result in results if result.worst), key=itemgetter(1), default=None)
    return Verdict(
        numbers=sum(len(numbers) for numbers in attacked.values()),
        equations=sum(result.equations for result in results),
        small_leaves=small,
        least_values=worst and worst[1],
        worst=worst and worst[0],
        regions=tuple(attacked),
        naive=Broken(hidden=small, recovered=sum(result.recovered for result in results)),
    )
