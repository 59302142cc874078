"""A disk without room, and places that may only be read: told plainly, nothing half, and well again afterwards."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from tests.areas import Areas, in_folder
from tests.faults.harmed import Commands, commands, commands_on, sqlite_commands, warm_process
from tests.faults.warm import Outcome
from tests.warehouse.intake import region
from tests.warehouse.intake.region_courses import courses
from warehouse.intake.verify import verify as verify_journal
from warehouse.publish.verify import verify as verify_publications
from warehouse.troubles import Trouble, trouble_of

__all__ = ["commands", "sqlite_commands", "warm_process"]

# No room at all, room for what SQLite shares between processes, and room for a part of what is written.
LIMITS = (0, 40_000, 60_000)
FULL = {"nl": "De schijf is vol", "en": "The disk is full"}
READ_ONLY = {"nl": "Hier kan niet worden geschreven", "en": "This cannot be written to"}
NO_ROOM = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full', MESSAGE = 'could not extend file: No space left on device'; END $$
"""


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    file = tmp_path / "AM05.xlsx"
    file.write_bytes(region.content())
    return file


def well(outcome: Outcome) -> Outcome:
    assert outcome.code == 0, outcome.output
    return outcome


def refused(outcome: Outcome, *words: object) -> None:
    assert outcome.code == 1, outcome.output
    assert "Traceback" not in outcome.output
    for word in words:
        assert str(word) in outcome.output, outcome.output


def assert_whole(areas: Areas, publications: int, deliveries: int) -> None:
    with areas.intake.connect() as given, areas.warehouse.connect() as shown:
        journal, chain = verify_journal(given), verify_publications(shown, None)
    assert (journal.broken, chain.broken) == ((), ())
    assert (len(journal.hashes), len(chain.hashes)) == (deliveries, publications)


@pytest.mark.parametrize("limit", LIMITS)
def test_a_delivery_for_which_there_is_no_room_leaves_no_trace(
    sqlite_areas: Areas, sqlite_commands: Commands, workbook: Path, limit: int
) -> None:
    for language, told in FULL.items():
        refused(sqlite_commands("deliver", workbook, "--lang", language, bytes_a_file=limit), told, "intake.db")
    assert_whole(sqlite_areas, 0, 0)
    well(sqlite_commands("deliver", workbook))
    assert_whole(sqlite_areas, 0, 1)


@pytest.mark.parametrize("limit", LIMITS)
def test_a_publication_for_which_there_is_no_room_leaves_the_old_one(
    sqlite_areas: Areas, sqlite_commands: Commands, workbook: Path, limit: int
) -> None:
    well(sqlite_commands("deliver", workbook))
    well(sqlite_commands("approve", 1, "--through", "ministerie"))
    well(sqlite_commands("publish", "--yes"))
    corrected = workbook.with_name("AM05 v2.xlsx")
    corrected.write_bytes(region.content(_other_counts))
    well(sqlite_commands("deliver", corrected))
    well(sqlite_commands("approve", 2, "--through", "ministerie"))
    assert "ok, publication 1" in well(sqlite_commands.health()).output
    with sqlite_areas.warehouse.connect() as page:
        page.execute(text("SELECT 1 FROM publication"))
        for language, told in FULL.items():
            refused(sqlite_commands("publish", "--yes", "--lang", language, bytes_a_file=limit), told, ".db")
        assert "ok, publication 1" in well(sqlite_commands.health(bytes_a_file=limit)).output
    assert_whole(sqlite_areas, 1, 10)
    well(sqlite_commands("publish", "--yes"))
    assert "ok, publication 2" in well(sqlite_commands.health()).output


def _other_counts(rows: region.Rows) -> None:
    """More young people in every phase of every date, so that all still adds up."""
    rows["delivery"][0]["correction_reason"] = "telfout"
    for row in rows["phase_count"]:
        for band in [key for key in row if key.startswith("count:")]:
            row[band] += 40
    rows |= courses(rows)


@pytest.mark.parametrize("limit", LIMITS)
def test_a_demonstration_for_which_there_is_no_room_leaves_the_old_one(
    sqlite_areas: Areas, sqlite_commands: Commands, workbook: Path, limit: int
) -> None:
    well(sqlite_commands("deliver", workbook))
    well(sqlite_commands("approve", 1, "--through", "ministerie"))
    well(sqlite_commands("publish", "--yes", "--demonstration"))
    folder = workbook.parent / "workbooks"
    for language, told in FULL.items():
        refused(sqlite_commands("demo", "--directory", folder, "--lang", language, bytes_a_file=limit), told)
    assert "ok, publication 1" in well(sqlite_commands.health()).output
    assert_whole(sqlite_areas, 1, 5)
    assert list(workbook.parent.glob(".building-*")) == []


