from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, Executable, delete, insert, update
from sqlalchemy.exc import DBAPIError

from dashboard.clock import this_moment
from tests.warehouse.accounts.known import NOW, TODAY, writing
from tests.warehouse.tampering import past_the_guards
from warehouse import chain
from warehouse.accounts import audit, downloads
from warehouse.accounts.audit import CONTENT, TABLE, Entry, Event, Wanted
from warehouse.accounts.proof import check


def _write_some(accounts: Engine) -> None:
    for minute, event in enumerate((Event.SIGNED_IN, Event.RIGHTS, Event.SIGNED_OUT)):
        with writing(accounts) as connection:
            at = NOW + timedelta(minutes=minute)
            audit.write(connection, event, "anna", by="chief", at=at, ends_on=TODAY, role="regio")


def test_entries_tell_what_was_done_the_newest_first(accounts: Engine) -> None:
    _write_some(accounts)
    with accounts.connect() as connection:
        found = audit.entries(connection, most=2)
        assert [one.event for one in found] == [Event.SIGNED_OUT, Event.RIGHTS]
        told = {"ends_on": "2026-11-18", "role": "regio"}
        assert found[1] == Entry(2, NOW + timedelta(minutes=1), "chief", Event.RIGHTS, "anna", told)
        assert len(audit.entries(connection, wanted=Wanted(since=NOW + timedelta(minutes=2)))) == 1
        assert audit.count(connection, Wanted(who="ANN")) == audit.count(connection, Wanted(by="chief")) == 3
        checked = check(connection, at=NOW)
    assert checked.broken == ()
    assert len(checked.hashes) == 3
    assert checked.head != chain.START


@pytest.mark.parametrize(
    "statement",
    [
        update(TABLE).values(event_code="gedownload"),
        delete(TABLE),
        update(CONTENT).values(subject="x"),
        delete(CONTENT),
        insert(CONTENT).values(number=1, salt="", written_by="x", subject="x"),
    ],
)
def test_the_database_changes_nothing_of_the_log(accounts: Engine, statement: Executable) -> None:
    _write_some(accounts)
    with pytest.raises(DBAPIError, match="only"), writing(accounts) as connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        (update(TABLE).where(TABLE.c.number == 2).values(event_code="gedownload"), (2, "changed")),
        (update(CONTENT).where(CONTENT.c.number == 2).values(written_by="nobody"), (2, "content")),
        (delete(CONTENT).where(CONTENT.c.number == 2), (2, "erased")),
    ],
)
def test_who_changes_it_all_the_same_does_not_stay_unseen(
    accounts: Engine, statement: Executable, broken: tuple[int, str]
) -> None:
    _write_some(accounts)
    with past_the_guards(accounts) as connection:
        connection.execute(statement)
        found = check(connection, at=NOW).broken
    assert (found[0].number, found[0].what) == broken


def _taken(accounts: Engine, at: datetime, card: str = "kaart") -> None:
    with writing(accounts) as connection:
        downloads.note(connection, "/regio/AM05", by="anna", at=at, card=card)


def test_of_a_download_that_is_past_its_term_only_that_it_was_there_is_kept(accounts: Engine) -> None:
    """By the clock of the database, which looks at it too."""
    now = this_moment()
    year_ago, today = now - timedelta(days=366), now.date()
    _taken(accounts, year_ago)
    _write_some(accounts)
    _taken(accounts, now - timedelta(days=363))
    with writing(accounts) as connection:
        assert downloads.past_term(connection, today) == downloads.erase(connection, today) == 1
        assert downloads.past_term(connection, today) == 0
    with accounts.connect() as connection:
        oldest = audit.entries(connection)[-1]
        assert oldest == Entry(1, year_ago, "", Event.DOWNLOADED, "", is_erased=True)
        assert check(connection, at=now).broken == ()
        early = check(connection, at=now - timedelta(days=9)).broken
    assert [(one.number, one.what) for one in early] == [(1, "erased")]
    with pytest.raises(DBAPIError, match="only loses"), writing(accounts) as connection:
        connection.execute(delete(CONTENT).where(CONTENT.c.number == 5))


def test_the_same_within_a_minute_is_one_note_and_an_hour_holds_only_so_many(
    accounts: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "MOST_AN_HOUR", 3)
    for second in (0, 20, 59):
        _taken(accounts, NOW + timedelta(seconds=second))
    for card in ("a", "b", "c", "d"):
        _taken(accounts, NOW + timedelta(minutes=2), card)
    _taken(accounts, NOW + timedelta(hours=1))
    with accounts.connect() as connection:
        found = [entry.details for entry in reversed(audit.entries(connection))]
    assert found == [{"card": "kaart"}, {"card": "a"}, {"card": "b"}, {"more_than": 3}, {"card": "kaart"}]
