from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, delete

from tests.warehouse.accounts.known import NOW, REGIONS, TODAY, add, writing
from warehouse.accounts import invitations, people
from warehouse.accounts.people import Rights
from warehouse.demo.persons import let_in
from warehouse.refused import RefusedError

YESTERDAY = TODAY - timedelta(days=1)


def test_a_person_is_found_by_login_in_any_letters_with_the_rights_that_were_given(accounts: Engine) -> None:
    with writing(accounts) as connection:
        made = add(connection, "Anna@Twente.nl", "bureau", "AM23", "AM05")
        bound = people.bind(connection, made, "https://provider sub-1")
    with accounts.connect() as connection:
        assert people.by_login(connection, " ANNA@twente.nl ") == bound
        assert people.by_identity(connection, "https://provider sub-1") == bound
        assert people.by_id(connection, made.person_id + 1) is None
        assert bound.rights == Rights("bureau", frozenset({"AM05", "AM23"}))


def test_nobody_is_invented_among_real_people(accounts: Engine) -> None:
    """One of the invented ones is an administrator, whom anyone at that machine can be."""
    with writing(accounts) as connection:
        assert len(let_in(connection, at=NOW)) == 5
        add(connection, "anna")
        assert len(let_in(connection, at=NOW)) == 5
        connection.execute(delete(people.TABLE).where(people.TABLE.c.demonstration))
        with pytest.raises(RefusedError, match="TRAJECTMONITOR_ACCOUNTS_URL"):
            let_in(connection, at=NOW)


def test_rights_replace_what_was_given_before(accounts: Engine) -> None:
    with writing(accounts) as connection:
        person = add(connection, "a", "bureau", "AM23", "AM05")
        rights = Rights("regio", frozenset({"AM01"}), TODAY)
        people.change_rights(connection, person, rights, today=TODAY, region_codes=REGIONS)
        (found,) = people.everyone(connection)
    assert found.rights == rights
    assert found.rights.hold_on(TODAY)
    assert not found.rights.hold_on(TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("login", "rights", "said"),
    [
        ("", Rights("lezer"), "inlognaam"),
        ("a b", Rights("lezer"), "inlognaam"),
        ("a\x1b[2Jb", Rights("lezer"), "inlognaam"),
        ("x" * 201, Rights("lezer"), "inlognaam"),
        ("there", Rights("lezer"), "heeft al een account"),
        ("new", Rights("baas"), "De rol"),
        ("new", Rights("regio"), "ten minste een"),
        ("new", Rights("lezer", frozenset({"AM05"})), "Alleen de rollen"),
        ("new", Rights("regio", frozenset({"AM99"})), "AM99"),
        ("new", Rights("lezer", ends_on=YESTERDAY), "einddatum"),
    ],
)
def test_what_is_not_right_is_refused_in_both_languages(
    accounts: Engine, login: str, rights: Rights, said: str
) -> None:
    with writing(accounts) as connection:
        add(connection, "there")
        with pytest.raises(RefusedError, match=said) as refused:
            people.add(connection, login, "Naam", rights, at=NOW, region_codes=REGIONS)
        assert refused.value.message("en") != refused.value.message("nl")
        assert [one.login for one in people.everyone(connection)] == ["there"]


def test_the_last_administrator_stays(accounts: Engine) -> None:
    with writing(accounts) as connection:
        one, gone = add(connection, "one", "beheer"), add(connection, "gone", "beheer")
        people.end(connection, gone, last_day=YESTERDAY, today=TODAY)
        for last_day in (YESTERDAY, TODAY, TODAY + timedelta(days=9), date.max):
            with pytest.raises(RefusedError, match="enige beheerder"):
                people.end(connection, one, last_day=last_day, today=TODAY)
        with pytest.raises(RefusedError, match="enige beheerder"):
            people.change_rights(connection, one, Rights("beheer", ends_on=TODAY), today=TODAY, region_codes=REGIONS)
        with pytest.raises(RefusedError, match="enige beheerder"):
            people.change_rights(connection, one, Rights("lezer"), today=TODAY, region_codes=REGIONS)
        add(connection, "other", "beheer")
        assert people.end(connection, one, last_day=YESTERDAY, today=TODAY).rights.ends_on == YESTERDAY


def test_an_invitation_holds_a_week_for_who_has_rights_and_until_the_next_one(accounts: Engine) -> None:
    with writing(accounts) as connection:
        person = add(connection, "a", ends_on=TODAY + timedelta(days=2))
        first, token = (invitations.invite(connection, person, at=NOW) for _ in range(2))
        assert invitations.invited(connection, first, at=NOW) is None
        assert invitations.invited(connection, token, at=NOW) == person
        assert invitations.invited(connection, token, at=NOW + timedelta(days=3)) is None
        people.change_rights(connection, person, Rights("lezer"), today=TODAY, region_codes=REGIONS)
        assert invitations.invited(connection, token, at=NOW + timedelta(days=6))
        assert invitations.invited(connection, token, at=NOW + timedelta(days=7)) is None
        invitations.take_back(connection, person)
        assert invitations.invited(connection, token, at=NOW) is None
