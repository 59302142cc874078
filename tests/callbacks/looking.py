"""A look at the demonstration, for the parts of pages that need one."""

from __future__ import annotations

from typing import Any

from callbacks.parts.look import Look, look
from dashboard.address import Filters
from queries.reader import Reader
from queries.region_standing import RegionStanding


def seen(reader: Reader, **chosen: Any) -> Look:
    return look(reader, Filters().but(**chosen))


def standing_of(found: Look, code: str) -> RegionStanding:
    standing = found.standings.of(code)
    assert standing is not None
    return standing
