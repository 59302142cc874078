"""`trajectmonitor attack`: what it prints, in both languages, and how it ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import dash
import pytest
from click.testing import CliRunner, Result

from dashboard.attack.telling import Told
from dashboard.attack.undriven import UndrivenError
from dashboard.cli import main
from dashboard.i18n import LANGUAGES, set_language, texts
from tests.areas import Areas
from tests.serving import HOUSE, NODE_MODULES, Demonstration
from warehouse.attack.report import Broken, Verdict
from warehouse.attack.truth import ContradictionError, Leaf

Run = Callable[..., Result]
TOLD = Told(answers=1716, visitors=8, regions=("AM05", "AM35"), numbers=frozenset())
LEAF = Leaf("phase_count", "AM35", date(2026, 8, 1), ("F1", "16-17"), 3)
WITHSTOOD = Verdict(
    numbers=0, equations=2500, small_leaves=12, least_values=4, worst=LEAF, regions=TOLD.regions, naive=Broken(30, 11)
)


@pytest.fixture
def run(sqlite_areas: Areas, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Run]:
    """On two migrated and empty databases."""
    for name in [name for name in os.environ if name.startswith("TRAJECTMONITOR_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TRAJECTMONITOR_INTAKE_URL", f"sqlite:///{tmp_path}/intake.db")
    monkeypatch.setenv("TRAJECTMONITOR_WAREHOUSE_URL", f"sqlite:///{tmp_path}/warehouse.db")
    monkeypatch.setenv("TRAJECTMONITOR_ACCOUNTS_URL", f"sqlite:///{tmp_path}/accounts.db")
    monkeypatch.setenv("TRAJECTMONITOR_FRONTEND", str(NODE_MODULES))
    kept = dict(dash.page_registry)
    yield lambda *words: CliRunner().invoke(main, ["attack", *words])
    dash.page_registry.clear()
    dash.page_registry.update(kept)
    set_language(LANGUAGES[0])


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[[Verdict], None]:
    """As if the attack had come to this verdict."""
    monkeypatch.setattr("dashboard.attack.telling.told_by", lambda *_told, **_whole: TOLD)
    return lambda verdict: monkeypatch.setattr("warehouse.attack.report.attack", lambda *_on, **_options: verdict)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "nl",
            ["1.716 antwoorden", "2.500 vergelijkingen", "11 van de 30", "Doorstaan: elk klein aantal houdt 4 of meer"],
        ),
        ("en", ["1,716 answers", "2,500 equations", "11 of the 30", "Withstood: every small count keeps 4 or more"]),
    ],
)
def test_a_verdict_is_told_with_its_numbers(
    run: Run, found: Callable[[Verdict], None], language: str, lines: list[str]
) -> None:
    found(WITHSTOOD)
    told = run("--lang", language)
    assert told.exit_code == 0
    assert [line for line in lines if line not in told.output] == []
    assert "phase_count, AM35, 1-8-2026, F1 / 16-17" in told.output


def test_accounts_of_a_demonstration_are_attacked_too(
    run: Run, found: Callable[[Verdict], None], demonstration: Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody signs in, so nobody needs the setting with which invented persons may."""
    monkeypatch.setenv("TRAJECTMONITOR_ACCOUNTS_URL", demonstration.accounts_url)
    found(WITHSTOOD)
    assert run().exit_code == 0


@pytest.mark.parametrize(("least", "ends"), [(3, 1), (4, 0), (9, 0), (None, 0)])
def test_it_fails_when_a_small_count_keeps_fewer_than_four_values(
    run: Run, found: Callable[[Verdict], None], least: int | None, ends: int
) -> None:
    found(replace(WITHSTOOD, least_values=least, worst=LEAF if least else None))
    told = run()
    assert told.exit_code == ends
    assert ("Niet doorstaan" in told.output) == bool(ends)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_solver_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setattr("dashboard.cli.attacking.find_spec", lambda _name: None)
    told = run("--lang", language)
    assert told.exit_code == 1
    assert "pip install 'trajectmonitor[attack]'" in told.output


def test_what_cannot_have_been_made_from_what_was_approved_is_told(
    run: Run, found: Callable[[Verdict], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def attack(*_on: object, **_options: object) -> Verdict:
        raise ContradictionError("no delivery tells of it")

    found(WITHSTOOD)
    monkeypatch.setattr("warehouse.attack.report.attack", attack)
    for language in LANGUAGES:
        told = run("--lang", language)
        assert (told.exit_code, "no delivery tells of it" in told.output) == (1, True)


def _kinds() -> list[str]:
    return sorted(key.rsplit(".", 1)[1] for key in texts("nl") if key.startswith("cli.attack.undriven."))


@pytest.mark.parametrize("kind", _kinds())
def test_what_could_not_be_asked_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    def told_by(*_told: object, **_whole: object) -> Told:
        raise UndrivenError(kind, "/export/<what>")

    monkeypatch.setattr("dashboard.attack.telling.told_by", told_by)
    for language in LANGUAGES:
        told = run("--lang", language)
        assert (told.exit_code, "/export/<what>" in told.output) == (1, True)


def test_every_kind_of_what_cannot_be_asked_has_words() -> None:
    sources = "".join(path.read_text("utf-8") for path in (HOUSE / "dashboard/attack").glob("*.py"))
    raised = {line.split('"')[1] for line in sources.split("UndrivenError(")[1:] if line.startswith('"')}
    assert raised == set(_kinds())


def test_nothing_published_and_no_database_are_told(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nothing = run()
    assert (nothing.exit_code, nothing.output.strip()) == (1, "Er is nog niets gepubliceerd.")
    monkeypatch.setenv("TRAJECTMONITOR_READ_URL", f"sqlite:///{tmp_path}/nowhere.db")
    away = run("--lang", "en")
    assert away.exit_code == 1
    assert "The database does not answer" in away.output


def test_a_wrong_setting_is_wrong_use(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTMONITOR_FRONTEND", "/nowhere/node_modules")
    told = run()
    assert told.exit_code == 2
    assert "TRAJECTMONITOR_FRONTEND" in told.output
