"""The tables and texts in which the simulated regions are described, beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from warehouse.reference import Row, table

FOLDER = Path(__file__).parent / "data"


@cache
def rows(name: str) -> tuple[Row, ...]:
    """All rows of `<name>.csv`, as texts."""
    return table(FOLDER / f"{name}.csv")


def rows_of(name: str, region: str) -> tuple[Row, ...]:
    """The rows of one region."""
    return tuple(row for row in rows(name) if row["region"] == region)


@cache
def texts(name: str) -> dict[str, Any]:
    """What stands in `<name>.toml`."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