def test_templates_for_which_there_is_no_room_are_told(sqlite_commands: Commands, tmp_path: Path) -> None:
    for language, told in FULL.items():
        words = ("template", tmp_path / language, "--region", "Twente", "--lang", language)
        refused(sqlite_commands(*words, bytes_a_file=1000), told)
        well(sqlite_commands(*words, "--force"))


@pytest.fixture
def only_to_read(migrated_files: Path) -> Iterator[Areas]:
    """The databases in a folder in which the user of the commands may only read."""
    with tempfile.TemporaryDirectory() as folder:
        opened = in_folder(Path(folder))
        for file in migrated_files.glob("*.db"):
            Path(shutil.copy(file, folder)).chmod(0o444)
        Path(folder).chmod(0o555)
        yield opened
        Path(folder).chmod(0o755)


@pytest.mark.parametrize("words", [("approve", 1), ("publish", "--yes"), ("migrate",), ("inbox",), ("publications",)])
def test_a_database_that_may_only_be_read_is_told(
    only_to_read: Areas, warm_process: subprocess.Popen[str], words: tuple[object, ...]
) -> None:
    run = commands_on(only_to_read, warm_process)
    for language, told in READ_ONLY.items():
        refused(run(*words, "--lang", language, bound=True), told, ".db")


def test_a_folder_that_may_only_be_read_is_told(only_to_read: Areas, warm_process: subprocess.Popen[str]) -> None:
    run, folder = commands_on(only_to_read, warm_process), Path(only_to_read.intake.url.database or "").parent
    for language, told in READ_ONLY.items():
        refused(
            run("template", folder, "--region", "Twente", "--lang", language, bound=True), told, folder / "AM05.xlsx"
        )
        refused(run("demo", "--directory", folder / "x", "--lang", language, bound=True), told, folder)


@pytest.mark.postgres
@pytest.mark.parametrize(("act", "table"), [("deliver", "intake.phase_count"), ("publish", "published.phase_count")])
def test_a_server_without_room_is_told(
    postgres_areas: Areas, warm_process: subprocess.Popen[str], workbook: Path, act: str, table: str
) -> None:
    run = commands_on(postgres_areas, warm_process)
    if act == "publish":
        well(run("deliver", workbook))
        well(run("approve", 1, "--through", "ministerie"))
    words = ("deliver", workbook) if act == "deliver" else ("publish", "--yes")
    with postgres_areas.intake.begin() as connection:
        connection.execute(text(NO_ROOM))
        connection.execute(text(f"CREATE TRIGGER full_now BEFORE INSERT ON {table} EXECUTE FUNCTION no_room()"))
    for language, told in FULL.items():
        refused(run(*words, "--lang", language), told, postgres_areas.intake.url.database)
    assert_whole(postgres_areas, 0, 5 if act == "publish" else 0)
    with postgres_areas.intake.begin() as connection:
        connection.execute(text(f"DROP TRIGGER full_now ON {table}"))
    well(run(*words))


@pytest.mark.postgres
def test_a_server_that_may_only_be_read_is_told(
    postgres_areas: Areas, warm_process: subprocess.Popen[str], workbook: Path
) -> None:
    """As a standby answers: there may be written on another server."""
    with postgres_areas.intake.begin() as connection:
        name = postgres_areas.intake.url.database
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
    for language, told in READ_ONLY.items():
        refused(commands_on(postgres_areas, warm_process)("deliver", workbook, "--lang", language), told, name)


def test_a_file_of_sqlite_that_is_full_is_known_by_its_own_error() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.execute(text("PRAGMA max_page_count = 1"))
        with pytest.raises(DBAPIError) as caught:
            connection.execute(text("CREATE TABLE a (b)"))
    engine.dispose()
    assert trouble_of(caught.value) is Trouble.FULL


def test_a_mistake_of_our_own_is_no_trouble_around_us(sqlite_areas: Areas) -> None:
    with pytest.raises(DBAPIError) as caught, sqlite_areas.intake.begin() as connection:
        connection.execute(text("INSERT INTO approval (delivery_id, level_code) VALUES (1, 'pilot')"))
    assert trouble_of(caught.value) is None
