"""`publish` and `restore` on the command line: shown, asked, and only then written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cli.preview import MOST
from tests.areas import Areas
from tests.commands import Run
from tests.warehouse.publish.deliveries import AUGUST, SEPTEMBER, deliver
from tests.warehouse.publish.shown import entries, everything
from tests.warehouse.publish.test_publication import LEAF, OLD, deliver_history
from tests.warehouse.publish.test_publication import MANY_MORE as MISTAKE

Ask = Callable[[str], None]
SCREEN, WIDTH = 40, 100


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at the keyboard."""
    monkeypatch.setattr("dashboard.cli.asking.someone_is_there", lambda: True)


@pytest.fixture
def corrected(run: Run, sqlite_areas: Areas) -> Areas:
    """One publication stands; a correction and a new date were approved since."""
    deliver_history(sqlite_areas, "AM01", "AM02")
    run("publish", "--yes")
    deliver_history(sqlite_areas, "AM02", figures=MISTAKE, reason="telfout")
    deliver(sqlite_areas, "AM01", SEPTEMBER)
    return sqlite_areas


def test_what_changes_is_shown_before_anything_is_written(run: Run, corrected: Areas) -> None:
    told = run("publish")
    assert told.exit_code == 1
    assert "Geef --yes" in told.stderr
    lines = told.stdout.splitlines()
    assert lines[0] == "Publicatie 2 wordt: peildatum 1-9-2026 (nu 1-8-2026), 2 regio's."
    assert lines[1].split() == ["rijen", "(beschermd)", "nieuw", "gewijzigd", "vervalt", "gebieden"]
    assert ["jongeren", "per", "fase", "28", "1", "0", "2"] in [line.split() for line in lines]
    assert lines[-2:] == [
        "1 levering herziet eerder gepubliceerde cijfers:",
        "  AM02, peildatum 1-8-2026, versie 2: 1 cijfer (telfout)",
    ]
    assert len(entries(corrected)) == 1


def test_the_preview_is_in_the_language_asked_for(run: Run, corrected: Areas) -> None:
    told = run("publish", "--yes", "--lang", "en").stdout
    assert "Publication 2 will be: reference date 1-9-2026 (now 1-8-2026), 2 regions." in told
    assert "AM02, reference date 1-8-2026, version 2: 1 figure (telfout)" in told
    assert len(entries(corrected)) == 2


@pytest.mark.usefixtures("answering")
@pytest.mark.parametrize("answer", ["", "n", "nee", "wat?"])
def test_without_a_yes_nothing_is_published(run: Run, corrected: Areas, answer: str) -> None:
    told = run("publish", input=f"{answer}\n")
    assert (told.exit_code, "Er is niets gepubliceerd." in told.output) == (0, True)
    assert len(entries(corrected)) == 1


@pytest.mark.usefixtures("answering")
@pytest.mark.parametrize("answer", ["j", "Ja", "y", "yes"])
def test_with_a_yes_it_is(run: Run, corrected: Areas, answer: str) -> None:
    told = run("publish", "--note", "met correctie", input=f"{answer}\n")
    assert (told.exit_code, "Publicatie 2 staat: peildatum 1-9-2026, 2 regio's." in told.output) == (0, True)
    assert entries(corrected)[-1].note == "met correctie"


def test_what_happens_while_somebody_thinks_is_shown_first(
    run: Run, corrected: Areas, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[int] = []

    def agreed(_question: str, _nobody: str) -> bool:
        if not answers:
            deliver(corrected, "AM03", AUGUST)
        answers.append(1)
        return True

    monkeypatch.setattr("dashboard.cli.publishing.agreed", agreed)
    told = run("publish").output
    assert told.index("2 regio's.") < told.index("Intussen is iets gepubliceerd") < told.index("3 regio's.")
    assert "Publicatie 2 staat: peildatum 1-9-2026, 3 regio's." in told
    assert (len(answers), len(entries(corrected))) == (2, 2)


def test_an_undo_is_shown_and_asked_as_well(run: Run, corrected: Areas) -> None:
    run("publish", "--yes")
    refused = run("restore", 1)
    assert (refused.exit_code, len(entries(corrected))) == (1, 2)
    assert "Zij laat de stand van publicatie 1 weer gelden" in refused.stdout
    assert "1 levering bepaalt weer cijfers die later waren herzien:" in refused.stdout
    done = run("restore", 1, "--yes", "--by", "programmamanager", "--note", "telfout in AM02")
    assert "Publicatie 3 staat: peildatum 1-8-2026, 2 regio's." in done.output
    assert everything(corrected, 3) == everything(corrected, 1)
    assert ";programmamanager;nee;Herstelt de stand van publicatie 1. telfout in AM02" in run("publications").output


def test_what_was_undone_comes_back_only_when_asked_for(run: Run, corrected: Areas) -> None:
    run("publish", "--yes")
    run("restore", 1, "--yes")
    told = run("publish", "--yes")
    assert (told.exit_code, "trajectmonitor publish --again" in told.output) == (0, True)
    again = run("publish", "--yes", "--again").output
    assert "Let op: 2 leveringen die ongedaan waren gemaakt, komen terug:" in again
    assert "  AM02, peildatum 1-8-2026, versie 2" in again
    assert everything(corrected, 4)["phase_count"] == everything(corrected, 2)["phase_count"]


def test_an_undo_that_changes_nothing_or_cannot_be_is_told(run: Run, corrected: Areas) -> None:
    told = run("restore", 1, "--yes")
    assert (told.exit_code, "geldt al" in told.output) == (0, True)
    refused = run("restore", 9, "--yes", "--lang", "en")
    assert (refused.exit_code, "There is no publication 9." in refused.stderr) == (1, True)


def test_a_new_series_is_told_and_lists_no_corrections(
    run: Run, corrected: Areas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAJECTMONITOR_DISCLOSURE_KEY", "5b" * 32)
    told = run("publish", "--new-series").stdout
    assert "Er geldt een andere sleutel: alle aantallen worden opnieuw afgerond." in told
    assert "herzie" not in told


def test_the_preview_fits_on_a_screen_however_much_changes(run: Run, sqlite_areas: Areas) -> None:
    regions = [f"AM{number:02}" for number in range(1, MOST + 3)]
    for region in regions:
        deliver(sqlite_areas, region, AUGUST)
    run("publish", "--yes")
    for region in regions:
        deliver(sqlite_areas, region, AUGUST, figures=lambda *_: {("F1", "F2"): 33}, reason="reden " * 30)
    lines = run("publish").stdout.splitlines()
    assert lines[-1] == "  en nog 2"
    assert len(lines) <= SCREEN
    assert max(len(line) for line in lines) <= WIDTH


def test_exact_counts_are_never_shown(run: Run, sqlite_areas: Areas) -> None:
    exact = 7003
    deliver(sqlite_areas, "AM01", OLD, figures=lambda *_: {LEAF: exact})
    run("publish", "--yes")
    deliver(sqlite_areas, "AM01", OLD, figures=lambda *_: {LEAF: exact + 20}, reason="telfout")
    told = run("publish", "--yes").output
    assert "1 levering herziet" in told
    assert not [text for text in ("7003", "7.003", "7000", "7.000", "7005", "7.005", "702", "7.02") if text in told]


def test_publishing_a_workbook_that_was_delivered_with_figures_of_a_national_source(run: Run, good: Path) -> None:
    """The whole way, with a journal: every publication rests on an entry of it."""
    run("deliver", good)
    run("approve", 1, "--through", "ministerie")
    assert run("publish", "--yes").exit_code == 0
    assert run("verify").exit_code == 0
