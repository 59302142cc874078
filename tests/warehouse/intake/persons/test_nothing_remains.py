"""Of a file that is refused nothing remains: not in the database, not in a log, not on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from tests.areas import Areas
from tests.commands import Run
from tests.faults.logged import log
from tests.warehouse.intake import region
from tests.warehouse.intake.cases import BSN
from warehouse.intake.file_names import bare
from warehouse.intake.masked import masked
from warehouse.schema import intake

__all__ = ["log"]

NAME = "Kwartelmans"
PERSONS = f"nummer;Achternaam\n{BSN};{NAME}\n".encode()
CANARIES = (str(BSN), NAME)


@pytest.fixture
def persons(tmp_path: Path) -> Path:
    """A list of persons, under a name that holds a number of one of them."""
    file = tmp_path / f"dossier {BSN}.csv"
    file.write_bytes(PERSONS)
    return file


def _kept(folder: Path) -> bytes:
    """Every byte of the databases, also of what SQLite keeps beside them."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("*.db*")))


@pytest.mark.parametrize("watched", [False, True])
def test_a_refused_file_leaves_nothing(
    run: Run, sqlite_areas: Areas, persons: Path, log: Path, tmp_path: Path, watched: bool
) -> None:
    """Also while another has the database open, so that SQLite keeps its files beside it."""
    with sqlite_areas.intake.connect() as other:
        if watched:
            other.execute(select(intake.delivery)).all()
        told = run("deliver", persons)
        assert told.exit_code == 1
        assert "blad dossier …, kolom B" in told.output
        said = told.output + log.read_text("utf-8")
        kept = _kept(tmp_path)
    assert len(kept) > 10_000
    assert [canary for canary in CANARIES if canary in said or canary.encode() in kept] == []


def test_a_file_that_is_screened_only_is_told_without_values(run: Run, persons: Path, log: Path) -> None:
    told = run("screen", persons, "--lang", "en")
    assert told.exit_code == 1
    assert [canary for canary in CANARIES if canary in told.output + log.read_text("utf-8")] == []


def test_a_good_file_is_kept_under_a_name_without_the_number(
    run: Run, sqlite_areas: Areas, good: Path, tmp_path: Path
) -> None:
    file = good.rename(tmp_path / f"AM05 {BSN}.xlsx")
    told = run("deliver", file)
    assert (told.exit_code, str(BSN) in told.output) == (0, False)
    with sqlite_areas.intake.connect() as connection:
        assert connection.scalar(select(intake.delivery.c.file_name)) == "AM05 ….xlsx"


def test_a_text_in_a_code_is_not_repeated_when_it_may_lead_to_a_person(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "AM05.xlsx"
    file.write_bytes(region.content(lambda rows: rows["phase_count"][0].update(phase_code="x.y@voorbeeld.nl")))
    told = run("screen", file)
    assert (told.exit_code, "voorbeeld.nl" in told.output) == (1, False)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("AM05-2026-11-01.xlsx", "AM05-2026-11-01.xlsx"),
        ("AM05 20261101 v2.xlsx", "AM05 20261101 v2.xlsx"),
        ("levering 2026-2027.csv", "levering 2026-2027.csv"),
        (f"jongere {BSN}.xlsx", "jongere ….xlsx"),
        ("111.222.333.csv", "….csv"),
        ("geboren 12-05-2007.csv", "geboren ….csv"),
        ("iemand@voorbeeld.nl.csv", "…"),
    ],
)
def test_a_name_is_told_without_numbers_and_addresses_of_persons(name: str, told: str) -> None:
    assert masked(name) == told
    assert bare(f"/thuis/map/{name}") == told
