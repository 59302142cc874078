"""What screening can find: a code with a level, the place, and the words that say what is wrong and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from warehouse.intake.messages import texts

FAIL, WARNING, NOTE = "fail", "warning", "note"
LEVELS = (FAIL, WARNING, NOTE)

# Texts in which a person may stand: the sender says that none does, or the workbook is not taken in.
TO_CONFIRM = ("text_email", "text_phone", "text_address", "text_person")
_WARNINGS = (
    *("column_unknown", "column_without_header", "not_start_of_quarter", "series_gap", "outlier", "copy_of_last"),
    *("more_than_inhabitants", "steps_missing", "done_before_plan", "recovery_incomplete", "verdict_without_end"),
    *("stopped_without_lesson", "note_before_start", "too_few_partner_kinds", *TO_CONFIRM),
)
_NOTES = ("sheet_unknown", "row_ignored", "total_ignored", "provisional_sign", "more_of_the_same")


@dataclass(frozen=True)
class Finding:
    """`row` as Excel shows it; `column` is the header, or `C` where there is none. `values` fill the message.

    `at` is the character of the text, from 1 on.
    """

    code: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    at: int | None = None

    @property
    def level(self) -> str:
        if self.code in _WARNINGS:
            return WARNING
        return NOTE if self.code in _NOTES else FAIL


def codes() -> tuple[str, ...]:
    """Every code that has a message."""
    return tuple(texts("findings", "nl"))


def message(finding: Finding, language: str) -> str:
    """What is wrong, and how to mend it. KeyError when a text or one of its values is missing."""
    text = texts("findings", language)[finding.code]
    values = {name: _written(value) for name, value in finding.values.items()}
    return f"{text['what']} {text['mend']}".format_map(values)


def place(finding: Finding, language: str) -> str:
    """Where: sheet, row, column and character, as far as they are known."""
    words = texts("places", language)["words"]
    parts = (("sheet", finding.sheet), ("row", finding.row), ("column", finding.column), ("at", finding.at))
    return ", ".join(f"{words[part]} {found}" for part, found in parts if found is not None)


def _written(value: object) -> str:
    """Dates as a Dutch workbook shows them; a text is cut short, so that a message stays a message."""
    if isinstance(value, date):
        return f"{value.day}-{value.month}-{value.year}"
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
