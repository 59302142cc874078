"""Who is given one publication sees what it said, and nothing that was published later."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from queries.reader import Access, NoPublicationError, open_reader
from tests.contracts.asked import BEFORE_THERE_IS_A_READER, ask, functions
from tests.serving import Demonstration

TWENTE = frozenset({"AM05"})
FROZEN = 2


@pytest.fixture
def connection(demonstration: Demonstration) -> Iterator[Connection]:
    with demonstration.warehouse.connect() as opened:
        yield opened


@pytest.mark.parametrize("name", sorted(functions().keys() - BEFORE_THERE_IS_A_READER))
def test_every_query_answers_as_it_did_then(connection: Connection, name: str) -> None:
    """As for whoever may look at every publication, and chose that one."""
    frozen = open_reader(connection, Access("gast", TWENTE, FROZEN))
    chosen = open_reader(connection, Access("gast", TWENTE), FROZEN)
    assert ask(name, frozen) == ask(name, chosen)


@pytest.mark.parametrize("number", [None, 1, 4, 99])
def test_no_other_publication_can_be_asked_for(connection: Connection, number: int | None) -> None:
    reader = open_reader(connection, Access("gast", TWENTE, FROZEN), number)
    assert (reader.publication.number, [one.number for one in reader.publications]) == (FROZEN, [2, 1])


def test_a_publication_that_is_not_there_shows_nothing(connection: Connection) -> None:
    with pytest.raises(NoPublicationError):
        open_reader(connection, Access("gast", TWENTE, 0))
    with pytest.raises(NoPublicationError):
        open_reader(connection, Access("gast", TWENTE, 99))
