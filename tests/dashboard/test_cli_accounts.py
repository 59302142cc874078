"""`trajectmonitor user`, and what other commands write in the log of what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from dashboard.clock import this_moment
from tests.areas import engine_on
from tests.commands import MOMENT, Run
from warehouse.accounts import audit, guests, invitations, people, sessions
from warehouse.accounts.audit import Entry, Event
from warehouse.accounts.people import Rights
from warehouse.accounts.proof import check
from warehouse.accounts.sessions import Visitor

ANNA = "anna@twente.nl"
ADDED = ("user", "add", ANNA, "--name", "Anna de Vries", "--role", "regio", "--region", "Twente")


Ask = Callable[..., Any]


@pytest.fixture
def accounts(accounts_url: str) -> Iterator[Ask]:
    """Each question in a transaction of its own, so that no command waits for it."""

    def ask(function: Callable[..., Any], *words: object, **named: object) -> Any:
        with engine.execution_options(writing=True).begin() as connection:
            return function(connection, *words, **named)

    with engine_on(accounts_url) as engine:
        yield ask


def written(accounts: Ask) -> list[tuple[Event, str, str]]:
    found: list[Entry] = accounts(audit.entries)
    return [(one.event, one.subject, one.written_by) for one in reversed(found)]


def test_who_is_added_is_invited_and_both_stand_in_the_log(run: Run, accounts: Ask) -> None:
    told = run(*ADDED, "--until", "2026-12-31", "--by", "functioneel beheer", "--address", "https://monitor.nl/")
    assert told.exit_code == 0, told.output
    assert "anna@twente.nl is toegevoegd: regio (AM05), tot en met 31-12-2026." in told.output
    link = told.output.splitlines()[-1]
    assert link.startswith("https://monitor.nl/uitnodiging/")
    invited = accounts(invitations.invited, link.rpartition("/")[2], at=MOMENT)
    assert invited
    assert invited.rights == Rights("regio", frozenset({"AM05"}), date(2026, 12, 31))
    by = "functioneel beheer"
    assert written(accounts) == [(Event.ADDED, ANNA, by), (Event.INVITED, ANNA, by)]


@pytest.mark.parametrize(
    ("words", "said", "status"),
    [
        (("--role", "regio"), "Kies ten minste een regio", 1),
        (("--role", "lezer", "--region", "AM05"), "hebben eigen regio's", 1),
        (("--role", "regio", "--region", "Zuid-Holland"), "'Zuid-Holland' is geen arbeidsmarktregio", 1),
        (("--role", "lezer", "--until", "2026-11-01"), "einddatum is al voorbij", 1),
        (("--role", "lezer", "--until", "31-12-2026"), "%Y-%m-%d", 2),
        (("--role", "baas"), "'beheer'", 2),
        (("--role", "lezer", "--address", "monitor.nl"), "https://", 2),
    ],
)
def test_what_is_not_right_is_told_and_nothing_is_done(
    run: Run, accounts: Ask, words: tuple[str, ...], said: str, status: int
) -> None:
    told = run("user", "add", ANNA, "--name", "Anna", *words)
    assert (told.exit_code, said in told.output) == (status, True), told.output
    assert (accounts(people.everyone), written(accounts)) == ([], [])


def test_what_is_not_named_stays_when_rights_change(run: Run, accounts: Ask) -> None:
    run(*ADDED, "--until", "2026-12-31")
    told = run("user", "rights", ANNA, "--role", "bureau", "--region", "AM05", "--region", "zeeland", "--lang", "en")
    assert "anna@twente.nl has these rights now: bureau (AM05,AM" in told.output, told.output
    assert "up to and including 31-12-2026." in told.output
    assert "lezer, zonder einddatum" in run("user", "rights", ANNA, "--role", "lezer", "--until", "nooit").output
    assert run("user", "rights", "niemand").exit_code == 1
    before, after = accounts(audit.entries)[0].details["before"], accounts(audit.entries)[0].details["after"]
    assert (before["role"], after) == ("bureau", {"role": "lezer", "regions": [], "ends_on": None})


def test_who_ends_now_is_signed_out_and_holds_no_invitation(run: Run, accounts: Ask) -> None:
    link = run(*ADDED).output.splitlines()[-1]
    token = accounts(sessions.begin, Visitor(accounts(people.by_login, ANNA)), at=MOMENT)
    assert "eindigen na 12-11-2026" in run("user", "end", ANNA, "--on", "2026-11-12").output
    assert accounts(sessions.visitor_of, token, at=MOMENT)
    assert run("user", "end", ANNA).exit_code == 0
    assert accounts(sessions.visitor_of, token, at=MOMENT - timedelta(days=1)) is None
    assert accounts(invitations.invited, link.rpartition("/")[2], at=MOMENT - timedelta(days=1)) is None
    refused = run("user", "invite", ANNA)
    assert (refused.exit_code, "zijn voorbij" in refused.output) == (1, True)
    assert [event for event, *_ in written(accounts)] == [Event.ADDED, Event.INVITED, Event.ENDED, Event.ENDED]


def test_who_is_bound_to_a_provider_is_unbound(run: Run, accounts: Ask) -> None:
    run(*ADDED)
    assert run("user", "unbind", ANNA).exit_code == 1
    accounts(people.bind, accounts(people.by_login, ANNA), "https://provider 1")
    assert f"{ANNA} is losgemaakt" in run("user", "unbind", ANNA, "--by", "functioneel beheer").output
    assert accounts(people.by_identity, "https://provider 1") is None
    assert written(accounts)[-1] == (Event.UNBOUND, ANNA, "functioneel beheer")


def test_an_invitation_takes_the_place_of_the_one_before(run: Run, accounts: Ask) -> None:
    first, second = (run(*words).output.splitlines()[-1] for words in (ADDED, ("user", "invite", ANNA)))
    assert accounts(invitations.invited, first.rpartition("/")[2], at=MOMENT) is None
    assert accounts(invitations.invited, second.rpartition("/")[2], at=MOMENT)
    assert second.startswith("http://127.0.0.1:8050/uitnodiging/")


def test_the_list_of_a_region_has_who_sees_its_rows(run: Run, accounts: Ask) -> None:
    run(*ADDED)
    run("user", "add", "min@szw.nl", "--name", "Mo", "--role", "ministerie")
    run("user", "add", "zeeland@zeeland.nl", "--name", "Zoë", "--role", "regio", "--region", "Zeeland")
    run("user", "add", "weg@twente.nl", "--name", "Weg", "--role", "regio", "--region", "AM05")
    run("user", "end", "weg@twente.nl")
    accounts(guests.make, "Stuurgroep", "AM05", 1, MOMENT + timedelta(days=2), by="b", at=MOMENT)
    everyone, twente = run("user", "list"), run("user", "list", "--review", "Twente")
    assert [line.split(";")[0] for line in twente.output.splitlines()] == ["inlognaam", ANNA, "min@szw.nl", "(gast)"]
    assert "weg@twente.nl;Weg;regio;AM05;11-11-2026;;" in everyone.output
    assert run("user", "list", "--review", "Atlantis").exit_code == 1


def test_approving_and_publishing_stand_in_the_log(run: Run, good: Path, accounts: Ask) -> None:
    run("deliver", good)
    for words in (
        ("approve", 1, "--through", "ministerie"),
        ("approve", 1),
        ("publish", "--yes"),
        ("publish", "--yes"),
    ):
        assert run(*words, "--by", "programmamanager").exit_code == 0
    expected = [
        (Event.APPROVED, "levering 1", "programmamanager"),
        (Event.PUBLISHED, "publicatie 1", "programmamanager"),
    ]
    assert written(accounts) == expected
    assert not accounts(check, at=this_moment()).broken


@pytest.mark.parametrize("words", [("approve", 1, "--through", "ministerie"), ("publish", "--yes"), ("user", "list")])
def test_what_cannot_be_written_down_is_not_done(
    run: Run, good: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[object, ...]
) -> None:
    run("deliver", good)
    url = f"sqlite:///{tmp_path}/none/accounts.db"
    monkeypatch.setenv("TRAJECTMONITOR_ACCOUNTS_URL", url)
    told = run(*words)
    assert told.exit_code == 1
    assert "database van personen is er nog niet" in told.output
    assert not (tmp_path / "none").exists()
    assert run("migrate").exit_code == 0
    assert run("approve", 1, "--through", "ministerie").output.startswith(
        "Levering 1 is goedgekeurd door: pilot, regio"
    )


def test_a_log_that_fails_after_the_act_says_that_it_was_done(
    run: Run, good: Path, monkeypatch: pytest.MonkeyPatch, accounts_url: str
) -> None:
    from dashboard.cli import noting

    run("deliver", good)
    kept = noting.log_of

    def gone_after_the_look(given: object) -> object:
        note = kept(given)  # type: ignore[arg-type]
        Path(accounts_url.removeprefix("sqlite:///")).unlink()
        return note

    monkeypatch.setattr("dashboard.cli.deliveries.log_of", gone_after_the_look)
    told = run("approve", 1, "--through", "ministerie")
    assert (told.exit_code, "Gedaan (levering 1), maar niet in het logboek gezet" in told.output) == (1, True)
