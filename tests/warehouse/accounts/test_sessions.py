from datetime import timedelta

from sqlalchemy import Engine, func, select

from tests.warehouse.accounts.known import NOW, TODAY, add, writing
from warehouse.accounts import guests, people, sessions
from warehouse.accounts.sessions import IDLE, LONGEST, Visitor
from warehouse.schema import accounts as tables

MINUTE = timedelta(minutes=1)


def test_a_session_ends_when_nothing_was_asked_for_a_while(accounts: Engine) -> None:
    with writing(accounts) as connection:
        person = add(connection, "a")
        token = sessions.begin(connection, Visitor(person), at=NOW)
        assert sessions.visitor_of(connection, token, at=NOW + IDLE - MINUTE) == Visitor(person)
        assert sessions.visitor_of(connection, token, at=NOW + IDLE) is None
        sessions.used(connection, token, at=NOW + IDLE - MINUTE)
        assert sessions.visitor_of(connection, token, at=NOW + IDLE) == Visitor(person)


def test_a_session_ends_after_half_a_day_however_busy(accounts: Engine) -> None:
    with writing(accounts) as connection:
        token = sessions.begin(connection, Visitor(add(connection, "a")), at=NOW)
        for at in (NOW + LONGEST - MINUTE, NOW + LONGEST):
            sessions.used(connection, token, at=at)
            assert (sessions.visitor_of(connection, token, at=at) is None) == (at == NOW + LONGEST)


def test_that_a_session_is_used_is_written_once_a_minute(accounts: Engine) -> None:
    with writing(accounts) as connection:
        token = sessions.begin(connection, Visitor(add(connection, "a")), at=NOW)
        visitor = sessions.visitor_of(connection, token, at=NOW + MINUTE)
        assert visitor
        assert not sessions.is_due(visitor, at=NOW + MINUTE / 2)
        assert sessions.is_due(visitor, at=NOW + MINUTE)


def test_rights_that_end_or_change_end_or_change_what_a_session_opens(accounts: Engine) -> None:
    with writing(accounts) as connection:
        person = add(connection, "a", "regio", "AM05")
        token = sessions.begin(connection, Visitor(person), at=NOW)
        people.end(connection, person, last_day=TODAY - timedelta(days=1), today=TODAY)
        assert sessions.visitor_of(connection, token, at=NOW) is None
        people.end(connection, person, last_day=TODAY, today=TODAY)
        assert sessions.visitor_of(connection, token, at=NOW) is not None


def test_sessions_can_be_ended_one_by_one_and_all_of_one_person(accounts: Engine) -> None:
    with writing(accounts) as connection:
        person, other = add(connection, "a"), add(connection, "b")
        first, second, third = (sessions.begin(connection, Visitor(one), at=NOW) for one in (person, person, other))
        sessions.end(connection, first)
        assert sessions.visitor_of(connection, first, at=NOW) is None
        assert sessions.visitor_of(connection, second, at=NOW)
        sessions.end_all(connection, person)
        assert sessions.visitor_of(connection, second, at=NOW) is None
        assert sessions.visitor_of(connection, third, at=NOW)


def test_who_begins_clears_what_is_over_and_no_token_is_kept(accounts: Engine) -> None:
    with writing(accounts) as connection:
        person = add(connection, "a")
        sessions.begin(connection, Visitor(person), at=NOW)
        token = sessions.begin(connection, Visitor(person), at=NOW + LONGEST)
        assert connection.scalar(select(func.count()).select_from(tables.session)) == 1
        assert connection.scalar(select(tables.session.c.token_hash)) != token


def test_an_administrator_looks_as_somebody_else_and_back(accounts: Engine) -> None:
    with writing(accounts) as connection:
        chief, person = add(connection, "chief", "beheer"), add(connection, "a", "regio", "AM05")
        token = sessions.begin(connection, Visitor(chief), at=NOW)
        for seen in (person, None):
            sessions.look_as(connection, token, seen)
            assert sessions.visitor_of(connection, token, at=NOW) == Visitor(chief, looks_as=seen)


def test_a_guest_is_in_until_the_end_or_until_the_link_is_taken_back(accounts: Engine) -> None:
    with writing(accounts) as connection:
        ends_at = NOW + timedelta(hours=1)
        guest, link = guests.make(connection, "Overleg 20 nov.", "AM05", 4, ends_at, by="chief", at=NOW)
        assert guests.by_token(connection, link) == guest
        assert guests.by_token(connection, link + "x") is None
        token = sessions.begin(connection, Visitor(guest=guest), at=NOW)
        assert sessions.visitor_of(connection, token, at=NOW) == Visitor(guest=guest)
        assert sessions.visitor_of(connection, token, at=ends_at) is None
        guests.revoke(connection, guest, at=NOW + MINUTE)
        assert sessions.visitor_of(connection, token, at=NOW + MINUTE) is None
        assert [one.revoked_at for one in guests.everyone(connection)] == [NOW + MINUTE]
