import pytest

from warehouse.intake.dictionary import FILE, section, written
from warehouse.intake.sheets import SHEETS


def test_the_data_dictionary_describes_the_workbook_as_it_is() -> None:
    assert section() in FILE.read_text("utf-8")


def test_writing_it_again_changes_nothing() -> None:
    document = FILE.read_text("utf-8")
    assert written(document) == document


def test_every_column_is_in_it() -> None:
    for sheet in SHEETS:
        for column in sheet.all_columns:
            assert f"| {column.header} | `{column.key}` |" in section()


def test_a_document_without_a_place_for_it_is_left_alone() -> None:
    with pytest.raises(ValueError, match="has no lines"):
        written("# Data dictionary")
