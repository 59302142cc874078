"""How much changed in the country: of every region together, with no word of what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from queries.compared import MOVED, REMOVED, Change
from queries.experiments import LEARNED
from queries.ground import Ground
from queries.sealed import Sealed


class Sort(NamedTuple):
    """Changes of one kind have a subject; `stopped` is an experiment that stopped with a lesson."""

    kind: str
    subject: str
    aspect: str
    stopped: bool


@dataclass(frozen=True)
class ChangeCounts:
    """`moved` are milestones of which some date moved, `regions` those of which anything changed."""

    sorts: Mapping[Sort, int]
    moved: int
    regions: int

    @classmethod
    def of(cls, changes: Iterable[Change], regions: Iterable[str]) -> ChangeCounts:
        found = list(changes)
        moved = {(one.region_code, one.other_code, one.code) for one in found if _is_moved(one)}
        return cls(Counter(map(_sort, found)), len(moved), len({one.region_code for one in found} & set(regions)))

    @classmethod
    def of_everyone(cls, ground: Sealed[Ground]) -> ChangeCounts:
        """The country and provinces are no region."""
        found = ground.for_sums
        return cls.of(found.changes, [one.region.code for one in found.standings.every])

    @property
    def every(self) -> int:
        return sum(self.sorts.values())

    def of_kind(self, kind: str) -> int:
        return sum(count for sort, count in self.sorts.items() if sort.kind == kind)

    def subjects(self, kind: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for sort, count in self.sorts.items():
            if sort.kind == kind:
                found[sort.subject] += count
        return found

    def milestones(self, aspect: str) -> int:
        return sum(count for sort, count in self.sorts.items() if (sort.subject, sort.aspect) == ("milestone", aspect))

    @property
    def milestones_removed(self) -> int:
        return sum(count for sort, count in self.sorts.items() if (sort.subject, sort.kind) == ("milestone", REMOVED))

    @property
    def stopped(self) -> int:
        return sum(count for sort, count in self.sorts.items() if sort.stopped)


def _is_moved(one: Change) -> bool:
    return one.subject == "milestone" and one.kind == MOVED


def _sort(one: Change) -> Sort:
    stopped = one.aspect == "state" and one.now == LEARNED and one.was != LEARNED
    return Sort(one.kind, one.subject, one.aspect, stopped)
