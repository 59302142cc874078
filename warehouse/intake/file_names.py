"""Names of files as they came from elsewhere."""

from __future__ import annotations

from pathlib import PurePath

LONGEST = 200


def bare(file_name: str) -> str:
    """Without folders, and without signs that would do something to the screen on which the name is shown."""
    return "".join(sign for sign in PurePath(file_name).name if sign.isprintable())[-LONGEST:]
