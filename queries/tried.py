"""Experiments of a place and pilot line, as they stand in one publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from queries.experiments import LEARNED, Experiment


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
