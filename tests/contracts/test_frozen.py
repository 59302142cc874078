"""Who is given one publication sees what it said, and nothing that was published later."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Table

from dashboard.address import Filters
from queries.reader import Access, NoPublicationError, open_reader
from tests.asking import Site
from tests.dashboard.components.rendered import of_type, words
from tests.serving import Demonstration
from warehouse.schema import published

TWENTE = frozenset({"AM05"})
FROZEN, LATER = 2, 4
VERSIONED = [table for table in published.metadata.sorted_tables if table.info.get("versioned")]
PAGES = ("/regio/AM05", "/mijlpalen", "/experimenten", "/wijzigingen")


@pytest.fixture
def connection(demonstration: Demonstration) -> Iterator[Connection]:
    with demonstration.warehouse.connect() as opened:
        yield opened


@pytest.mark.parametrize("table", VERSIONED, ids=str)
def test_rows_are_those_that_stood_then(connection: Connection, table: Table) -> None:
    """As for whoever may look at every publication, and chose that one."""
    frozen = open_reader(connection, Access("gast", TWENTE, FROZEN))
    chosen = open_reader(connection, Access("gast", TWENTE), FROZEN)
    for since in (None, frozen.previous):
        ours, theirs = (reader.rows(reader.visible(table, since)) for reader in (frozen, chosen))
        assert ours == theirs


@pytest.mark.parametrize("path", PAGES)
def test_pages_say_what_they_said_then(site: Site, path: str) -> None:
    chosen = site.page(path, Filters(publication=FROZEN), Access("gast", TWENTE))
    for asked in (None, LATER):
        frozen = site.page(path, Filters(publication=asked), Access("gast", TWENTE, FROZEN))
        assert words(of_type(frozen, "Main")) == words(of_type(chosen, "Main"))
    assert words(of_type(site.page(path, access=Access("gast", TWENTE)), "Main")) != words(of_type(chosen, "Main"))


@pytest.mark.parametrize("number", [None, 1, LATER, 99])
def test_no_other_publication_can_be_asked_for(connection: Connection, number: int | None) -> None:
    reader = open_reader(connection, Access("gast", TWENTE, FROZEN), number)
    assert (reader.publication.number, [one.number for one in reader.publications]) == (FROZEN, [2, 1])


def test_a_publication_that_is_not_there_shows_nothing(connection: Connection) -> None:
    for number in (0, 99):
        with pytest.raises(NoPublicationError):
            open_reader(connection, Access("gast", TWENTE, number))
