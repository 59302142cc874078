"""`trajectmonitor inbox`: what waits is taken in, and of each file is told what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.i18n import LANGUAGES, set_language
from tests.areas import Areas
from tests.warehouse.intake import region
from tests.warehouse.intake.test_inbox import NUMBER_OF_A_PERSON, sent, speaks_of_a_person, with_a_person
from warehouse.intake.inbox import waiting
from warehouse.intake.screening import Screening, screen

TakeIn = Callable[..., Result]


@pytest.fixture
def take_in(areas: Areas, monkeypatch: pytest.MonkeyPatch) -> Iterator[TakeIn]:
    url = areas.intake.url.render_as_string(hide_password=False)
    monkeypatch.setenv("TRAJECTMONITOR_INTAKE_URL", url)
    monkeypatch.setattr("dashboard.cli.inbox.this_moment", lambda: datetime(2026, 11, 12, 10))  # noqa: DTZ001
    yield lambda *words: CliRunner().invoke(main, ["inbox", *words])
    set_language(LANGUAGES[0])


def _numbers(engine: Engine) -> list[str]:
    with engine.begin() as connection:
        return waiting(connection)


def test_an_empty_inbox_is_told(take_in: TakeIn) -> None:
    told = take_in()
    assert (told.exit_code, told.output) == (0, "Er wacht niets in het postvak.\n")


def test_a_good_file_is_told_as_when_it_is_delivered(take_in: TakeIn, areas: Areas) -> None:
    sent(areas.intake, region.content())
    told = take_in()
    assert told.exit_code == 0
    assert told.output.splitlines()[0] == "AM05.xlsx, gestuurd op 11-11-2026 door projectleider:"
    assert "AM05.xlsx: in orde." in told.output
    assert "Aangenomen als levering 1 (regio AM05, peildatum 1-11-2026, versie 1)." in told.output
    assert "Er wacht niets" in take_in().output


def test_a_file_that_fails_is_told_and_no_other_waits_for_it(take_in: TakeIn, areas: Areas) -> None:
    sent(areas.intake, region.edited(with_a_person), file_name="personen.xlsx")
    sent(areas.intake, region.content(speaks_of_a_person), file_name="tekst.xlsx", later=1)
    sent(areas.intake, region.content(), later=2)
    told = take_in("--lang", "en")
    assert told.exit_code == 1
    assert "personen.xlsx: this file cannot be accepted as it is" in told.output
    assert "confirm that nobody is, and to send tekst.xlsx again" in told.output
    assert "Accepted as delivery 1 " in told.output
    for secret in (NUMBER_OF_A_PERSON, "Kevin"):
        assert secret not in told.output
    assert _numbers(areas.intake) == []


def test_a_file_on_which_the_program_breaks_waits_and_no_other_waits_for_it(
    take_in: TakeIn, areas: Areas, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = sent(areas.intake, b"breaks")
    sent(areas.intake, region.content(), later=1)

    def breaking(content: bytes, file_name: str, **more: Any) -> Screening:
        if content == b"breaks":
            raise ZeroDivisionError
        return screen(content, file_name, **more)

    monkeypatch.setattr("warehouse.intake.arrival.screen", breaking)
    told = take_in()
    assert isinstance(told.exception, ZeroDivisionError)
    assert "Aangenomen als levering 1 " in told.output
    assert _numbers(areas.intake) == [number]


def test_a_database_that_is_away_is_told(take_in: TakeIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTMONITOR_INTAKE_URL", "sqlite:////dev/null/none.db")
    told = take_in()
    assert (told.exit_code, "trajectmonitor migrate" in told.output) == (1, True)
