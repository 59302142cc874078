"""Names of files as they came from elsewhere."""

from __future__ import annotations

from pathlib import PurePath

from warehouse.intake.masked import masked

LONGEST = 200


def bare(file_name: str) -> str:
    """Without folders, without what may lead to a person, and without signs that would do something to the screen on
    which the name is shown."""
    return "".join(sign for sign in masked(PurePath(file_name).name) if sign.isprintable())[-LONGEST:]
