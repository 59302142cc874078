"""The demonstration's database files: built beside their place, and moved there only when they are whole."""

from __future__ import annotations

import tempfile
from enum import Enum
from pathlib import Path

from sqlalchemy import Engine, func, inspect, make_url, select

from warehouse.apart import check_apart
from warehouse.areas import open_engine
from warehouse.demo.build import Report, build
from warehouse.migrate import migrate
from warehouse.schema import intake, published

COMPANIONS = ("-wal", "-shm")


class Held(Enum):
    NOTHING = "nothing"
    DEMONSTRATION = "demonstration"
    REAL = "real"


class NotAFileError(ValueError):
    """The demonstration is only built in SQLite files."""


def file_of(url: str) -> Path:
    """The database file that a URL leads to; NotAFileError when it leads elsewhere."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database or address.database == ":memory:":
        raise NotAFileError(url)
    return Path(address.database)


def held(intake_url: str, warehouse_url: str) -> Held:
    """What would be lost if these files were replaced."""
    kinds = _kinds_of_publication(file_of(warehouse_url))
    if kinds:
        return Held.DEMONSTRATION if all(kinds) else Held.REAL
    return Held.REAL if _deliveries(file_of(intake_url)) else Held.NOTHING


def _kinds_of_publication(file: Path) -> list[bool]:
    return [bool(kind) for kind in _read(file, "publication", select(published.publication.c.demonstration))]


def _deliveries(file: Path) -> int:
    return sum(_read(file, "delivery", select(func.count()).select_from(intake.delivery)))


def _read(file: Path, table: str, statement: object) -> list[int]:
    if not file.exists():
        return []
    engine = open_engine(f"sqlite:///{file}")
    try:
        if not inspect(engine).has_table(table):
            return []
        with engine.connect() as connection:
            return list(connection.scalars(statement))  # type: ignore[call-overload]
    finally:
        engine.dispose()


def rebuild(intake_url: str, warehouse_url: str, directory: Path, report: Report) -> None:
    """Replaces both files, which must be two. Until the very end the old ones stand untouched."""
    check_apart(make_url(intake_url), make_url(warehouse_url))
    places = {"intake.db": file_of(intake_url), "warehouse.db": file_of(warehouse_url)}
    for place in places.values():
        place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=places["warehouse.db"].parent) as folder:
        engines = {name: open_engine(f"sqlite:///{folder}/{name}") for name in places}
        _fill(engines["intake.db"], engines["warehouse.db"], directory, report)
        for name, place in places.items():
            _move(Path(folder) / name, place)


def _fill(intake_engine: Engine, warehouse_engine: Engine, directory: Path, report: Report) -> None:
    try:
        migrate(intake_engine, warehouse_engine)
        build(intake_engine, warehouse_engine, directory, report)
    finally:
        # The last connection to close writes what is still in the log into the file itself.
        intake_engine.dispose()
        warehouse_engine.dispose()


def _move(fresh: Path, place: Path) -> None:
    for companion in COMPANIONS:
        place.with_name(place.name + companion).unlink(missing_ok=True)
    fresh.replace(place)
