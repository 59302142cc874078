"""Experiments of a place and pilot line, as they stand in one publication; and how many there are in all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from queries.experiments import LEARNED, Experiment, experiments
from queries.judged import Told
from queries.reader import Publication, Reader
from queries.sealed import Sealed
from queries.states import States


@dataclass(frozen=True)
class Tried:
    experiments: tuple[Experiment, ...]

    @classmethod
    def of(cls, found: Iterable[Experiment]) -> Tried:
        return cls(tuple(found))

    @property
    def running(self) -> list[Experiment]:
        return [one for one in self.experiments if one.is_running]

    @property
    def ended(self) -> list[Experiment]:
        return [one for one in self.experiments if not one.is_running]

    @property
    def learned(self) -> list[Experiment]:
        """Stopped with a lesson."""
        return [one for one in self.experiments if one.status == LEARNED]

    def sums(self, states: States) -> TriedSums:
        return TriedSums(
            len(self.experiments),
            len(self.running),
            len(self.ended),
            len(self.learned),
            len({one.region_code for one in self.running}),
            states.counts(self.experiments),
        )


@dataclass(frozen=True)
class TriedSums:
    """`regions` is in how many one runs; `states` is how many there are in each state."""

    every: int
    running: int
    ended: int
    learned: int
    regions: int
    states: Mapping[str, int]


@dataclass(frozen=True)
class TriedByEveryone:
    """Internal ones too, of which only sums are told."""

    rows: Sealed[list[Experiment]]
    pilot_line: str | None

    def sums(self, publication: Publication, states: States) -> TriedSums:
        return Tried.of(one for one in self._of_line() if publication.holds(one)).sums(states)

    @property
    def told(self) -> Sealed[Told]:
        return Sealed(Told(experiments=self._of_line(), family=self.rows.for_sums))

    def _of_line(self) -> list[Experiment]:
        return [one for one in self.rows.for_sums if self.pilot_line in (None, one.pilot_line_code)]


def tried(
    reader: Reader, since: Publication | None, pilot_line: str | None
) -> tuple[list[Experiment], TriedByEveryone]:
    """What may be seen, of every pilot line, as it stands now and stood in an earlier publication; and of the line
    what sums are made of."""
    with reader.everywhere() as wide:
        every = Sealed(experiments(wide, since))
    own = every.for_sums if reader.access.sees_everything else experiments(reader, since, every)
    return own, TriedByEveryone(every, pilot_line)
