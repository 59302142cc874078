"""What takes longest begins first: whoever begins the longest file last lets the other processes wait for it."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
LONGEST_FIRST = ("browser", "faults", "attack", "benchmarks", "contracts", "queries", "recomputed", "warehouse")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    room = item.path.relative_to(HERE).parts[0]
    return LONGEST_FIRST.index(room) if room in LONGEST_FIRST else len(LONGEST_FIRST)
