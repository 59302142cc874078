"""Experiments in whose texts the sought words stand, those that they fit best in front."""

from __future__ import annotations

from collections.abc import Sequence

from queries.experiments import Experiment
from queries.reader import Reader
from queries.search import found


def searched(reader: Reader, words: str, among: Sequence[Experiment]) -> list[Experiment]:
    by_key = {one.key: one for one in among}
    keys = [(one.region_code, one.code) for one in found(reader, words)]
    return [by_key[key] for key in keys if key in by_key]
