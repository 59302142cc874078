"""How often experiments end in a verdict (K21), and how often they lead further (K22)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from queries.experiments import LEARNED, SCALED_UP, Experiment

WITH_VERDICT, LED_FURTHER = "K21", "K22"


@dataclass(frozen=True)
class Share:
    """So many of those that ended."""

    part: int
    ended: int

    @property
    def percent(self) -> float | None:
        return 100 * self.part / self.ended if self.ended else None


@dataclass(frozen=True)
class Tried:
    """What became of experiments, as they stand in one publication; `origins` are those from which another came."""

    experiments: tuple[Experiment, ...]
    origins: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, found: Iterable[Experiment]) -> Tried:
        """`found` are of every pilot line: what came of an experiment may be of another line."""
        every = tuple(found)
        return cls(every, frozenset((one.region_code, one.comes_from) for one in every if one.comes_from))

    def only(self, found: Iterable[Experiment]) -> Tried:
        return Tried(tuple(found), self.origins)

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

    def has_led_further(self, one: Experiment) -> bool:
        return one.verdict_code == SCALED_UP or one.key in self.origins

    @property
    def with_verdict(self) -> Share:
        return Share(sum(one.verdict_code is not None for one in self.ended), len(self.ended))

    @property
    def leading_further(self) -> Share:
        return Share(sum(map(self.has_led_further, self.ended)), len(self.ended))
