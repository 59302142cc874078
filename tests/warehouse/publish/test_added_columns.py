"""Columns that a table got later leave the hash of a publication from before them as it is."""

import json

import pytest

from warehouse.publish.contents import hashed_row
from warehouse.publish.versions import content_names
from warehouse.schema import published
from warehouse.schema.columns import ADDED_LATER

ADDED = {"pilot": "starts_on", "milestone": "judged_by", "obstacle": "next_step"}
ROW = {"region_code": "AM05", "pilot_code": "P1"}


@pytest.mark.parametrize("name", ADDED)
def test_an_added_column_stands_last(name: str) -> None:
    table = published.metadata.tables[f"published.{name}"]
    assert [column.name for column in table.c if ADDED_LATER in column.info] == [ADDED[name]]
    assert content_names(table)[-1] == ADDED[name]


@pytest.mark.parametrize("name", ADDED)
def test_it_counts_only_as_far_as_it_holds_something(name: str) -> None:
    table = published.metadata.tables[f"published.{name}"]
    names = content_names(table)
    before = tuple(ROW.get(key) for key in names[:-1])
    assert hashed_row(table, (*before, None)) == json.dumps(before).encode()
    assert hashed_row(table, (*before, "iets")) == json.dumps((*before, "iets")).encode()


def test_other_columns_count_when_they_are_empty_too() -> None:
    row = tuple(ROW.get(key) for key in content_names(published.target))
    assert hashed_row(published.target, row) == json.dumps(row).encode()
