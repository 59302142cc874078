"""Users of PostgreSQL in each of the three roles, and the demonstration as the web role gets to see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import uuid4

import pytest
from sqlalchemy import URL, Engine, insert, make_url, select, text

from tests.areas import Areas, administer, fresh_database
from tests.serving import Demonstration
from warehouse.areas import open_engine
from warehouse.roles import INTAKE, PUBLISH, ROLES, WEB
from warehouse.schema import published

PASSWORD = "test"
NO_ROLE = "none"


@dataclass(frozen=True)
class Users:
    """Names of users who may log in, by the role that they are in; one of them is in none."""

    names: Mapping[str, str]

    def url(self, database: str | URL, role: str) -> str:
        address = make_url(database).set(username=self.names[role], password=PASSWORD)
        return address.render_as_string(hide_password=False)

    def engine(self, database: str | URL, role: str) -> Engine:
        return open_engine(self.url(database, role), read_only=role == WEB)


@dataclass(frozen=True)
class Doors:
    """One migrated database, opened by its owner and by a user of each role."""

    owner: Engine
    intake: Engine
    publish: Engine
    web: Engine

    @property
    def as_told(self) -> Areas:
        """What `publish` opens."""
        return Areas(self.publish, self.publish)


@pytest.fixture(scope="session")
def users(postgres_url: URL, migrated_database: str) -> Iterator[Users]:
    """The roles themselves were made by the migration."""
    mark = uuid4().hex[:12]
    names = {role: f"test_{role.removeprefix('trajectmonitor_')}_{mark}" for role in (*ROLES, NO_ROLE)}
    for role, name in names.items():
        in_role = "" if role == NO_ROLE else f"IN ROLE {role}"
        administer(postgres_url, f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}' {in_role}")
    yield Users(names)
    for name in names.values():
        administer(postgres_url, f"DROP ROLE {name}")


@pytest.fixture
def doors(postgres_areas: Areas, users: Users) -> Iterator[Doors]:
    url = postgres_areas.warehouse.url
    engines = [users.engine(url, role) for role in (INTAKE, PUBLISH, WEB)]
    yield Doors(postgres_areas.warehouse, *engines)
    for engine in engines:
        engine.dispose()


@pytest.fixture(scope="session")
def demonstration_on_postgres(postgres_url: URL, migrated_database: str, demonstration: Demonstration) -> Iterator[str]:
    """What was published, copied; its address is that of the owner. Read only."""
    with fresh_database(postgres_url, migrated_database) as url:
        engine = open_engine(url)
        _copy(demonstration.warehouse, engine)
        engine.dispose()
        yield url


def _copy(source: Engine, target: Engine) -> None:
    with source.connect() as found, target.begin() as made:
        for table in published.metadata.sorted_tables:
            rows = [dict(row) for row in found.execute(select(table)).mappings()]
            if rows and not made.scalar(select(text("1")).select_from(table).limit(1)):
                made.execute(insert(table), rows)
        made.execute(text("ANALYZE"))
