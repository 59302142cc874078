"""What takes longest begins first: whoever begins the longest file last lets the other processes wait for it.

Before it all comes a file that needs no demonstration, so that one process has work while another builds that.
"""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
BESIDE_THE_BUILDING = HERE / "faults" / "test_killed.py"
LONGEST_FIRST = ("browser", "faults", "attack", "benchmarks", "contracts", "queries", "recomputed", "warehouse")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    if item.path == BESIDE_THE_BUILDING:
        return -1
    room = item.path.relative_to(HERE).parts[0]
    return LONGEST_FIRST.index(room) if room in LONGEST_FIRST else len(LONGEST_FIRST)
