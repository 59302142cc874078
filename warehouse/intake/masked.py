"""Names of files and sheets without what may lead to a person."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}")
_YEAR = r"20[2-9]\d"
_NUMBER_OR_CODE = re.compile(r"\b[A-Za-z]{1,3}\d{1,3}\b|\d(?:[ .-]?\d){4,}")
_TELLS_NOBODY = re.compile(
    rf"[A-Za-z].*|{_YEAR}[ .-]?(?:0[1-9]|1[0-2])(?:[ .-]?(?:[0-2]\d|3[01]))?|{_YEAR}[ .-]{_YEAR}"
    rf"|(?:[0-2]?\d|3[01])[ .-](?:0?[1-9]|1[0-2])[ .-]{_YEAR}"
)


def masked(text: str) -> str:
    """Long numbers and addresses of mail become dots; codes (`AM05`) and days of these years stay."""
    return EMAIL.sub("…", _NUMBER_OR_CODE.sub(_shown, text))


def _shown(found: re.Match[str]) -> str:
    return found[0] if _TELLS_NOBODY.fullmatch(found[0]) else "…"
