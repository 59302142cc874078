"""Brings the tables of every area to the newest form, and the reference lists with them.

`python -m warehouse.migrate check` ends 1 when the tables in the code and the migrations have grown apart.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from types import ModuleType

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine
from sqlalchemy.schema import CreateSchema

from warehouse.apart import check_apart
from warehouse.areas import open_engine
from warehouse.reference.load import load as load_reference
from warehouse.schema import accounts as accounts_area
from warehouse.schema import intake as intake_area
from warehouse.schema import published as published_area
from warehouse.schema import workspace as workspace_area

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(intake: Engine, warehouse: Engine) -> None:
    """Safe to repeat. Both engines may lead to one database of PostgreSQL; OneFileError for one file of SQLite."""
    check_apart(intake.url, warehouse.url)
    _upgrade(intake, intake_area)
    _upgrade(warehouse, published_area, workspace_area)
    with warehouse.execution_options(writing=True).begin() as connection:
        load_reference(connection)


def migrate_accounts(accounts: Engine) -> None:
    """Safe to repeat. On PostgreSQL the engine may lead to the same database as the others; a file is its own."""
    _upgrade(accounts, accounts_area)


def _upgrade(engine: Engine, *areas: ModuleType) -> None:
    with engine.execution_options(writing=True).begin() as connection:
        for area in areas:
            _make_schema(connection, area)
            command.upgrade(config_of(area, connection), "head")


def config_of(area: ModuleType, connection: Connection) -> Config:
    """Alembic's settings for one area, over an open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("version_locations", str(MIGRATIONS / area.AREA))
    config.set_main_option("path_separator", "os")
    config.attributes.update(connection=connection, area=area.AREA)
    return config


def _make_schema(connection: Connection, area: ModuleType) -> None:
    if connection.dialect.name != "sqlite":
        connection.execute(CreateSchema(area.AREA, if_not_exists=True))


def check(intake: Engine, warehouse: Engine, accounts: Engine) -> None:
    """Raises alembic's CommandError when code and migrations differ."""
    migrate(intake, warehouse)
    migrate_accounts(accounts)
    of_areas = (
        (intake, intake_area),
        (warehouse, published_area),
        (warehouse, workspace_area),
        (accounts, accounts_area),
    )
    for engine, area in of_areas:
        with engine.begin() as connection:
            command.check(config_of(area, connection))


if __name__ == "__main__" and sys.argv[1:] == ["check"]:
    with tempfile.TemporaryDirectory() as folder:
        check(*(open_engine(f"sqlite:///{folder}/{name}.db") for name in ("intake", "warehouse", "accounts")))
