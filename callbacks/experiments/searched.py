"""What was sought by words, and is here, those that they fit best in front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from queries.search import Found

Thing = TypeVar("Thing")
Key = tuple[str, str]


def fitting(found: Sequence[Found], kind: str, here: Mapping[Key, Thing]) -> list[Thing]:
    """`here` are things by region and code."""
    keys = [(one.region_code, one.code) for one in found if one.kind == kind]
    return [here[key] for key in keys if key in here]
