"""Roles are made by the migration, for all databases of a server; whoever may not make them is told which they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep
from uuid import uuid4

import pytest
from alembic import command
from click.testing import CliRunner
from sqlalchemy import URL, Connection, Engine, make_url, text

from dashboard.cli import main
from tests.areas import Areas, administer, engine_on, fresh_database
from tests.wall import NO_ROLE, Users
from warehouse import roles
from warehouse.migrate import check, config_of, migrate, migrate_accounts
from warehouse.schema import accounts, intake, published, workspace

pytestmark = pytest.mark.postgres


@pytest.fixture
def new_roles(postgres_url: URL, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sequence[str]]:
    """Roles that this server does not have yet: the others serve every test."""
    names = tuple(f"{name}_{uuid4().hex[:8]}" for name in roles.ROLES)
    monkeypatch.setattr(roles, "ROLES", names)
    yield names
    for name in names:
        administer(postgres_url, f"DROP ROLE IF EXISTS {name}")


@pytest.fixture
def owned(postgres_url: URL, users: Users) -> Iterator[str]:
    """An empty database of a user who may do anything in it, and may not make roles."""
    with fresh_database(postgres_url) as url:
        database, owner = make_url(url).database, users.names[NO_ROLE]
        administer(postgres_url, f"ALTER DATABASE {database} OWNER TO {owner}")
        yield users.url(url, NO_ROLE)


def _standing(connection: Connection, names: Sequence[str]) -> set[str]:
    found = text("SELECT rolname FROM pg_roles WHERE rolname = ANY (:names)")
    return set(connection.scalars(found, {"names": list(names)}))


def test_who_may_not_make_roles_migrates_when_they_are_there(owned: str) -> None:
    with engine_on(owned) as engine:
        check(engine, engine, engine)


def test_who_may_not_make_roles_is_told_which_are_missing(
    owned: str, new_roles: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("INTAKE", "WAREHOUSE"):
        monkeypatch.setenv(f"TRAJECTMONITOR_{name}_URL", owned)
    told = CliRunner().invoke(main, ["migrate"])
    assert told.exit_code == 1
    assert told.output.rstrip().endswith(" ".join(f"create role {name} nologin;" for name in new_roles))
    with engine_on(owned) as engine, engine.connect() as connection:
        assert not connection.scalar(text("SELECT to_regclass('intake.delivery')"))


def test_migrations_of_two_databases_at_once_make_the_roles_once(postgres_url: URL, new_roles: Sequence[str]) -> None:
    together = Barrier(2)

    def make(url: str) -> set[str]:
        with engine_on(url) as engine, engine.begin() as connection:
            together.wait()
            roles.make_missing(connection)
            sleep(0.2)  # so that the other looks while these are made and not there yet
        with engine_on(url) as engine, engine.connect() as connection:
            return _standing(connection, new_roles)

    with fresh_database(postgres_url) as one, fresh_database(postgres_url) as other, ThreadPoolExecutor(2) as pool:
        assert list(pool.map(make, (one, other))) == [set(new_roles)] * 2


def _traces(engine: Engine) -> list[object]:
    """What a database holds of the roles: rights on schemas and tables, those of tables to come, and policies."""
    statements = (
        "SELECT nspname, nspacl::text FROM pg_namespace WHERE nspacl::text LIKE '%trajectmonitor%'",
        "SELECT oid::regclass::text, relacl::text FROM pg_class WHERE relacl::text LIKE '%trajectmonitor%'",
        "SELECT defaclacl::text FROM pg_default_acl",
        "SELECT schemaname, tablename, policyname FROM pg_policies",
        "SELECT oid::regclass::text FROM pg_class WHERE relrowsecurity",
    )
    with engine.connect() as connection:
        return [row for statement in statements for row in sorted(map(tuple, connection.execute(text(statement))))]


def test_going_back_takes_every_right_away_and_going_on_gives_it_again(postgres_areas: Areas) -> None:
    engine = postgres_areas.warehouse
    before = _traces(engine)
    to_begin_with = (
        (accounts, "base"),
        (workspace, "workspace_0001"),
        (published, "published_0002"),
        (intake, "intake_0002"),
    )
    for area, revision in to_begin_with:
        with engine.begin() as connection:
            command.downgrade(config_of(area, connection), revision)
    assert _traces(engine) == []
    migrate(engine, engine)
    migrate_accounts(engine)
    assert _traces(engine) == before != []
