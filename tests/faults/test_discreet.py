"""No exact count stands in what the commands say, in a log, or in what is told of a failure."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from dashboard.cli import main
from dashboard.i18n import LANGUAGES, set_language
from tests.areas import Areas
from tests.faults.logged import log
from tests.warehouse.intake import region
from warehouse.schema import intake

__all__ = ["log"]

CANARY = 7003
SHOWN = re.compile(rf"(?<![0-9a-f]){CANARY}(?![0-9a-f])")
REFUSING = {
    "postgresql": ("ALTER TABLE intake.phase_count ADD CONSTRAINT refused CHECK (youths < 7000)",),
    "sqlite": (
        "CREATE TRIGGER refused BEFORE INSERT ON phase_count WHEN new.youths >= 7000 "
        "BEGIN SELECT RAISE(ABORT, 'refused'); END",
    ),
}

Command = Callable[..., Result]


@pytest.fixture
def run(areas: Areas, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    for name, engine in (("INTAKE", areas.intake), ("WAREHOUSE", areas.warehouse)):
        monkeypatch.setenv(f"TRAJECTMONITOR_{name}_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("TRAJECTMONITOR_ACCOUNTS_URL", areas.accounts_url)
    monkeypatch.setenv("TRAJECTMONITOR_DISCLOSURE_KEY", "5a" * 32)
    yield lambda *words: CliRunner().invoke(main, [str(word) for word in words])
    set_language(LANGUAGES[0])


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    file = tmp_path / "AM05.xlsx"
    file.write_bytes(region.content(_with_canary))
    return file


def _with_canary(rows: region.Rows) -> None:
    """As many more in one cell of every month, so that all still adds up; in some months it is the canary."""
    more = CANARY - rows["phase_count"][0]["count:23-26"]
    for row in rows["phase_count"]:
        if row["phase_code"] == "F0":
            row["count:23-26"] += more


def _told(result: Result) -> str:
    """What is on the screen, and what Python would write of an error that nobody caught."""
    problem = result.exception
    return result.output + ("".join(traceback.format_exception(problem)) if problem else "")


def _refuse(areas: Areas) -> None:
    with areas.intake.execution_options(writing=True).begin() as connection:
        for statement in REFUSING[connection.dialect.name]:
            connection.execute(text(statement))


def test_from_workbook_to_publication_nothing_tells_the_count(
    run: Command, areas: Areas, workbook: Path, log: Path
) -> None:
    acts = (
        ("deliver", workbook),
        ("deliver", workbook),
        ("approve", 1, "--through", "ministerie"),
        ("publish", "--yes"),
        ("verify",),
        ("publications",),
    )
    told = [run(*words) for words in acts]
    assert [result.exit_code for result in told] == [0] * len(acts), [_told(result) for result in told]
    with areas.intake.connect() as connection:
        assert CANARY in connection.scalars(select(intake.phase_count.c.youths)).all()
    logged = log.read_text("utf-8")
    assert "INSERT INTO" in logged
    assert not SHOWN.search(logged)
    assert not SHOWN.search("".join(map(_told, told)))


def test_a_row_that_the_database_refuses_is_told_without_its_values(
    run: Command, areas: Areas, workbook: Path, log: Path
) -> None:
    _refuse(areas)
    told = run("deliver", workbook)
    assert told.exit_code != 0
    assert "refused" in _told(told)
    assert not SHOWN.search(_told(told))
    assert not SHOWN.search(log.read_text("utf-8"))


def test_an_error_of_the_database_holds_no_values(areas: Areas) -> None:
    """Neither those that were sent, nor those that the server repeats."""
    _refuse(areas)
    keys = {"delivery_id": 1, "phase_code": "F0", "age_band_code": "23-26", "youths": CANARY}
    with pytest.raises(DBAPIError) as caught, areas.intake.begin() as connection:
        connection.execute(insert(intake.phase_count).values(reference_date=region.REFERENCE_DATE, **keys))
    said = "".join(traceback.format_exception(caught.value))
    assert "refused" in said
    assert not SHOWN.search(said)
