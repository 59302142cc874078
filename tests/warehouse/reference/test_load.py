from datetime import date

import pytest
from sqlalchemy import delete, func, insert, select, update

from tests.areas import Areas
from warehouse.reference import rows
from warehouse.reference.load import TABLES, load
from warehouse.schema import lists, published


def _loaded(areas: Areas) -> None:
    with areas.warehouse.execution_options(writing=True).begin() as connection:
        load(connection)


def _assert_equal_to_files(areas: Areas) -> None:
    with areas.warehouse.begin() as connection:
        for table in TABLES:
            assert connection.scalar(select(func.count()).select_from(table)) == len(rows(table.name))
        region = connection.execute(select(lists.region).where(lists.region.c.code == "AM05")).one()
        placed = connection.scalars(select(lists.destination.c.code).where(lists.destination.c.placed)).all()
        split = connection.scalar(select(func.min(lists.membership.c.valid_from)))
    assert (region.name, region.division_code, region.inhabitants) == ("Twente", "arbeidsmarktregio", 640806)
    assert set(placed) == {"opleiding", "combinatie", "werk", "werk_startkwalificatie"}
    assert split == date(2022, 1, 1)


def test_every_reference_table_equals_its_file(areas: Areas) -> None:
    _assert_equal_to_files(areas)


def test_every_list_that_has_a_table_is_loaded() -> None:
    lists = {table for table in published.metadata.sorted_tables if not table.info.get("versioned")}
    assert lists - {published.publication} == set(TABLES)


def test_a_table_that_drifted_is_mended(sqlite_areas: Areas) -> None:
    with sqlite_areas.warehouse.execution_options(writing=True).begin() as connection:
        connection.execute(update(lists.phase).values(name_nl="anders"))
        connection.execute(delete(lists.step))
        connection.execute(insert(lists.verdict).values(code="x", name_nl="x", name_en="x", position=9))
    _loaded(sqlite_areas)
    _assert_equal_to_files(sqlite_areas)


def test_a_second_load_writes_nothing(sqlite_areas: Areas, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("nothing had changed")

    monkeypatch.setattr("warehouse.reference.load.insert", refused)
    monkeypatch.setattr("warehouse.reference.load.delete", refused)
    _loaded(sqlite_areas)
