"""The form of one sheet of a workbook: its columns, what may stand in them, and what identifies a row.

The help texts stand in `messages/sheets.<language>.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from warehouse.intake.messages import LANGUAGES, texts
from warehouse.reference import codes_of, label_of

# Above a count of one code stands the name of the code, unless told otherwise.
HEADERS = {"age_band": "{code} jaar"}


@dataclass(frozen=True)
class SheetColumn:
    """`kind`: code, date, month (first day of it), count, amount or text. `codes` names a reference list."""

    key: str
    header: str
    kind: str
    codes: str | None = None
    required: bool = True
    help_nl: str = ""
    help_en: str = ""


@dataclass(frozen=True)
class Sheet:
    """`spread` names a reference list with one count column per code (`count:<code>`); `keys` identify a row."""

    subject: str
    title: str
    columns: tuple[SheetColumn, ...]
    keys: tuple[str, ...]
    spread: str | None = None
    required: bool = False
    help_nl: str = ""
    help_en: str = ""
    aliases: tuple[str, ...] = field(default=())

    @property
    def all_columns(self) -> tuple[SheetColumn, ...]:
        """The fixed columns, then the spread ones."""
        return self.columns + _spread_columns(self.spread)


@cache
def _spread_columns(codes: str | None) -> tuple[SheetColumn, ...]:
    if codes is None:
        return ()
    helps = [texts("sheets", language)["spread"][codes] for language in LANGUAGES]
    headers = {
        code: HEADERS.get(codes, "{name}").format(code=code, name=label_of(codes, code)) for code in codes_of(codes)
    }
    return tuple(SheetColumn(f"count:{code}", header, "count", None, True, *helps) for code, header in headers.items())


def sheet(
    subject: str,
    title: str,
    columns: tuple[tuple[str, str, str], ...],
    *,
    keys: tuple[str, ...],
    optional: tuple[str, ...] = (),
    spread: str | None = None,
    required: bool = False,
    aliases: tuple[str, ...] = (),
) -> Sheet:
    """`columns` holds key, header and what may stand there: a kind, or `code <list>`."""
    nl, en = (texts("sheets", language)[subject] for language in LANGUAGES)
    described = tuple(
        SheetColumn(key, header, *_kind_and_codes(what), key not in optional, nl[key], en[key])
        for key, header, what in columns
    )
    return Sheet(subject, title, described, keys, spread, required, nl["sheet"], en["sheet"], aliases)


def _kind_and_codes(what: str) -> tuple[str, str | None]:
    kind, _, codes = what.partition(" ")
    return kind, codes or None
