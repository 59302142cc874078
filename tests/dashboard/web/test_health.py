from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from dashboard.web import health
from tests.areas import Areas
from tests.serving import Demonstration
from warehouse.areas import open_engine


def _asked(url: str) -> tuple[int, str]:
    server, engine = Flask("health"), open_engine(url, read_only=True)
    health.register(server, engine)
    answer = server.test_client().get(health.ADDRESS)
    engine.dispose()
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("text/plain", "no-store")
    return answer.status_code, answer.get_data(as_text=True)


def test_a_warehouse_that_answers(demonstration: Demonstration) -> None:
    assert _asked(demonstration.warehouse_url) == (200, "ok, publication 4\n")


def test_a_warehouse_in_which_nothing_was_published(sqlite_areas: Areas) -> None:
    url = sqlite_areas.warehouse.url.render_as_string(hide_password=False)
    assert _asked(url) == (503, "no publication yet\n")


def test_a_warehouse_that_is_away(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    status, said = _asked(f"sqlite:///{tmp_path}/nowhere/warehouse.db")
    assert (status, said) == (503, "the warehouse does not answer: OperationalError\n")
    assert "Traceback" not in said
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_asking_for_a_warehouse_that_is_missing_makes_none(tmp_path: Path) -> None:
    assert _asked(f"sqlite:///{tmp_path}/warehouse.db")[0] == 503
    assert list(tmp_path.iterdir()) == []


def test_a_warehouse_that_was_not_migrated(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert _asked(f"sqlite:///{tmp_path}/empty.db")[0] == 503


@pytest.mark.parametrize("statement", ["DROP TABLE publication"])
def test_a_warehouse_that_broke_says_so_and_no_more(sqlite_areas: Areas, statement: str) -> None:
    with sqlite_areas.warehouse.begin() as connection:
        connection.execute(text(statement))
    status, said = _asked(sqlite_areas.warehouse.url.render_as_string(hide_password=False))
    assert status == 503
    assert "publication_" not in said
