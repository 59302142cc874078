"""`trajectmonitor expire`, and the worker that does the same once a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine, func, select

from dashboard.cli import main
from dashboard.cli.frame import TroubleError
from dashboard.cli.rounds import every
from dashboard.clock import this_moment
from dashboard.i18n import LANGUAGES, set_language
from tests.areas import Areas, engine_on
from tests.wall import Doors
from tests.warehouse.intake.test_inbox import sent
from tests.warehouse.intake.test_retention import after, corrected, deliver
from warehouse.accounts import audit, downloads
from warehouse.schema import intake

Expire = Callable[..., Result]
LATE = datetime.combine(after("replaced", days=1), datetime.min.time()).replace(hour=4)


@pytest.fixture
def expire(areas: Areas, monkeypatch: pytest.MonkeyPatch) -> Iterator[Expire]:
    url = areas.intake.url.render_as_string(hide_password=False)
    monkeypatch.setenv("TRAJECTMONITOR_INTAKE_URL", url)
    monkeypatch.setenv("TRAJECTMONITOR_ACCOUNTS_URL", areas.accounts_url)
    monkeypatch.setattr("dashboard.cli.expiring.this_moment", lambda: LATE)
    yield lambda *words, **options: CliRunner().invoke(main, ["expire", *words], **options)
    set_language(LANGUAGES[0])


@pytest.fixture
def full(areas: Areas) -> Areas:
    deliver(areas.intake, through="ministerie")
    deliver(areas.intake, corrected(1), through="ministerie")
    deliver(areas.intake, corrected(2))
    sent(areas.intake, b"wacht")
    return areas


def _left(engine: Engine) -> tuple[int, int]:
    """Deliveries, and files that wait."""
    with engine.connect() as connection:
        deliveries, waiting = (
            connection.scalar(select(func.count()).select_from(table)) or 0 for table in (intake.delivery, intake.inbox)
        )
    return deliveries, waiting


TOLD = [
    "1 werkmap wordt gewist; de aantallen eruit blijven:",
    "  levering 2: AM05, peildatum 1-11-2026, versie 2",
    "1 levering is vervangen door een nieuwere versie en gaat helemaal weg:",
    "  levering 1: AM05, peildatum 1-11-2026, versie 1",
    "1 levering is nooit goedgekeurd en gaat helemaal weg:",
    "  levering 3: AM05, peildatum 1-11-2026, versie 3",
    "1 bestand in het postvak gaat weg zonder te zijn gecontroleerd.",
]


def test_what_goes_is_shown_and_goes_when_that_is_said(full: Areas, expire: Expire) -> None:
    told = expire("--yes")
    assert (told.exit_code, told.output.splitlines()[:-1]) == (0, TOLD)
    assert told.output.splitlines()[-1].startswith("Gewist.")
    assert _left(full.intake) == (1, 0)
    assert expire("--yes").output == "Er is niets waarvan de bewaartermijn voorbij is.\n"


def test_who_took_what_goes_too_after_its_term(areas: Areas, expire: Expire, monkeypatch: pytest.MonkeyPatch) -> None:
    long_ago = this_moment() - timedelta(days=400)
    monkeypatch.setattr("dashboard.cli.expiring.this_moment", this_moment)
    with engine_on(areas.accounts_url) as accounts:
        with accounts.execution_options(writing=True).begin() as connection:
            downloads.note(connection, "/", by="anna", at=long_ago, card="kaart")
        told = expire("--yes")
        assert told.output.splitlines()[0] == (
            "Van 1 download in het logboek wordt gewist wie wat meenam; dat er een was, blijft."
        )
        with accounts.connect() as connection:
            assert audit.entries(connection)[0].is_erased
    assert expire("--yes").output == "Er is niets waarvan de bewaartermijn voorbij is.\n"


@pytest.mark.parametrize(("answer", "left"), [("n", (3, 1)), ("", (3, 1)), ("ja", (1, 0))])
def test_it_asks_first(
    full: Areas, expire: Expire, monkeypatch: pytest.MonkeyPatch, answer: str, left: tuple[int, int]
) -> None:
    monkeypatch.setattr("dashboard.cli.asking.someone_is_there", lambda: True)
    told = expire(input=f"{answer}\n")
    assert told.exit_code == 0
    assert "Dit wissen?" in told.output
    assert _left(full.intake) == left


def test_where_nobody_can_say_yes_nothing_goes(full: Areas, expire: Expire) -> None:
    told = expire("--lang", "en")
    assert (told.exit_code, "--yes" in told.output) == (1, True)
    assert "1 delivery was never approved" in told.output
    assert _left(full.intake) == (3, 1)


def _days(monkeypatch: pytest.MonkeyPatch, *moments: datetime) -> None:
    """Each round of the worker is at the next moment; after the last it is told to stop."""
    left = list(moments)
    monkeypatch.setattr("dashboard.cli.rounds.signal.signal", lambda *_: None)
    monkeypatch.setattr("dashboard.cli.rounds.this_moment", lambda: left[0])

    def pause(_seconds: float) -> None:
        left.pop(0)
        if not left:
            raise SystemExit(0)

    monkeypatch.setattr("dashboard.cli.rounds.sleep", pause)


def test_the_worker_does_it_at_once_and_then_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    moments = [datetime(2026, 11, day, hour) for day, hour in ((20, 9), (20, 21), (21, 0), (21, 9))]  # noqa: DTZ001
    _days(monkeypatch, *moments)
    with pytest.raises(SystemExit):
        every(10, lambda: done.append("round"), daily=lambda: done.append("day"))
    assert done == ["day", "round", "round", "day", "round", "round"]


def test_the_worker_tries_again_on_the_same_day_when_something_was_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    troubles = [TroubleError("vol")]
    _days(monkeypatch, *[LATE] * 3)

    def daily() -> None:
        if troubles:
            raise troubles.pop()
        print("gewist")

    with pytest.raises(SystemExit):
        every(10, lambda: None, daily=daily)
    told = capsys.readouterr()
    assert (told.err.count("vol"), told.out) == (1, "gewist\n")


def _worker(monkeypatch: pytest.MonkeyPatch, intake_url: str, warehouse_url: str, accounts_url: str) -> Result:
    urls = {"INTAKE_URL": intake_url, "WAREHOUSE_URL": warehouse_url, "ACCOUNTS_URL": accounts_url}
    settings: dict[str, Any] = {**urls, "DISCLOSURE_KEY": "5a" * 32}
    for name, value in settings.items():
        monkeypatch.setenv(f"TRAJECTMONITOR_{name}", value)
    monkeypatch.setattr("dashboard.cli.expiring.this_moment", lambda: LATE)
    _days(monkeypatch, LATE)
    return CliRunner().invoke(main, ["publish", "--every", "10"])


def test_the_worker_erases_and_publishes(full: Areas, monkeypatch: pytest.MonkeyPatch) -> None:
    intake_url, warehouse_url = (one.url.render_as_string(hide_password=False) for one in (full.intake, full.warehouse))
    told = _worker(monkeypatch, intake_url, warehouse_url, full.accounts_url)
    assert told.exit_code == 0
    assert told.output.splitlines()[: len(TOLD)] == TOLD
    assert "Publicatie 1 staat" in told.output
    assert _left(full.intake) == (1, 0)


@pytest.mark.postgres
def test_a_worker_that_may_not_erase_says_who_may(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the log the database says itself what may go, so there the worker does it."""
    deliver(doors.owner)
    with doors.owner.begin() as connection:
        downloads.note(connection, "/", by="anna", at=LATE - timedelta(days=9999), card="kaart")
    url = doors.publish.url.render_as_string(hide_password=False)
    told = _worker(monkeypatch, url, url, url)
    assert told.exit_code == 0, told.output
    assert _left(doors.owner) == (1, 0)
    assert "trajectmonitor expire --yes" in told.output
    with doors.owner.connect() as connection:
        assert audit.entries(connection)[-1].is_erased
