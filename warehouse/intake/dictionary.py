"""The part of `docs/data-dictionary.md` about the workbook: `python -m warehouse.intake.dictionary` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from warehouse.intake.messages import texts
from warehouse.intake.sheet import Sheet, SheetColumn
from warehouse.intake.sheets import SHEETS

FILE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"
BEGIN = "<!-- workbook: written by python -m warehouse.intake.dictionary -->"
END = "<!-- end of workbook -->"


def section() -> str:
    """The sheets of the workbook and their columns, as Markdown."""
    return "\n".join([BEGIN, *(line for sheet in SHEETS for line in _sheet(sheet)), END])


def written(document: str) -> str:
    """The document with this section in its place; ValueError when it has no place for it."""
    before, _, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{FILE.name} has no lines {BEGIN} and {END}")
    return before + section() + after


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield from ("", f"### {sheet.title} (`{sheet.subject}`)", "", sheet.help_en)
    yield f"One row per {', '.join(f'`{key}`' for key in sheet.keys)}.{'' if sheet.required else ' May be left out.'}"
    yield from ("", "| column | key | holds | required | meaning |", "|---|---|---|---|---|")
    for column in sheet.all_columns:
        cells = (column.header, f"`{column.key}`", _holds(column), "yes" if column.required else "no", column.help_en)
        yield f"| {' | '.join(cells)} |"
    if sheet is SHEETS[-1]:
        yield ""


def _holds(column: SheetColumn) -> str:
    kind = texts("guide", "en")["kind"][column.kind]
    return f"{kind} `{column.codes}`" if column.codes else kind


if __name__ == "__main__":
    FILE.write_text(written(FILE.read_text("utf-8")), "utf-8")
