"""Entries from before contents stood apart, and what is looked at anew."""

from __future__ import annotations

from datetime import timedelta

import pytest
from alembic import command
from sqlalchemy import Engine, update

from dashboard.web.desk.watching import Watch
from tests.areas import engine_on
from tests.warehouse.accounts.known import NOW, writing
from tests.warehouse.tampering import past_the_guards
from warehouse import chain
from warehouse.accounts import audit
from warehouse.accounts.audit import CONTENT, TABLE, Entry, Event
from warehouse.accounts.proof import check
from warehouse.migrate import config_of, migrate_accounts
from warehouse.schema import accounts as area


def _write(accounts: Engine, subject: str = "anna") -> None:
    with writing(accounts) as connection:
        audit.write(connection, Event.RIGHTS, subject, by="chief", at=NOW, role="regio")


@pytest.fixture
def older(accounts: Engine) -> Engine:
    """A log of the tables before, with one entry, brought to the tables of now."""
    with writing(accounts) as connection:
        command.downgrade(config_of(area, connection), "accounts_0001")
        held = {"written_by": "chief", "subject": "anna", "details": '{"role": "lezer"}'}
        entry = chain.linked(chain.START, {"number": 1, "written_at": NOW, "event_code": "gedownload", **held})
        connection.execute(TABLE.insert().values({TABLE.c[name]: value for name, value in entry.items()}))
    migrate_accounts(accounts)
    return accounts


def test_entries_from_before_are_read_and_prove_themselves_as_they_did(older: Engine) -> None:
    _write(older)
    with older.connect() as connection:
        newest, oldest = audit.entries(connection)
        assert oldest == Entry(1, NOW, "chief", Event.DOWNLOADED, "anna", {"role": "lezer"})
        assert newest.details == {"role": "regio"}
        assert check(connection, at=NOW + timedelta(days=999)).broken == ()
    with past_the_guards(older) as connection:
        connection.execute(update(TABLE).where(TABLE.c.number == 1).values(written_by=None))
        assert [(one.number, one.what) for one in check(connection, at=NOW).broken] == [(1, "changed")]


def test_what_came_since_is_looked_at_and_all_of_it_when_that_is_asked(accounts_url: str) -> None:
    watch, later = Watch(), NOW + timedelta(hours=1)
    with engine_on(accounts_url) as accounts:
        for subject in ("anna", "bram"):
            _write(accounts, subject)
        with accounts.connect() as connection:
            first = watch.look(connection, at=NOW)
        _write(accounts, "cora")
        with past_the_guards(accounts) as connection:
            connection.execute(update(CONTENT).where(CONTENT.c.number == 1).values(subject="x"))
            second = watch.look(connection, at=later)
            whole = watch.look(connection, at=later, whole=True)
            connection.execute(update(TABLE).where(TABLE.c.number == 3).values(hash="x"))
            again = watch.look(connection, at=later)
    assert [(one.number, one.whole_at, len(one.broken)) for one in (first, second)] == [(2, NOW, 0), (3, NOW, 0)]
    assert (whole.whole_at, [one.number for one in whole.broken]) == (later, [1])
    assert [one.number for one in again.broken] == [1, 3]
