"""For whom what pilots try is meant: notes, lessons and what is found by words are as internal as their experiment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]


class Audience:
    """Of experiments as they are published together."""

    def __init__(self, experiments: Sequence[Row]) -> None:
        self._internal = {_experiment(one): one["internal"] for one in experiments}

    def of(self, row: Row) -> str | None:
        """Of a note, a lesson or an experiment itself."""
        return self._internal.get(_experiment(row))

    def rows(self, found: Sequence[Row]) -> Iterator[Row]:
        return ({**one, "internal": self.of(one)} for one in found)


def _experiment(row: Row) -> tuple[str, str]:
    return row["region_code"], row["experiment_code"]
