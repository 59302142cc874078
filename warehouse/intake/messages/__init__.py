"""What a region reads while it fills in and delivers a workbook, in Dutch and in English."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("nl", "en")

Texts = dict[str, dict[str, str]]


@cache
def texts(subject: str, language: str) -> Texts:
    """The tables of `<subject>.<language>.toml`."""
    return tomllib.loads((Path(__file__).parent / f"{subject}.{language}.toml").read_text("utf-8"))
