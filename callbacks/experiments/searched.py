"""Experiments in whose texts the sought words stand."""

from __future__ import annotations

from collections.abc import Sequence

from queries.experiments import Experiment
from queries.reader import Reader
from warehouse.reference import plain

TEXTS = ("title", "question", "small_step", "method", "for_whom", "owner", "observed", "lesson", "next_step")


def searched(_reader: Reader, words: str, among: Sequence[Experiment]) -> list[Experiment]:
    wanted = [plain(word) for word in words.split()]
    return [one for one in among if all(word in _text(one) for word in wanted)]


def _text(one: Experiment) -> str:
    return plain(" ".join(getattr(one, name) or "" for name in TEXTS))
