"""Which small step came from which: families of experiments, and the longest way through them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from queries.experiments import Experiment

Key = tuple[str, str]


@dataclass(frozen=True)
class Step:
    """An experiment and those that came from it, the first one to begin in front."""

    experiment: Experiment
    led_to: tuple[Step, ...] = ()

    @cached_property
    def longest(self) -> tuple[Experiment, ...]:
        """The chain with the most steps from here on; of equal ones the one that began first."""
        further = max((step.longest for step in self.led_to), key=len, default=())
        return (self.experiment, *further)

    def every(self, depth: int = 0) -> Iterator[tuple[int, Step]]:
        """This step and all after it, each with the number of steps before it."""
        yield depth, self
        for step in self.led_to:
            yield from step.every(depth + 1)

    @property
    def size(self) -> int:
        return sum(1 for _step in self.every())

    @classmethod
    def first(cls, experiments: Iterable[Experiment]) -> list[Step]:
        """Those that came from none, or from one that is not among these: the longest chains, then the oldest."""
        every = sorted(experiments, key=lambda one: (one.started_on, one.key))
        known, led_to = {one.key for one in every}, defaultdict[Key, list[Experiment]](list)
        roots: list[Experiment] = []
        for one in every:
            origin = (one.region_code, one.comes_from or "")
            (led_to[origin] if origin in known else roots).append(one)
        found = [cls.with_what_followed(root, led_to) for root in roots]
        return sorted(found, key=lambda step: (-len(step.longest), -step.size, step.experiment.started_on))

    @classmethod
    def with_what_followed(cls, one: Experiment, led_to: Mapping[Key, Sequence[Experiment]]) -> Step:
        return cls(one, tuple(cls.with_what_followed(further, led_to) for further in led_to.get(one.key, ())))
