from __future__ import annotations

import os
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.cli.frame import this_moment
from dashboard.clock import OFFICE
from tests.areas import Areas, engine_on
from tests.commands import MOMENT, Run
from tests.warehouse.intake import region
from warehouse.accounts import people
from warehouse.demo import databases
from warehouse.publish.publication import publish as publish_approved
from warehouse.reference import FOLDER, codes_of

SCHOOL_LEAVERS = FOLDER / "cbs_84780NED_vsv_provincie.csv"


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    file = tmp_path / "spoiled.xlsx"
    file.write_bytes(region.content(lambda rows: rows["phase_count"][3].update({"count:18-20": "x"})))
    return file


@pytest.mark.parametrize("command", main.commands)
def test_every_command_explains_itself(command: str) -> None:
    told = CliRunner().invoke(main, [command, "--help"])
    assert told.exit_code == 0
    assert " / " in told.output


def test_from_workbook_to_publication(run: Run, good: Path) -> None:
    assert "in orde" in run("screen", good).output
    delivered = run("deliver", good, "--by", "regiocoördinator")
    assert delivered.exit_code == 0
    assert "levering 1 " in delivered.output
    assert "peildatum 1-11-2026" in delivered.output
    again = run("deliver", good)
    assert (again.exit_code, "niets veranderd" in again.output) == (0, True)
    assert "niveau regio" in run("approve", 1).output
    through = run("approve", 1, "--through", "ministerie")
    assert "regio, bureau, ministerie" in through.output
    assert "trajectmonitor publish" in through.output
    assert "niets veranderd" in run("approve", 1).output
    published = run("publish", "--yes", "--by", "programmamanager", "--note", "eerste")
    assert published.exit_code == 0
    assert "Publicatie 1 staat: peildatum 1-11-2026, 1 regio's." in published.output
    assert "niets nieuws" in run("publish").output
    assert "1;12-11-2026;1-11-2026;programmamanager;nee;eerste" in run("publications").output


def test_findings_are_told_with_place_and_mend_in_the_language_asked_for(run: Run, spoiled: Path) -> None:
    nl, en = run("screen", spoiled), run("screen", spoiled, "--lang", "en")
    assert (nl.exit_code, en.exit_code) == (1, 1)
    assert "herstellen: blad Fasen, rij 5, kolom 18-20 jaar: " in nl.output
    assert "Vul het precieze aantal in" in nl.output
    assert "mend: sheet Fasen, row 5, column 18-20 jaar: " in en.output


@pytest.fixture
def speaking(tmp_path: Path) -> Path:
    """A workbook in which a text seems to tell of one person."""
    told = "Kevin (17) uit Almelo kwam langs."
    file = tmp_path / "speaking.xlsx"
    file.write_bytes(region.content(lambda rows: rows["experiment_note"][0].update(observed=told)))
    return file


def test_texts_that_may_tell_of_a_person_are_taken_in_only_when_confirmed(run: Run, speaking: Path) -> None:
    assert "als u de teksten bevestigt" in run("screen", speaking).output
    refused = run("deliver", speaking)
    assert refused.exit_code == 1
    assert "nakijken: blad Logboek, rij 2, kolom wat gebeurde er, teken 1: " in refused.output
    assert "--confirm-texts" in refused.output
    assert "Kevin" not in refused.output
    assert run("approve", 1).exit_code == 1
    taken = run("deliver", speaking, "--confirm-texts", "--by", "projectleider")
    assert (taken.exit_code, "levering 1 " in taken.output) == (0, True)


