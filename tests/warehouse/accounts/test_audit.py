from datetime import timedelta

import pytest
from sqlalchemy import Engine, delete, text, update
from sqlalchemy.exc import DBAPIError

from tests.warehouse.accounts.known import NOW, TODAY, writing
from warehouse import chain
from warehouse.accounts import audit
from warehouse.accounts.audit import Entry, Event, Wanted
from warehouse.schema import accounts as tables

TRIGGERS = {"sqlite": ("DROP TRIGGER audit_update",), "postgresql": ("ALTER TABLE accounts.audit DISABLE TRIGGER ALL",)}


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
        checked = audit.check(connection)
    assert checked.broken == ()
    assert len(checked.hashes) == 3
    assert checked.head != chain.START


@pytest.mark.parametrize("statement", [update(tables.audit).values(subject="x"), delete(tables.audit)])
def test_the_database_changes_nothing_of_the_log(accounts: Engine, statement: object) -> None:
    _write_some(accounts)
    with pytest.raises(DBAPIError, match="only grows"), writing(accounts) as connection:
        connection.execute(statement)  # type: ignore[call-overload]


def test_who_changes_it_all_the_same_does_not_stay_unseen(accounts: Engine) -> None:
    _write_some(accounts)
    with writing(accounts) as connection:
        for statement in TRIGGERS[accounts.dialect.name]:
            connection.execute(text(statement))
        connection.execute(update(tables.audit).where(tables.audit.c.number == 2).values(written_by="nobody"))
        broken = audit.check(connection).broken
    assert [(one.number, one.what) for one in broken] == [(2, "changed")]
