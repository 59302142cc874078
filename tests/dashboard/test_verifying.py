"""`verify` on the command line: what is well, what is not, and what it was compared with."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, update

from tests.areas import Areas, engine_on
from tests.commands import Run
from tests.warehouse.intake.region import content
from tests.warehouse.tampering import past_the_guards
from warehouse import chain
from warehouse.accounts import audit
from warehouse.schema import intake
from warehouse.schema.published import publication


@pytest.fixture
def filled(run: Run, good: Path, sqlite_areas: Areas) -> Areas:
    """Two publications, the second with a correction."""
    run("deliver", good)
    run("approve", 1, "--through", "ministerie")
    run("publish", "--yes")
    good.write_bytes(content(lambda rows: rows["delivery"][0].update(correction_reason="telfout")))
    run("deliver", good)
    run("approve", 2, "--through", "ministerie")
    run("publish", "--yes")
    return sqlite_areas


def heads(areas: Areas) -> tuple[str, str]:
    with areas.warehouse.connect() as warehouse, areas.intake.connect() as given:
        return chain.newest_hash(warehouse, publication), chain.newest_hash(given, intake.journal)


def test_what_is_well_is_told_with_the_hashes_to_note_down(run: Run, filled: Areas, accounts_url: str) -> None:
    told = run("verify")
    assert told.exit_code == 0
    published, journal = heads(filled)
    with engine_on(accounts_url, read_only=True) as accounts, accounts.connect() as connection:
        log = chain.newest_hash(connection, audit.TABLE)
    assert told.output.splitlines()[:3] == [
        f"Publicaties: 2 schakels, laatste controlesom {published}",
        f"Journaal van de aanlevering: 10 schakels, laatste controlesom {journal}",
        f"Logboek van wat is gedaan: 4 schakels, laatste controlesom {log}",
    ]
    assert "Alles is nog wat het was." in told.output


def test_hashes_that_were_noted_down_are_looked_for_in_both_chains(run: Run, filled: Areas, good: Path) -> None:
    noted = [word for head in heads(filled) for word in ("--expect", head)]
    good.write_bytes(content(lambda rows: rows["delivery"][0].update(correction_reason="nog eens")))
    run("deliver", good)
    assert run("verify", *noted).output.count("Genoteerde controlesom gevonden") == 2
    with past_the_guards(filled.warehouse) as connection:
        connection.execute(delete(publication).where(publication.c.number == 2))
    told = run("verify", *noted)
    assert told.exit_code == 1
    assert f"Genoteerde controlesom niet gevonden: {noted[1]}." in told.output
    assert f"Genoteerde controlesom gevonden: {noted[3]}" in told.output


def test_what_is_broken_is_named_by_its_number_in_both_languages(run: Run, filled: Areas) -> None:
    with past_the_guards(filled.warehouse) as connection:
        connection.execute(update(publication).where(publication.c.number == 1).values(note="anders"))
    with past_the_guards(filled.intake) as connection:
        connection.execute(update(intake.approval).where(intake.approval.c.delivery_id == 2).values(approved_by="x"))
        connection.execute(delete(intake.journal).where(intake.journal.c.number == 10))
    nl, en = run("verify"), run("verify", "--lang", "en")
    assert (nl.exit_code, en.exit_code) == (1, 1)
    for told in (
        "  publicatie 1: de regel zelf is veranderd",
        "  publicatie 2: steunt op een vermelding in het journaal die er niet is",
        "  vermelding 9: bureau van AM05, peildatum 1-11-2026, versie 2: wie, wanneer of waarom is in de tabellen",
        "  ministerie van AM05, peildatum 1-11-2026, versie 2 staat niet in het journaal",
        "Niet alles is nog wat het was.",
    ):
        assert told in nl.output
    assert "  publication 1: the row itself was changed" in en.output
    assert "  entry 9: bureau of AM05, reference date 1-11-2026, version 2: who, when or why was changed" in en.output


def test_where_only_the_warehouse_is_the_publications_are_checked_alone(
    run: Run, filled: Areas, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TRAJECTMONITOR_INTAKE_URL", f"sqlite:///{tmp_path}/elsewhere.db")
    told = run("verify")
    assert told.exit_code == 0
    assert "De aanlevering is hier niet bereikbaar: alleen de publicaties zijn nagegaan." in told.output
    assert "Journaal" not in told.output
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_journal_that_was_thrown_away_is_not_taken_for_absent(run: Run, filled: Areas) -> None:
    with filled.intake.begin() as connection:
        intake.journal.drop(connection)
    told = run("verify")
    assert told.exit_code == 1
    assert "Alles is nog" not in told.output


def test_nothing_published_yet_is_well(run: Run) -> None:
    told = run("verify", "--lang", "en")
    assert (told.exit_code, "Publications: 0 links" in told.output) == (0, True)
