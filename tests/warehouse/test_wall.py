"""What each role may do with each table, tried with the credentials of a user who is in that role and in no other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import URL, Engine, MetaData, text
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from tests.areas import engine_on, fresh_database
from tests.wall import NO_ROLE, Doors, Users
from warehouse.intake.inbox import send
from warehouse.roles import INTAKE, PUBLISH, ROLES, WEB, is_forbidden
from warehouse.schema import intake, published, workspace

pytestmark = pytest.mark.postgres

AREAS = {area.AREA: area.metadata for area in (intake, published, workspace)}
TRIED = {
    "select": "SELECT * FROM {table}",
    "insert": "INSERT INTO {table} DEFAULT VALUES",
    "update": "UPDATE {table} SET {column} = NULL",
    "delete": "DELETE FROM {table}",
    "truncate": "TRUNCATE {table} CASCADE",
}
ADD, CHANGE = {"select", "insert", "update"}, {"select", "insert", "update", "delete"}
RIGHTS: dict[tuple[str, str], set[str]] = {
    (INTAKE, "intake"): CHANGE,
    (PUBLISH, "intake"): {"select"},
    (PUBLISH, "published"): ADD,
    (WEB, "published"): {"select"},
    (WEB, "workspace"): CHANGE,
}
OF_THE_INBOX = {INTAKE: CHANGE, WEB: {"insert"}}
SENT_AT = datetime(2026, 11, 12, 9)  # noqa: DTZ001


def _may(engine: Engine, statement: str) -> bool:
    """A row that the table refuses is one that might have been put there."""
    with engine.connect() as connection:
        connection.execute(text("SELECT set_config('trajectmonitor.regions', '*', true)"))
        try:
            connection.execute(text(statement))
        except IntegrityError:
            return True
        except ProgrammingError as problem:
            if is_forbidden(problem):
                return False
            raise
        return True


def _rights(engine: Engine, table: str, column: str) -> set[str]:
    return {name for name, statement in TRIED.items() if _may(engine, statement.format(table=table, column=column))}


def _tables(metadata: MetaData) -> Iterator[tuple[str, str]]:
    return ((table.fullname, next(iter(table.c)).name) for table in metadata.sorted_tables)


@pytest.fixture(params=[*ROLES, NO_ROLE])
def role(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def asking(doors: Doors, users: Users, role: str) -> Iterator[Engine]:
    engine = users.engine(doors.owner.url, role)
    yield engine
    engine.dispose()


def test_what_a_role_may_do_with_each_table(asking: Engine, role: str) -> None:
    """For each of them all that is not named is tried too, and refused."""
    for area, metadata in AREAS.items():
        for table, column in _tables(metadata):
            usual = RIGHTS.get((role, area), set())
            expected = OF_THE_INBOX.get(role, set()) if table == "intake.inbox" else usual
            assert _rights(asking, table, column) == expected, table


def test_a_table_that_is_added_later_is_as_the_others(asking: Engine, doors: Doors, role: str) -> None:
    for area in AREAS:
        with doors.owner.begin() as connection:
            connection.execute(text(f"CREATE TABLE {area}.later (code text PRIMARY KEY)"))
        assert _rights(asking, f"{area}.later", "code") == RIGHTS.get((role, area), set()), area


def test_no_role_writes_down_which_migrations_were_done(asking: Engine) -> None:
    for area in AREAS:
        assert _rights(asking, f"{area}.alembic_version_{area}", "version_num") <= {"select"}, area


def test_no_role_makes_anything(asking: Engine) -> None:
    for schema in (*AREAS, "public"):
        assert not _may(asking, f"CREATE TABLE {schema}.mine (number integer)"), schema
        assert not _may(asking, f"CREATE VIEW {schema}.mine AS SELECT 1"), schema
    assert not _may(asking, "CREATE SCHEMA mine")
    assert not _may(asking, "CREATE ROLE mine")


def test_no_role_becomes_another(asking: Engine, role: str) -> None:
    for other in {*ROLES, "postgres"} - {role}:
        assert not _may(asking, f"SET ROLE {other}"), other
    assert not _may(asking, "SET SESSION AUTHORIZATION postgres")


def test_the_roles_themselves_cannot_log_in_and_own_nothing(doors: Doors) -> None:
    found = "SELECT rolname FROM pg_roles WHERE rolname = ANY (:names) AND (rolcanlogin OR rolsuper OR rolbypassrls)"
    owned = "SELECT relname FROM pg_class WHERE relowner::regrole::text = ANY (:names)"
    with doors.owner.connect() as connection:
        assert connection.scalars(text(found), {"names": list(ROLES)}).all() == []
        assert connection.scalars(text(owned), {"names": list(ROLES)}).all() == []


def _sent(engine: Engine) -> str:
    with engine.begin() as connection:
        return send(
            connection,
            file_name="AM05.xlsx",
            content=b"of nobody else",
            sent_by="projectleider",
            sent_at=SENT_AT,
            texts_confirmed=False,
        )


def test_the_web_puts_a_file_in_the_inbox_and_cannot_see_it_lie_there(doors: Doors) -> None:
    inbox_id = _sent(doors.web)
    again = f"INSERT INTO intake.inbox SELECT '{inbox_id}', 'x', ''::bytea, now(), 'x', true"
    for way in (
        "SELECT count(*) FROM intake.inbox",
        "SELECT inbox_id FROM intake.inbox",
        "COPY intake.inbox TO STDOUT",
        f"{again} RETURNING content",
        f"{again} ON CONFLICT (inbox_id) DO UPDATE SET texts_confirmed = true",
        f"DELETE FROM intake.inbox WHERE inbox_id = '{inbox_id}'",
        "LOCK TABLE intake.inbox IN ACCESS EXCLUSIVE MODE",
    ):
        assert not _may(doors.web, way), way
    with doors.intake.connect() as connection:
        assert connection.scalars(text("SELECT content FROM intake.inbox")).all() == [b"of nobody else"]


def test_what_was_sent_is_cleared_away_soon_after_it_was_taken_out(doors: Doors) -> None:
    """Otherwise PostgreSQL waits until there is much to clear away, and a file of persons lies in it until then."""
    with doors.owner.connect() as connection:
        found = connection.scalars(
            text(
                "SELECT unnest(reloptions) FROM pg_class WHERE oid = 'intake.inbox'::regclass OR oid = "
                "(SELECT reltoastrelid FROM pg_class WHERE oid = 'intake.inbox'::regclass)"
            )
        ).all()
    assert sorted(found) == 2 * ["autovacuum_vacuum_scale_factor=0"] + 2 * ["autovacuum_vacuum_threshold=0"]


@pytest.fixture
def neighbour(postgres_url: URL, migrated_database: str) -> Iterator[str]:
    with fresh_database(postgres_url, migrated_database) as url:
        yield url


def test_the_intake_of_another_database_of_this_server_is_closed_too(neighbour: str, users: Users) -> None:
    """Roles belong to a whole server, so a user of one database has the same role in the next."""
    with engine_on(users.url(neighbour, WEB), read_only=True) as web:
        for table, _ in _tables(intake.metadata):
            assert not _may(web, f"SELECT * FROM {table}"), table


def test_a_database_that_is_closed_to_the_public_cannot_be_entered(neighbour: str, users: Users) -> None:
    with engine_on(neighbour) as owner, owner.begin() as connection:
        connection.execute(text(f"REVOKE CONNECT ON DATABASE {owner.url.database} FROM public"))
    refused = pytest.raises(OperationalError, match="permission denied for database")
    with engine_on(users.url(neighbour, WEB), read_only=True) as web, refused:
        web.connect()
