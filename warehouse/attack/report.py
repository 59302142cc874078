"""The attack on everything that was seen, region by region, and what it found."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from warehouse.attack.equations import equations
from warehouse.attack.knowledge import SMALL, hidden, protected
from warehouse.attack.model import Known
from warehouse.attack.national import check_national
from warehouse.attack.numbers import Number, published_numbers
from warehouse.attack.search import determined, fewest_values
from warehouse.attack.shown import shown
from warehouse.attack.truth import Leaf, Truth, truths, unknowns
from warehouse.schema.lists import NATIONAL_CODE

FEWEST_VALUES = 4

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
    """`worst` is None when no leaf has fewer values than one of an earlier region."""

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
    return _verdict(attacked, list(_region_by_region(found, attacked, report)))


def _by_region(numbers: Iterable[Number]) -> dict[str, list[Number]]:
    found: dict[str, list[Number]] = {}
    for number in numbers:
        found.setdefault(number.region_code, []).append(number)
    return found


def _region_by_region(
    found: Sequence[Truth], attacked: Mapping[str, Sequence[Number]], report: Report | None
) -> Iterator[_OfRegion]:
    """Only leaves with fewer values than the worst so far have to be looked at to the end."""
    below = sys.maxsize
    for place, (code, numbers) in enumerate(attacked.items(), start=1):
        result = _attack_region(code, found, numbers, below)
        below = result.worst[1] if result.worst else below
        if report is not None:
            report(_told(f"{code} ({place} van {len(attacked)})", result, below))
        yield result


def _attack_region(code: str, found: Sequence[Truth], numbers: Iterable[Number], below: int) -> _OfRegion:
    of = unknowns(code, found)
    sums, seen = equations(of), list(shown(of, numbers))
    small = [unknown for unknown, count in enumerate(of.truth) if count in SMALL]
    series = {truth.publication: truth.series for truth in found}
    worst = fewest_values(protected(of, Known(sums), seen, series), small, below)
    recovered = determined(hidden(of, Known(sums), seen), small)
    return _OfRegion(len(sums), len(small), worst and (of.leaves[worst[0]], worst[1]), len(recovered))


def _told(place: str, result: _OfRegion, least: int) -> str:
    return (
        f"{place}: {result.small} aantallen van 1 tot en met 9; de minste mogelijke waarden tot nu toe: {least}. "
        f"Met alleen verbergen: {result.recovered} terug te rekenen."
    )


def _verdict(attacked: Mapping[str, Sequence[Number]], results: Sequence[_OfRegion]) -> Verdict:
    small = sum(result.small for result in results)
    worst = next((result.worst for result in reversed(results) if result.worst), None)
    return Verdict(
        numbers=sum(len(numbers) for numbers in attacked.values()),
        equations=sum(result.equations for result in results),
        small_leaves=small,
        least_values=worst and worst[1],
        worst=worst and worst[0],
        regions=tuple(attacked),
        naive=Broken(hidden=small, recovered=sum(result.recovered for result in results)),
    )
