"""The link with which a password is chosen, once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dashboard.clock import this_moment
from tests.dashboard.web.door import PASSWORD, Door, door
from tests.warehouse.accounts.known import writing
from warehouse.accounts import invitations, people
from warehouse.accounts.people import Person

__all__ = ["door"]


def invited(door: Door, person: Person) -> str:
    with writing(door.accounts) as connection:
        return f"/uitnodiging/{invitations.invite(connection, person, at=this_moment())}"


def test_a_link_leads_to_a_password_once_and_signs_in(door: Door) -> None:
    link = invited(door, door.person("nieuw@x.example", password=None))
    browser = door.browser()
    assert "Jan de Wit" in browser.get(link).get_data(as_text=True)
    answer = browser.post(link, {"wachtwoord": PASSWORD, "nogmaals": PASSWORD}, on=link)
    assert (answer.status_code, answer.location) == (303, "/")
    assert browser.is_in()
    assert [event for event, _ in door.noted()[:2]] == ["ingelogd", "wachtwoord"]
    assert door.browser().sign_in("nieuw@x.example").status_code == 303
    again = door.browser()
    assert again.get(link).status_code == 404
    assert again.post(link, {"wachtwoord": PASSWORD, "nogmaals": PASSWORD}).status_code == 404
    assert not again.is_in()


def test_another_password_ends_every_other_session(door: Door) -> None:
    person = door.person("vergeten@x.example")
    elsewhere, browser = door.browser(), door.browser()
    elsewhere.sign_in("vergeten@x.example")
    link = invited(door, person)
    browser.post(link, {"wachtwoord": f"{PASSWORD} 2", "nogmaals": f"{PASSWORD} 2"}, on=link)
    assert (browser.is_in(), elsewhere.is_in()) == (True, False)
    assert door.browser().sign_in("vergeten@x.example").status_code == 400


@pytest.mark.parametrize(
    ("password", "again", "told"),
    [
        ("te kort", "te kort", "12 tot 200 tekens"),
        ("x" * 201, "x" * 201, "12 tot 200 tekens"),
        ("abcabcabcabc", "abcabcabcabc", "herhaling"),
        ("regels zijn regels", "regels zijn regels", "inlognaam"),
        (PASSWORD, PASSWORD + "x", "niet gelijk"),
        ("", "", "12 tot 200 tekens"),
    ],
)
def test_a_password_that_will_not_do_is_told_and_the_link_still_holds(
    door: Door, password: str, again: str, told: str
) -> None:
    person = door.person(f"regels@{abs(hash(password + again))}.example", password=None)
    link, browser = invited(door, person), door.browser()
    answer = browser.post(link, {"wachtwoord": password, "nogmaals": again}, on=link)
    page = answer.get_data(as_text=True)
    assert (answer.status_code, told in page, 'role="alert"' in page) == (400, True, True)
    assert not browser.is_in()
    assert browser.get(link).status_code == 200


def test_a_link_that_is_over_or_of_somebody_who_left_opens_nothing(door: Door) -> None:
    person, now = door.person("weg@x.example", password=None), this_moment()
    with writing(door.accounts) as connection:
        old = invitations.invite(connection, person, at=now - invitations.HOLDS_FOR)
    assert door.browser().get(f"/uitnodiging/{old}").status_code == 404
    link = invited(door, person)
    with writing(door.accounts) as connection:
        people.end(connection, person, last_day=now.date() - timedelta(days=1), today=now.date())
    assert door.browser().get(link).status_code == 404
    assert door.browser().get("/uitnodiging/zomaar").status_code == 404


def test_an_invented_person_gets_no_password_outside_a_demonstration(door: Door) -> None:
    with writing(door.accounts) as connection:
        rights = people.Rights("ministerie")
        person = people.add(
            connection, "x@demonstratie.example", "X", rights, at=this_moment(), region_codes=(), demonstration=True
        )
    assert door.browser().get(invited(door, replace(person))).status_code == 404
