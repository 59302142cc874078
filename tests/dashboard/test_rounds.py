"""`publish --every`: publishes what was approved meanwhile, waits for a database that is away, ends when told to."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main
from tests.areas import Areas
from tests.commands import MOMENT
from tests.warehouse.publish.deliveries import AUGUST, OCTOBER, SEPTEMBER, deliver

KEY = "5a" * 32
LEVELS_BELOW = ("pilot", "regio", "bureau")


@pytest.fixture
def environment(sqlite_areas: Areas, accounts_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Areas:
    monkeypatch.setenv("TRAJECTMONITOR_INTAKE_URL", f"sqlite:///{tmp_path}/intake.db")
    monkeypatch.setenv("TRAJECTMONITOR_WAREHOUSE_URL", f"sqlite:///{tmp_path}/warehouse.db")
    monkeypatch.setenv("TRAJECTMONITOR_ACCOUNTS_URL", accounts_url)
    monkeypatch.setenv("TRAJECTMONITOR_DISCLOSURE_KEY", KEY)
    return sqlite_areas


@pytest.fixture
def with_pauses(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the worker; in each of its pauses the next thing happens, and after the last it is told to stop."""

    def run(*happenings: Callable[[], object]) -> Result:
        left = list(happenings)

        def pause(_seconds: float) -> None:
            if not left:
                sys.exit(0)
            left.pop(0)()

        monkeypatch.setattr("dashboard.cli.rounds.sleep", pause)
        monkeypatch.setattr("dashboard.cli.expiring.this_moment", lambda: MOMENT)
        monkeypatch.setattr(signal, "signal", lambda *_: None)
        return CliRunner().invoke(main, ["publish", "--every", "10"])

    return run


def nothing() -> None:
    pass


def test_what_is_approved_meanwhile_is_published_and_nothing_else(
    environment: Areas, with_pauses: Callable[..., Result]
) -> None:
    told = with_pauses(
        nothing,
        lambda: deliver(environment, "AM01", AUGUST),
        nothing,
        lambda: deliver(environment, "AM02", AUGUST),
        lambda: deliver(environment, "AM01", SEPTEMBER),
        lambda: deliver(environment, "AM02", SEPTEMBER, levels=LEVELS_BELOW),
        lambda: deliver(environment, "AM02", OCTOBER),
    )
    assert told.exit_code == 0
    published = [line for line in told.output.splitlines() if line.startswith("Publicatie")]
    assert [line.split(":")[0] for line in published] == [f"Publicatie {number} staat" for number in range(1, 5)]
    assert told.output.splitlines() == published


def test_a_database_that_is_away_is_told_and_waited_for(
    environment: Areas, with_pauses: Callable[..., Result], tmp_path: Path
) -> None:
    deliver(environment, "AM01", AUGUST)
    environment.warehouse.dispose()
    file, aside = tmp_path / "warehouse.db", tmp_path / "aside.db"

    def back() -> None:
        file.rmdir()
        aside.rename(file)

    aside.write_bytes(file.read_bytes())
    file.unlink()
    file.mkdir()
    told = with_pauses(nothing, back, nothing)
    assert told.exit_code == 0
    assert told.stderr.count("De database geeft geen antwoord") == 2
    assert "Publicatie 1 staat" in told.stdout


def test_a_key_that_is_refused_ends_it(
    environment: Areas, with_pauses: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(environment, "AM01", AUGUST)
    assert with_pauses().exit_code == 0
    monkeypatch.setenv("TRAJECTMONITOR_DISCLOSURE_KEY", "5b" * 32)
    told = with_pauses(nothing)
    assert (told.exit_code, "sleutel" in told.output) == (1, True)


@pytest.mark.usefixtures("environment")
def test_it_ends_well_when_it_is_told_to_stop(sqlite_areas: Areas) -> None:
    deliver(sqlite_areas, "AM01", AUGUST)
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "publish", "--every", "1440"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert "Publicatie 1 staat" in worker.stdout.readline()
        worker.terminate()
        _, complaints = worker.communicate(timeout=60)
    assert (worker.returncode, complaints) == (0, "")
