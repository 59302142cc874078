import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.warehouse.intake import region
from warehouse.intake import layout, lines, workbook
from warehouse.intake.sheet import SheetColumn
from warehouse.intake.sheets import SHEETS, sheet_of
from warehouse.intake.template import GUIDE, LISTS, blank, filled
from warehouse.reference import codes_of

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="*=#_")
VALUES = {
    "text": st.text(LETTERS, min_size=1, max_size=20).filter(lambda text: not text.isnumeric()),
    "date": DAYS,
    "month": DAYS.map(lambda day: day.replace(day=1)),
    "count": st.integers(0, 1_000_000),
    "amount": st.integers(0, 4000).map(lambda quarter: quarter / 4),
}


def _value(column: SheetColumn) -> st.SearchStrategy[object]:
    chosen = st.sampled_from(codes_of(column.codes)) if column.codes else VALUES[column.kind]
    return chosen if column.required else st.none() | chosen


def _rows(subject: str) -> st.SearchStrategy[list[dict[str, object]]]:
    row = st.fixed_dictionaries({column.key: _value(column) for column in sheet_of(subject).all_columns})
    return st.lists(row, min_size=1, max_size=4)


@settings(max_examples=15, deadline=None)
@given(st.fixed_dictionaries({sheet.subject: _rows(sheet.subject) for sheet in SHEETS}))
def test_what_is_filled_in_is_read_back(rows: dict[str, list[dict[str, object]]]) -> None:
    found, _ = layout.find(workbook.read(filled(rows), "AM05.xlsx").sheets)
    read = {one.sheet.subject: lines.read(one) for one in found}
    assert [finding for each in read.values() for finding in each.findings] == []
    assert {subject: [dict(line.values) for line in each.lines] for subject, each in read.items()} == rows


def test_the_guide_comes_first_and_explains_every_column() -> None:
    book = load_workbook(io.BytesIO(blank("AM05")))
    assert book.sheetnames == [GUIDE, *(sheet.title for sheet in SHEETS), LISTS]
    explained = {(row[1], row[3], row[4]) for row in book[GUIDE].values}
    for sheet in SHEETS:
        for column in sheet.all_columns:
            assert (column.header, column.help_nl, column.help_en) in explained


def test_every_column_is_explained_in_two_languages() -> None:
    helps = [(sheet.help_nl, sheet.help_en) for sheet in SHEETS]
    helps += [(column.help_nl, column.help_en) for sheet in SHEETS for column in sheet.all_columns]
    for nl, en in helps:
        assert nl
        assert en
        assert nl != en


def test_the_blank_workbook_knows_its_region() -> None:
    page = load_workbook(io.BytesIO(blank("AM09")))["Levering"]
    assert page["A2"].value == "Achterhoek"
    assert page.freeze_panes == "A2"
    with pytest.raises(KeyError):
        blank("AM99")


def test_every_choice_has_a_drop_down_that_holds_the_whole_list() -> None:
    book = load_workbook(io.BytesIO(blank("AM05")))
    for sheet in SHEETS:
        offered = [
            found.formula1 for found in book[sheet.title].data_validations.dataValidation if found.type == "list"
        ]
        wanted = [column.codes for column in sheet.columns if column.codes]
        assert len(offered) == len(wanted)
        for formula, codes in zip(offered, wanted, strict=True):
            column = book[LISTS][formula.removeprefix(f"{LISTS}!").replace("$", "")]
            assert len([cell for (cell,) in column if cell.value]) == len(codes_of(codes or ""))


def test_the_same_rows_are_the_same_file() -> None:
    assert region.content() == region.content()