def test_screen_says_that_deliver_compares_with_the_past() -> None:
    told = CliRunner().invoke(main, ["screen", "--help"]).output
    assert "compares with what the region delivered before" in " ".join(told.split())


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_a_moment_is_that_of_the_office_wherever_the_machine_stands(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        before, moment, after = (
            datetime.now(OFFICE).replace(tzinfo=None),
            this_moment(),
            datetime.now(OFFICE).replace(tzinfo=None),
        )
    finally:
        monkeypatch.undo()
        time.tzset()
    assert before <= moment <= after


def test_one_bad_file_among_good_ones_fails_them_all(run: Run, good: Path, spoiled: Path) -> None:
    told = run("screen", good, spoiled, good)
    assert told.exit_code == 1
    assert told.output.count("in orde") == 2


def test_what_fails_screening_is_not_delivered(run: Run, spoiled: Path, good: Path) -> None:
    assert run("deliver", spoiled).exit_code == 1
    assert run("approve", 1).exit_code == 1
    assert "levering 1 " in run("deliver", good).output


@pytest.mark.parametrize(
    "words",
    [
        ("screen",),
        ("screen", "no-such-file.xlsx"),
        ("deliver",),
        ("approve", "een"),
        ("approve", "1", "--through", "minister"),
        ("screen", "--lang", "fr", "x"),
        ("serve", "--port", "0"),
        ("nonsense",),
        ("publish", "--by", ""),
    ],
)
def test_wrong_use_ends_with_status_two(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_a_wrong_variable_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTMONITOR_DISCLOSURE_KEY", "short")
    told = run("publish")
    assert (told.exit_code, "TRAJECTMONITOR_DISCLOSURE_KEY" in told.output) == (2, True)


def test_publishing_asks_for_a_key(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRAJECTMONITOR_DISCLOSURE_KEY")
    told = run("publish")
    assert (told.exit_code, "openssl rand" in told.output) == (2, True)


@pytest.mark.parametrize("url", ["sqlite:////dev/null/none.db", "nonsense://", "nonsense"])
def test_a_database_that_is_away_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("TRAJECTMONITOR_INTAKE_URL", url)
    told = run("approve", 1)
    assert told.exit_code == 1
    assert "trajectmonitor migrate" in told.output
    assert "Traceback" not in told.output


def test_empty_workbooks_for_all_regions_or_one(run: Run, tmp_path: Path) -> None:
    assert "35 werkmappen" in run("template", tmp_path / "all").output
    assert {file.stem for file in (tmp_path / "all").iterdir()} == set(codes_of("region"))
    assert "1 werkmap " in run("template", tmp_path / "one", "--region", "twente").output
    assert [file.name for file in (tmp_path / "one").iterdir()] == ["AM05.xlsx"]
    assert run("template", tmp_path, "--region", "Zuid-Holland").exit_code == 1


def test_a_filled_workbook_is_not_overwritten_unasked(run: Run, tmp_path: Path) -> None:
    run("template", tmp_path / "empty", "--region", "Twente")
    filled = tmp_path / "empty" / "AM05.xlsx"
    filled.write_bytes(b"filled")
    refused = run("template", tmp_path / "empty", "--region", "Twente")
    assert refused.exit_code == 1
    assert "--force" in refused.output
    assert filled.read_bytes() == b"filled"
    assert run("template", tmp_path / "empty", "--region", "Twente", "--force").exit_code == 0
    assert filled.read_bytes() != b"filled"


def test_a_folder_that_cannot_be_made_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    told = run("template", tmp_path / "file" / "inside", "--region", "Twente")
    assert told.exit_code == 1
    assert "Kies een andere map" in told.output


def test_figures_from_elsewhere(run: Run, good: Path) -> None:
    told = run("load-indicator", SCHOOL_LEAVERS)
    assert (told.exit_code, "39 cijfers" in told.output) == (0, True)
    refused = run("load-indicator", good)
    assert (refused.exit_code, "Traceback" in refused.output) == (1, False)


def test_migrate_may_be_repeated(run: Run) -> None:
    assert [run("migrate").exit_code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("other", ["INTAKE", "WAREHOUSE"])
def test_accounts_never_share_a_file(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, other: str) -> None:
    for name in ("ACCOUNTS", other):
        monkeypatch.setenv(f"TRAJECTMONITOR_{name}_URL", f"sqlite:///{tmp_path}/one.db")
    told = run("migrate")
    assert (told.exit_code, "Geef ze elk een ander bestand" in told.output) == (1, True)
    assert not (tmp_path / "one.db").exists()


@pytest.mark.parametrize("command", ["migrate", "demo"])
def test_exact_counts_never_share_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    monkeypatch.setenv("TRAJECTMONITOR_INTAKE_URL", f"sqlite:///{tmp_path}/one.db")
    monkeypatch.setenv("TRAJECTMONITOR_WAREHOUSE_URL", f"sqlite:///{tmp_path}/elsewhere/../one.db")
    told = run(command)
    assert (told.exit_code, "Geef ze elk een ander bestand" in told.output) == (1, True)
    assert not (tmp_path / "one.db").exists()


def test_nothing_published_is_told(run: Run) -> None:
    assert "nog niets gepubliceerd" in run("publications").output


def test_serve_gives_its_place_to_the_web_server(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    for name in ("PORT", "TRAJECTMONITOR_WORKERS"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setattr(os, "execv", lambda *words: asked.extend(words))
    run("serve", "--port", 8123, "--workers", 3)
    assert asked[0] == sys.executable
    assert asked[1][-1] == "dashboard.wsgi:server"  # type: ignore[index]
    assert (os.environ["PORT"], os.environ["TRAJECTMONITOR_WORKERS"]) == ("8123", "3")


@pytest.fixture
def quick_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole demonstration is built elsewhere; here it is one publication of one region."""

    def build(intake: object, warehouse: object, directory: Path, report: object) -> None:
        from tests.warehouse.intake.test_accept import taken
        from tests.warehouse.intake.test_approve import approved

        areas = Areas(intake, warehouse)  # type: ignore[arg-type]
        approved(areas.intake, taken(areas.intake, region.content()).delivery_id, "ministerie")
        publish_approved(
            areas.intake,
            areas.warehouse,
            key=b"k" * 32,
            published_by="demonstratie",
            published_at=MOMENT,
            demonstration=True,
        )

    monkeypatch.setattr(databases, "build", build)


@pytest.mark.usefixtures("quick_demo")
def test_the_demonstration_is_built_once_and_again_when_asked(run: Run, tmp_path: Path) -> None:
    assert "demonstratie staat in" in run("demo", "--directory", tmp_path / "workbooks").output
    assert "ja" in run("publications").output
    before = (tmp_path / "warehouse.db").stat().st_ino
    assert "al in" in run("demo", "--if-missing").output
    assert (tmp_path / "warehouse.db").stat().st_ino == before
    assert run("demo", "--directory", tmp_path / "workbooks").exit_code == 0
    assert (tmp_path / "warehouse.db").stat().st_ino != before
    assert not list(tmp_path.glob(".building-*"))


@pytest.mark.usefixtures("quick_demo")
def test_five_invented_persons_come_with_the_demonstration(run: Run, accounts_url: str, tmp_path: Path) -> None:
    for words in (("--directory", tmp_path / "workbooks"), ("--if-missing",)):
        run("demo", *words)
        with engine_on(accounts_url) as accounts, accounts.connect() as connection:
            found = people.of_demonstration(connection)
        assert [person.rights.role_code for person in found] == ["ministerie", "regio", "bureau", "lezer", "beheer"]
        assert not any(person.has_password for person in found)


@pytest.mark.usefixtures("quick_demo")
def test_the_demonstration_never_overwrites_real_data(run: Run, good: Path, tmp_path: Path) -> None:
    run("deliver", good)
    for words in (("demo",), ("demo", "--if-missing")):
        told = run(*words)
        assert (told.exit_code, "echte gegevens" in told.output) == (1, True)
    run("approve", 1, "--through", "ministerie")
    run("publish", "--yes")
    assert run("demo").exit_code == 1
    assert "nee" in run("publications").output


def test_a_demonstration_that_breaks_off_leaves_the_old_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("quick_demo")
    run("demo", "--directory", tmp_path / "workbooks")
    before = run("publications").output

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(databases, "build", break_off)
    assert run("demo", "--directory", tmp_path / "workbooks").exit_code == 1
    assert run("publications").output == before
    assert not list(tmp_path.glob(".building-*"))


def test_the_demonstration_needs_files(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTMONITOR_WAREHOUSE_URL", "postgresql+psycopg://someone:secret@localhost/monitor")
    told = run("demo")
    assert told.exit_code == 1
    assert "secret" not in told.output
