"""The desk: what it does stands in the log with it, or neither is there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine

from tests.warehouse.accounts.known import NOW, REGIONS, TODAY, add, writing
from warehouse.accounts import audit, guests, people, sessions
from warehouse.accounts.audit import Event
from warehouse.accounts.desk import Desk
from warehouse.accounts.people import Rights
from warehouse.accounts.proof import check
from warehouse.accounts.review import guests_of, last_seen, with_rights
from warehouse.accounts.sessions import Visitor
from warehouse.refused import RefusedError


def _desk(connection: Connection) -> Desk:
    return Desk(connection, "chief", NOW, REGIONS)


def _events(accounts: Engine) -> list[Event]:
    with accounts.connect() as connection:
        return [entry.event for entry in reversed(audit.entries(connection))]


def test_each_act_has_its_entry(accounts: Engine) -> None:
    with writing(accounts) as connection:
        person, _token = _desk(connection).add("anna", "Anna", Rights("lezer"))
        changed = _desk(connection).change(person, Rights("regio", frozenset({"AM05"})))
        _desk(connection).end(changed)
        guest, _link = _desk(connection).make_guest("Raad", "AM05", 2, NOW + timedelta(hours=1))
        _desk(connection).revoke(guest)
    done = [Event.ADDED, Event.INVITED, Event.RIGHTS, Event.ENDED, Event.GUEST_MADE, Event.GUEST_REVOKED]
    assert _events(accounts) == done
    with accounts.connect() as connection:
        assert not check(connection, at=NOW).broken


def test_what_is_refused_leaves_nothing(accounts: Engine) -> None:
    with pytest.raises(RefusedError), writing(accounts) as connection:
        _desk(connection).add("anna", "Anna", Rights("regio"))
    with accounts.connect() as connection:
        assert (people.everyone(connection), audit.entries(connection)) == ([], [])


def test_an_administrator_looks_as_whoever_still_has_rights(accounts: Engine) -> None:
    with writing(accounts) as connection:
        chief, seen = add(connection, "chief", "beheer"), add(connection, "seen", "lezer")
        token = sessions.begin(connection, Visitor(chief), at=NOW)
        _desk(connection).look_as(token, seen)
        with pytest.raises(RefusedError):
            _desk(connection).look_as(token, chief)
        looking = sessions.visitor_of(connection, token, at=NOW)
        people.end(connection, seen, last_day=TODAY - timedelta(days=1), today=TODAY)
        over = sessions.visitor_of(connection, token, at=NOW)
    assert looking == Visitor(chief, looks_as=seen)
    assert over == Visitor(chief)


def test_the_review_has_who_sees_a_region_and_when_they_were_here(accounts: Engine) -> None:
    with writing(accounts) as connection:
        own, all_ = add(connection, "own", "regio", "AM05"), add(connection, "all", "ministerie")
        add(connection, "other", "bureau", "AM01", "AM23")
        add(connection, "reader")
        gone = add(connection, "gone", "regio", "AM05")
        people.end(connection, gone, last_day=TODAY - timedelta(days=1), today=TODAY)
        for minutes in (5, 9):
            guests.make(connection, "Raad", "AM05", 1, NOW + timedelta(minutes=minutes), by="chief", at=NOW)
        audit.write(connection, Event.SIGNED_IN, "own", by="own", at=NOW)
        sessions.begin(connection, Visitor(all_), at=NOW)
    with accounts.connect() as connection:
        later = NOW + timedelta(minutes=7)
        assert [one.login for one in with_rights(connection, "AM05", at=later)] == ["all", "own"]
        assert len(guests_of(connection, "AM05", at=later)) == 1
        assert guests_of(connection, "AM01", at=later) == []
        assert last_seen(connection) == {own.person_id: NOW, all_.person_id: NOW}
