"""Rows of a versioned table keep what was said at every publication."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from tests.areas import Areas
from tests.warehouse.publish.shown import written
from warehouse.publish import versions
from warehouse.publish.versions import Change
from warehouse.schema.published import target

DAY = date(2027, 1, 1)
ONE, TWO, TWO_CHANGED = ("AM01", "K01", DAY, 10.0), ("AM02", "K01", DAY, 20.0), ("AM02", "K01", DAY, 25.0)


def write(areas: Areas, number: int, *wanted: tuple[object, ...]) -> Change:
    with areas.warehouse.begin() as connection:
        change = versions.change(connection, target, wanted)
        versions.apply(connection, change, number)
    return change


def history(areas: Areas) -> set[tuple[object, ...]]:
    columns = (target.c.region_code, target.c.amount, target.c.first_publication, target.c.last_publication)
    with areas.warehouse.connect() as connection:
        return {tuple(row) for row in connection.execute(select(*columns))}


def test_new_changed_and_vanished_rows(areas: Areas) -> None:
    write(areas, 1, ONE, TWO)
    change = write(areas, 2, TWO_CHANGED)
    assert (change.added, change.closed) == ((TWO_CHANGED,), (ONE, TWO))
    assert history(areas) == {("AM01", 10.0, 1, 1), ("AM02", 20.0, 1, 1), ("AM02", 25.0, 2, None)}


def test_what_did_not_change_is_not_touched(areas: Areas) -> None:
    write(areas, 1, ONE, TWO)
    before = written(areas, target)
    assert write(areas, 2, TWO, ONE).is_empty
    assert written(areas, target) == before


def test_a_row_that_comes_back_is_a_new_row(areas: Areas) -> None:
    write(areas, 1, ONE)
    write(areas, 2)
    write(areas, 4, ONE)
    assert history(areas) == {("AM01", 10.0, 1, 1), ("AM01", 10.0, 4, None)}


def test_closing_leaves_rows_that_were_closed_before(areas: Areas) -> None:
    write(areas, 1, TWO)
    write(areas, 2, TWO_CHANGED)
    write(areas, 5, TWO)
    assert history(areas) == {("AM02", 20.0, 1, 1), ("AM02", 25.0, 2, 4), ("AM02", 20.0, 5, None)}
