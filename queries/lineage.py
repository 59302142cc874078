"""Which small step came from which: families of experiments, and the longest way through them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from queries.experiments import Experiment


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


def families(experiments: Iterable[Experiment]) -> list[Step]:
    """Those that came from none, or from one that is not among these; the longest chains first, then the oldest."""
    every = sorted(experiments, key=lambda one: (one.started_on, one.region_code, one.experiment_code))
    known = {(one.region_code, one.experiment_code) for one in every}
    led_to: dict[tuple[str, str], list[Experiment]] = defaultdict(list)
    roots: list[Experiment] = []
    for one in every:
        origin = (one.region_code, one.comes_from or "")
        (led_to[origin] if origin in known else roots).append(one)
    found = [_step(root, led_to) for root in roots]
    return sorted(found, key=lambda step: (-len(step.longest), -step.size, step.experiment.started_on))


def _step(one: Experiment, led_to: dict[tuple[str, str], list[Experiment]]) -> Step:
    further = led_to.get((one.region_code, one.experiment_code), ())
    return Step(one, tuple(_step(next_one, led_to) for next_one in further))


def chains(found: Sequence[Step]) -> list[Step]:
    """Families in which a step led to another."""
    return [step for step in found if step.led_to]
