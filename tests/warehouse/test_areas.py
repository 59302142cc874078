"""A database that is opened to be read: never written to, never made, and read while another writes."""

from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import OperationalError

from tests.areas import Areas
from warehouse.areas import open_engine
from warehouse.schema.published import publication

ROW = {
    "published_at": datetime(2026, 11, 18, 12),  # noqa: DTZ001
    "reference_date": date(2026, 11, 1),
    "published_by": "test",
    "demonstration": True,
    "note": "",
    "content_hash": "0",
    "key_fingerprint": "0",
}


def _reading(areas: Areas) -> Engine:
    return open_engine(areas.warehouse.url.render_as_string(hide_password=False), read_only=True)


def _publish(areas: Areas, number: int) -> None:
    with areas.warehouse.execution_options(writing=True).begin() as connection:
        connection.execute(insert(publication).values(number=number, **ROW))


def test_who_may_only_read_cannot_write(sqlite_areas: Areas) -> None:
    engine = _reading(sqlite_areas)
    with engine.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(insert(publication).values(number=1, **ROW))
    engine.dispose()


@pytest.mark.parametrize("folder", [".", "missing folder"])
def test_a_missing_file_stays_missing(tmp_path: Path, folder: str) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / folder}/warehouse.db", read_only=True)
    with pytest.raises(OperationalError, match="unable to open"):
        engine.connect()
    assert list(tmp_path.iterdir()) == []


def test_a_file_with_an_odd_name_is_found(sqlite_areas: Areas, tmp_path: Path) -> None:
    sqlite_areas.warehouse.dispose()
    (tmp_path / "warehouse.db").rename(tmp_path / "50% ware#house.db")
    engine = open_engine(f"sqlite:///{tmp_path}/50% ware#house.db", read_only=True)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(publication)) == 0
    engine.dispose()


def test_a_reader_sees_what_stood_while_another_writes(sqlite_areas: Areas) -> None:
    """The files beside the database, which readers share with writers, come and go with the writer."""
    _publish(sqlite_areas, 1)
    sqlite_areas.warehouse.dispose()
    engine, counted = _reading(sqlite_areas), select(func.count()).select_from(publication)
    with engine.connect() as before:
        assert before.scalar(counted) == 1
        with sqlite_areas.warehouse.execution_options(writing=True).begin() as connection:
            connection.execute(insert(publication).values(number=2, **ROW))
            with engine.connect() as during:
                assert during.scalar(counted) == 1
        assert before.scalar(counted) == 1
    sqlite_areas.warehouse.dispose()
    with engine.connect() as after:
        assert after.scalar(counted) == 2
    engine.dispose()
