from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Row, insert, select, update

from queries.reader import Access, NoPublicationError, Reader, open_reader
from tests.areas import Areas
from tests.asking import MINISTRY, reading
from tests.queries.published_rows import count, write
from tests.serving import Demonstration
from warehouse.areas import open_engine
from warehouse.schema import published


def _codes(reader: Reader) -> set[str]:
    table = published.phase_total
    return set(reader.connection.scalars(reader.visible(table).with_only_columns(table.c.region_code).distinct()))


def test_the_newest_publication_is_read_unless_another_is_asked_for(demonstration: Demonstration) -> None:
    with reading(demonstration) as newest, reading(demonstration, number=2) as older:
        assert (newest.publication.number, newest.is_newest) == (4, True)
        assert (older.publication.number, older.is_newest) == (2, False)
        assert newest.previous is not None
        assert newest.previous.number == 3
        assert older.publication.published_on == date(2026, 9, 18)


def test_before_the_first_publication_there_is_none(demonstration: Demonstration) -> None:
    with reading(demonstration, number=1) as reader:
        assert reader.previous is None


def test_a_publication_that_does_not_exist(demonstration: Demonstration) -> None:
    with demonstration.warehouse.connect() as connection, pytest.raises(NoPublicationError, match="publication 9"):
        open_reader(connection, MINISTRY, 9)


def test_nothing_was_published(sqlite_areas: Areas) -> None:
    with sqlite_areas.warehouse.connect() as connection, pytest.raises(NoPublicationError):
        open_reader(connection, MINISTRY)


@pytest.mark.parametrize(
    ("regions", "seen"),
    [(frozenset({"AM05", "AM23"}), {"AM05", "AM23", "NL01"}), (frozenset[str](), {"NL01"})],
)
def test_a_reader_sees_its_own_regions_and_the_country(
    demonstration: Demonstration, regions: frozenset[str], seen: set[str]
) -> None:
    with reading(demonstration, Access("bureau", regions)) as reader:
        assert _codes(reader) == seen
    with reading(demonstration) as reader:
        assert len(_codes(reader)) == 34


def _rows_as_of(connection: Connection, number: int) -> int:
    reader = open_reader(connection, MINISTRY, number)
    return len(reader.rows(reader.visible(published.delivery_status)))


def test_rows_that_came_later_are_not_there_yet(demonstration: Demonstration) -> None:
    with demonstration.warehouse.connect() as connection:
        found = [_rows_as_of(connection, number) for number in (1, 2, 3, 4)]
        everything = len(list(connection.execute(select(published.delivery_status))))
    assert found == sorted(found)
    assert found == [33, 66, 99, 132]
    assert everything > found[-1]


def test_every_table_with_regions_is_held_to_the_reader(ministry: Reader) -> None:
    nobody = Reader(ministry.connection, Access("nobody", frozenset()), ministry.publication, ministry.publications, 4)
    for table in published.metadata.sorted_tables:
        if table.info.get("versioned") and "region_code" in table.c:
            codes = {row.region_code for row in nobody.rows(nobody.own(table))}
            assert codes <= {"NL01"}, table.name
            shared = {row.internal for row in nobody.rows(nobody.visible(table))} if "internal" in table.c else set()
            assert shared <= {None}


def _publish_another(engine: Engine) -> None:
    """The fifth, which replaces every count."""
    counts, entries = published.indicator_count, published.publication
    with engine.execution_options(writing=True).begin() as connection:
        newest = connection.execute(select(entries).where(entries.c.number == 4)).mappings().one()
        connection.execute(insert(entries).values({**newest, "number": 5, "restores": None, "hash": "5" * 64}))
        connection.execute(update(counts).where(counts.c.last_publication.is_(None)).values(last_publication=4))
        connection.execute(insert(counts), [count("AM05", 20, 5, None)])


def test_what_is_published_meanwhile_is_not_there_yet(areas: Areas) -> None:
    """Else the rows that stand would be of another publication than the newest one that the reader knows."""
    write(areas.warehouse, indicator_count=[count("AM05", 10, 1, None)])
    engine = open_engine(areas.warehouse.url.render_as_string(hide_password=False), read_only=True)
    seen = []
    for publishing in (True, False):
        with engine.connect() as connection:
            reader = open_reader(connection, MINISTRY)
            if publishing:
                _publish_another(areas.warehouse)
            seen += [(reader.publication.number, one.numerator) for one in _counts(reader)]
    engine.dispose()
    assert seen == [(4, 10), (5, 20)]


def _counts(reader: Reader) -> list[Row[Any]]:
    return reader.rows(reader.visible(published.indicator_count))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_what_stood_in_a_publication(sqlite_areas: Areas, number: int) -> None:
    rows = [count("AM01", 1, 1, 1), count("AM01", 2, 2, 3), count("AM01", 3, 4, None), count("AM02", 4, 1, None)]
    write(sqlite_areas.warehouse, indicator_count=rows)
    with sqlite_areas.warehouse.connect() as connection:
        seen = {one.numerator for one in _counts(open_reader(connection, MINISTRY, number))}
    assert seen == {{1: 1, 2: 2, 3: 2, 4: 3}[number], 4}
