"""The language of the request, its texts, and how it writes numbers and dates.

Texts stand in `locale/<language>/<subject>.toml` and are asked for as `_("subject.key", name=value)`. A text with the
tables `one` and `other` is chosen by its argument `n`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("nl", "en")
_language: ContextVar[str] = ContextVar("language", default="nl")


def language() -> str:
    return _language.get()


def language_of(wanted: str | None) -> str:
    """A language that exists; Dutch when the wanted one does not."""
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def set_language(wanted: str | None) -> None:
    _language.set(language_of(wanted))


@contextmanager
def speaking(wanted: str | None) -> Iterator[None]:
    token = _language.set(language_of(wanted))
    try:
        yield
    finally:
        _language.reset(token)


def _flatten(node: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str | dict[str, str]]]:
    for key, value in node.items():
        path = f"{prefix}.{key}" if prefix else key
        if isinstance(value, dict) and value.keys() != {"one", "other"}:
            yield from _flatten(value, path)
        else:
            yield path, value


@cache
def texts(wanted: str) -> dict[str, str | dict[str, str]]:
    """Every text of a language by its key; a text with a plural is a dict of `one` and `other`."""
    found: dict[str, str | dict[str, str]] = {}
    for file in sorted(files("dashboard.locale").joinpath(wanted).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            found.update(_flatten(tomllib.loads(file.read_text("utf-8")), file.name.removesuffix(".toml")))
    return found


def _(key: str, **values: object) -> str:
    """KeyError when the text or one of its values is missing: a test asks for every key in both languages."""
    text = texts(language())[key]
    if isinstance(text, dict):
        text = text["one" if values["n"] == 1 else "other"]
    return text.format_map(values) if values else text


def labelled(row: Any) -> str:
    """The name of a reference row (columns `name_nl` and `name_en`) in this language."""
    return in_language(str(row.name_nl), str(row.name_en))


def in_language(dutch: str, english: str) -> str:
    """Of a text that the warehouse has in both languages."""
    return dutch if language() == "nl" else english


def number(value: float, decimals: int = 0) -> str:
    """1.234,5 in Dutch, 1,234.5 in English; the minus sign is a true one."""
    text = f"{abs(value):,.{decimals}f}"
    if language() == "nl":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"−{text}" if round(value, decimals) < 0 else text


def signed(value: float) -> str:
    """+45, −15, or 0."""
    return f"+{number(value)}" if value > 0 else number(value)


def day(value: date) -> str:
    """21 november 2026"""
    return f"{value.day} {_(f'dates.month.{value.month}')} {value.year}"


def short_day(value: date) -> str:
    """21 nov. 2026"""
    return f"{value.day} {_(f'dates.short_month.{value.month}')} {value.year}"


def day_month(value: date) -> str:
    """21 november"""
    return f"{value.day} {_(f'dates.month.{value.month}')}"


def table_day(value: date) -> str:
    """21-11-2026"""
    return f"{value.day}-{value.month}-{value.year}"


def month(value: date) -> str:
    """november 2026"""
    return f"{_(f'dates.month.{value.month}')} {value.year}"


def quarter(value: date) -> str:
    """2e kwartaal 2026, by its first day"""
    return _("dates.quarter", n=(value.month + 2) // 3, year=value.year)


def short_quarter(value: date) -> str:
    """2e kw. 2026"""
    return _("dates.short_quarter", n=(value.month + 2) // 3, year=value.year)


def short_month(value: date) -> str:
    """nov. 2026"""
    return f"{_(f'dates.short_month.{value.month}')} {value.year}"
