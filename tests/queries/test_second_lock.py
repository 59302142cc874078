"""Rows by region on PostgreSQL, behind the reader: what a query forgets to leave out, the database leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Select, Table, create_engine, func, insert, select, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from queries.reader import Access, Reader, open_reader
from queries.regions import regions
from tests.asking import MINISTRY
from tests.contracts.asked import ask, codes_in
from tests.contracts.test_readers import NAMES, OWN
from tests.wall import Doors, Users
from warehouse.areas import open_engine
from warehouse.roles import PUBLISH, WEB
from warehouse.schema import published, workspace
from warehouse.schema.lists import NATIONAL_CODE

pytestmark = pytest.mark.postgres

WHERE_TOWNS_LIE = "membership"  # of no one, and public
OF_REGIONS = [
    table
    for table in (*published.metadata.sorted_tables, *workspace.metadata.sorted_tables)
    if "region_code" in table.c and table.name != WHERE_TOWNS_LIE
]
# These tell of nothing that others share; without the first lock they would.
OF_CHANGES = {"queries.changes.changes", "queries.entries.entries"}
SHARED_SUBJECTS = {"experiment", "experiment_note"}
TWENTE = Access("regio", frozenset({"AM05"}))


@pytest.fixture(scope="module")
def web(demonstration_on_postgres: str, users: Users) -> Iterator[Engine]:
    engine = users.engine(demonstration_on_postgres, WEB)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def owner(demonstration_on_postgres: str) -> Iterator[Engine]:
    engine = open_engine(demonstration_on_postgres)
    yield engine
    engine.dispose()


class Unlocked(Reader):
    """One that itself leaves no region out."""

    def _seen(self, statement: Select[Any], table: Table, *, shared: bool) -> Select[Any]:
        return statement


@contextmanager
def _without_the_first_lock(engine: Engine, access: Access) -> Iterator[Reader]:
    """The database is told who asks; the reader itself leaves nothing out."""
    with engine.connect() as connection:
        reader = open_reader(connection, access)
        yield Unlocked(connection, access, reader.publication, reader.publications, reader.last)


def _codes(connection: Connection, table: Table) -> set[str]:
    return set(connection.scalars(select(table.c.region_code).distinct()))


def test_every_table_with_regions_has_its_policies(owner: Engine) -> None:
    found = text(
        "SELECT schemaname || '.' || tablename AS name, array_agg(roles[1]::text ORDER BY roles[1]) AS roles "
        "FROM pg_policies JOIN pg_class ON pg_class.oid = (schemaname || '.' || tablename)::regclass "
        "WHERE relrowsecurity GROUP BY 1"
    )
    with owner.connect() as connection:
        held = {row.name: row.roles for row in connection.execute(found)}
    assert held == {table.fullname: [PUBLISH, WEB] for table in OF_REGIONS}


@pytest.mark.parametrize("role", OWN)
def test_plain_selects_show_no_row_of_a_foreign_region(web: Engine, role: str) -> None:
    """But for what is shared, of which nothing is internal."""
    with _without_the_first_lock(web, Access(role, OWN[role])) as reader:
        seen = {table.name: _codes(reader.connection, table) for table in OF_REGIONS if "internal" not in table.c}
        for table in (one for one in OF_REGIONS if "internal" in one.c):
            foreign = table.c.region_code.not_in(OWN[role])
            told = set(reader.connection.scalars(select(table.c.internal).where(foreign).distinct()))
            assert told == {None}, table.name
    for name, codes in seen.items():
        assert codes <= OWN[role] | {NATIONAL_CODE}, name
    assert seen["phase_count"] == OWN[role]
    assert seen["phase_total"] == OWN[role] | {NATIONAL_CODE}


@pytest.mark.parametrize("role", OWN)
def test_after_sums_of_everyone_only_own_rows_are_seen(web: Engine, role: str) -> None:
    with _without_the_first_lock(web, Access(role, OWN[role])) as reader:
        with reader.everywhere() as wide:
            assert len(_codes(wide.connection, published.milestone)) > 10
        assert _codes(reader.connection, published.milestone) == OWN[role]


def _in_no_order(answer: object) -> object:
    return sorted(answer, key=repr) if isinstance(answer, list) else answer


@pytest.mark.parametrize("role", OWN)
@pytest.mark.parametrize("name", NAMES)
def test_a_query_answers_the_same_whichever_lock_holds_it(web: Engine, name: str, role: str) -> None:
    """Or as it is printed, for what is sealed is never the same."""
    access = Access(role, OWN[role])
    with _without_the_first_lock(web, access) as reader:
        unlocked = ask(name, reader)
    with web.connect() as connection:
        locked = ask(name, open_reader(connection, access))
    if name in OF_CHANGES:
        unlocked = [one for one in unlocked if access.sees(one.region_code) or one.subject not in SHARED_SUBJECTS]
    answers = [_in_no_order(answer) for answer in (unlocked, locked)]
    assert answers[0] == answers[1] or repr(answers[0]) == repr(answers[1])


def test_the_first_lock_is_really_away_in_these_tests(web: Engine, owner: Engine) -> None:
    """With the rights of an owner, whom the second lock does not hold, the same reader sees everything."""
    for engine, foreign in ((web, False), (owner, True)):
        with _without_the_first_lock(engine, TWENTE) as reader:
            codes = frozenset(one.code for one in regions(reader))
            seen = set(codes_in(ask("queries.trajectories.phases", reader), codes))
        assert ("AM23" in seen) == foreign


def test_who_tells_nothing_sees_nothing(web: Engine) -> None:
    with web.connect() as connection:
        for table in OF_REGIONS:
            assert _codes(connection, table) == set(), table


@pytest.mark.parametrize("told", ["", ",", "AM0", "am05", "%", "AM05,*", "' OR true --", "{*}"])
def test_only_what_is_told_exactly_is_seen(web: Engine, told: str) -> None:
    with web.connect() as connection:
        connection.execute(select(func.set_config("trajectmonitor.regions", told, True)))
        assert _codes(connection, published.phase_count) == {"AM05"} & set(told.split(","))


@pytest.mark.parametrize("code", ["*", "AM05,*"])
def test_no_code_of_a_region_means_every_region(web: Engine, code: str) -> None:
    with _without_the_first_lock(web, Access("regio", frozenset({code}))) as reader:
        assert _codes(reader.connection, published.phase_count) <= {"AM05"}


def test_the_lock_cannot_be_switched_off(web: Engine) -> None:
    with web.connect() as connection:
        connection.execute(text("SET LOCAL row_security = off"))
        with pytest.raises(ProgrammingError, match="row-level security"):
            _codes(connection, published.phase_count)


# what one visitor told is never there for the next --------------------------------------------------------------


@pytest.fixture
def one_connection(demonstration_on_postgres: str, users: Users) -> Iterator[Engine]:
    """A pool in which every visitor gets the connection of the one before."""
    engine = create_engine(users.url(demonstration_on_postgres, WEB), pool_size=1, max_overflow=0)
    yield engine
    engine.dispose()


def _leaves(connection: Connection) -> None:
    """A visitor who is done."""


def _fails(connection: Connection) -> None:
    connection.execute(text("SELECT 1 / 0"))


def _breaks_off(connection: Connection) -> None:
    raise KeyError("a fault in a page")


def _commits(connection: Connection) -> None:
    connection.commit()


def _loses_its_line(connection: Connection) -> None:
    connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


@pytest.mark.parametrize("ends", [_leaves, _fails, _breaks_off, _commits, _loses_its_line])
def test_nothing_is_left_for_the_next_visitor(one_connection: Engine, ends: object) -> None:
    with suppress(DBAPIError, KeyError), one_connection.connect() as connection:
        reader = open_reader(connection, MINISTRY)
        assert len(_codes(connection, published.phase_count)) > 10
        ends(reader.connection)  # type: ignore[operator]
    with one_connection.connect() as connection:
        assert _codes(connection, published.phase_count) == set()
        open_reader(connection, TWENTE)
        assert _codes(connection, published.phase_count) == {"AM05"}


def test_a_reader_whose_transaction_is_over_sees_nothing_more(one_connection: Engine) -> None:
    with one_connection.connect() as connection:
        open_reader(connection, MINISTRY)
        connection.rollback()
        assert _codes(connection, published.phase_count) == set()


# writing, and the way to the rows ---------------------------------------------------------------------------------


def _remark(region_code: str) -> dict[str, object]:
    written = {"subject": "mijlpaal", "publication": 1, "written_at": func.now(), "written_by": "adviseur"}
    return {"region_code": region_code, "body": "Gesproken met de gemeente.", **written}


def test_a_remark_is_written_and_read_only_for_a_region_that_was_told(doors: Doors) -> None:
    told = select(func.set_config("trajectmonitor.regions", "AM05", True))
    with doors.web.begin() as connection:
        connection.execute(told)
        connection.execute(insert(workspace.remark).values(_remark("AM05")))
    with doors.web.connect() as connection:
        assert _codes(connection, workspace.remark) == set()
        connection.execute(told)
        assert _codes(connection, workspace.remark) == {"AM05"}
        with pytest.raises(ProgrammingError, match="row-level security"):
            connection.execute(insert(workspace.remark).values(_remark("AM23")))


@pytest.mark.parametrize("access", [MINISTRY, TWENTE], ids=lambda one: one.role)
def test_the_lock_leaves_the_indexes_in_use(web: Engine, access: Access) -> None:
    """Small tables are read whole, whatever indexes they have, so reading them whole is made dear here."""
    with web.connect() as connection:
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        reader = open_reader(connection, access)
        for table in OF_REGIONS:
            asked = reader.visible(table).where(table.c.region_code == "AM05")
            plan = " ".join(connection.scalars(text(f"EXPLAIN {_written(asked, connection)}")))
            assert "Index Cond" in plan, (table.name, plan)
            assert "Seq Scan" not in plan, (table.name, plan)


def _written(statement: object, connection: Connection) -> str:
    return str(statement.compile(connection.engine, compile_kwargs={"literal_binds": True}))  # type: ignore[attr-defined]
