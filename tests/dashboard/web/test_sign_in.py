"""Signing in with a password, staying signed in, and what ends that."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from itsdangerous import TimestampSigner
from sqlalchemy import select, update

from dashboard.access import access_of
from dashboard.clock import this_moment
from dashboard.settings import WebSettings
from dashboard.web import frame
from tests.asking import app_of
from tests.dashboard.web.door import COOKIE, PASSWORD, TOKEN, Browser, Door, door, door_of
from tests.dashboard.web.test_own_address import ATTACKS
from tests.signing import SECRET_KEY, signed
from tests.warehouse.accounts.known import writing
from warehouse.accounts import attempts, audit, passwords, people, sessions
from warehouse.accounts.people import Rights
from warehouse.accounts.proof import check
from warehouse.reference import codes_of
from warehouse.schema import accounts as tables

__all__ = ["door"]


def test_who_signs_in_comes_where_they_wanted_to_be(door: Door) -> None:
    door.person("wil@regio.example", "regio", "AM05")
    browser = door.browser()
    refused = browser.get("/regio/AM05?stand=3")
    answer = browser.sign_in(" Wil@Regio.example ", path=refused.location)
    assert (answer.status_code, answer.location) == (303, "/regio/AM05?stand=3")
    page = browser.get("/regio/AM05").get_data(as_text=True)
    assert "Jan de Wit" in page
    assert 'action="/afmelden"' in page
    assert browser.get("/aanmelden").location == "/regio/AM05"
    assert door.noted()[0] == ("ingelogd", "wil@regio.example")


@pytest.mark.parametrize("address", [one for one in ATTACKS if one])
def test_nobody_is_sent_elsewhere_after_signing_in(door: Door, address: str) -> None:
    login = f"{abs(hash(address))}@x.example"
    door.person(login)
    browser = door.browser()
    token = re.search(r'csrf_token" value="([^"]+)', browser.get("/aanmelden").get_data(as_text=True))
    assert token
    answer = browser.client.post(
        "/aanmelden",
        base_url="https://localhost",
        query_string={"terug": address},
        data={"csrf_token": token.group(1), "login": login, "wachtwoord": PASSWORD},
        headers={"Referer": "https://localhost/aanmelden"},
    )
    assert (answer.status_code, answer.location) == (303, "/")


def test_the_cookie_is_for_the_server_alone(door: Door) -> None:
    door.person("koek@x.example")
    answer = door.browser().sign_in("koek@x.example")
    (cookie,) = (one for one in answer.headers.getlist("Set-Cookie") if one.startswith(COOKIE))
    parts = {part.strip() for part in cookie.split(";")[1:]}
    assert parts == {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"}
    assert PASSWORD not in cookie


def test_signing_in_gives_a_new_session_and_ends_the_old_one(door: Door) -> None:
    door.person("nieuw@x.example")
    browser = door.browser()
    browser.sign_in("nieuw@x.example")
    first = browser.cookie
    browser.client.set_cookie("other", "x")
    browser.post("/afmelden", {}, on="/")
    assert not browser.is_in()
    browser.sign_in("nieuw@x.example")
    assert browser.cookie != first
    thief = door.browser()
    thief.client.set_cookie(COOKIE, first, secure=True)
    assert not thief.is_in()


def test_who_signs_out_is_out_on_the_server_too(door: Door) -> None:
    door.person("uit@x.example")
    browser, kept = door.browser(), door.browser()
    browser.sign_in("uit@x.example")
    kept.client.set_cookie(COOKIE, browser.cookie, secure=True)
    assert kept.is_in()
    answer = browser.post("/afmelden", {}, on="/")
    assert (answer.status_code, answer.location) == (303, "/aanmelden?afgemeld=1")
    assert "U bent afgemeld" in browser.get(answer.location).get_data(as_text=True)
    assert (browser.is_in(), kept.is_in()) == (False, False)
    assert door.noted()[0] == ("uitgelogd", "uit@x.example")


def test_a_wrong_password_and_an_unknown_login_are_told_alike(door: Door) -> None:
    door.person("piet@x.example")
    wrong = door.browser().sign_in("piet@x.example", "een ander wachtwoord")
    assert door.noted()[0] == ("geweigerd", "piet@x.example")
    unknown = door.browser().sign_in("niemand@x.example", "een ander wachtwoord")
    assert door.noted()[0] == ("geweigerd", "onbekend")
    told = [
        re.sub(r'(csrf_token" value="[^"]+|\w+@x\.example)', "", one.get_data(as_text=True)) for one in (wrong, unknown)
    ]
    assert (wrong.status_code, unknown.status_code) == (400, 400)
    assert told[0] == told[1]
    assert "horen niet bij elkaar" in told[0]
    with door.accounts.connect() as connection:
        assert "een ander" not in str(connection.execute(select(tables.audit_content)).all())


def test_who_fails_often_waits_and_nobody_learns_whether_the_account_exists(door: Door) -> None:
    door.person("vaak@x.example")
    for login in ("vaak@x.example", "bestaat-niet@x.example"):
        browser = door.browser(f"10.0.0.{len(login)}")
        for _ in range(attempts.MOST_HERE):
            assert browser.sign_in(login, "een ander wachtwoord").status_code == 400
        answer = browser.sign_in(login)
        assert answer.status_code == 429
        assert "Wacht een kwartier" in answer.get_data(as_text=True)
    assert door.browser("10.0.0.250").sign_in("vaak@x.example").status_code == 303


def test_who_must_wait_stands_in_the_log_once(door: Door) -> None:
    door.person("eens@x.example")
    browser, before = door.browser("10.0.1.1"), len(door.noted())
    for _ in range(attempts.MOST_HERE + 3):
        browser.sign_in("eens@x.example", "een ander wachtwoord")
    noted = door.noted()[: len(door.noted()) - before]
    assert noted == [("geblokkeerd", "eens@x.example"), *[("geweigerd", "eens@x.example")] * attempts.MOST_HERE]
    with door.accounts.connect() as connection:
        assert audit.entries(connection, most=1)[0].details == {"why": "login"}


def test_nobody_waits_for_a_password_that_is_looked_at(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """Meanwhile others write; and a password that was chosen meanwhile counts, not the one that was looked at."""
    person, looks = door.person("traag@x.example"), passwords.checked
    anew = passwords.hashed(f"{PASSWORD} 2", person)

    def choose_another(kept: str | None, password: str) -> str | None:
        with writing(door.accounts) as connection:
            passwords.keep(connection, person, anew)
        return looks(kept, password)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(passwords, "checked", choose_another)
        browser = door.browser("10.0.2.1")
        assert (browser.sign_in("traag@x.example").status_code, browser.is_in()) == (400, False)
    assert browser.sign_in("traag@x.example", f"{PASSWORD} 2").status_code == 303


def test_a_session_ends_by_itself(door: Door) -> None:
    door.person("lang@x.example")
    for column, ago in (("seen_at", sessions.IDLE), ("begun_at", sessions.LONGEST)):
        browser = door.browser()
        browser.sign_in("lang@x.example")
        assert browser.is_in()
        with writing(door.accounts) as connection:
            connection.execute(update(tables.session).values({column: this_moment() - ago}))
        assert not browser.is_in()


def test_that_it_is_used_is_written_once_a_minute(door: Door) -> None:
    door.person("minuut@x.example")
    browser = door.browser()
    browser.sign_in("minuut@x.example")
    for ago, is_written in ((sessions.SEEN_EVERY, True), (sessions.SEEN_EVERY / 2, False)):
        then = this_moment() - ago
        with writing(door.accounts) as connection:
            connection.execute(update(tables.session).values(seen_at=then))
        assert browser.is_in()
        with door.accounts.connect() as connection:
            assert (max(connection.scalars(select(tables.session.c.seen_at))) > then) == is_written


def test_rights_that_change_or_end_count_from_the_next_request(door: Door) -> None:
    person, now = door.person("rechten@x.example", "regio", "AM05"), this_moment()
    browser = door.browser()
    browser.sign_in("rechten@x.example")
    with writing(door.accounts) as connection:
        rights = Rights("ministerie")
        people.change_rights(connection, person, rights, today=now.date(), region_codes=codes_of("region"))
    assert "Ministerie" in browser.get("/").get_data(as_text=True)
    with writing(door.accounts) as connection:
        people.end(connection, person, last_day=now.date() - timedelta(days=1), today=now.date())
    assert not browser.is_in()
    answer = browser.sign_in("rechten@x.example")
    assert (answer.status_code, "afgelopen" in answer.get_data(as_text=True)) == (403, True)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda cookie: cookie[:-1] + ("A" if cookie[-1] != "A" else "B"),
        lambda cookie: cookie[: len(cookie) // 2],
        lambda cookie: "." + cookie,
        lambda cookie: "",
        lambda cookie: signed({"_user_id": "x" * 43}),
        lambda cookie: signed({"_user_id": None}),
        lambda cookie: signed({"_user_id": "1", "_fresh": True, "role": "ministerie"}),
    ],
)
def test_a_cookie_that_is_not_ours_opens_nothing(door: Door, spoil: object) -> None:
    login = f"{id(spoil)}@x.example"
    door.person(login)
    browser = door.browser()
    browser.sign_in(login)
    browser.client.set_cookie(COOKIE, spoil(browser.cookie), secure=True)  # type: ignore[operator]
    assert browser.get("/").status_code == 302
    assert browser.client.post("/_dash-update-component", base_url="https://localhost", json={}).status_code == 401


def test_a_cookie_that_is_older_than_any_session_opens_nothing(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the session in the accounts would hold."""
    door.person("oud@x.example")
    for later, is_in in ((sessions.LONGEST.seconds - 60, True), (sessions.LONGEST.seconds + 60, False)):
        browser = door.browser()
        browser.sign_in("oud@x.example")
        with monkeypatch.context() as clock:
            then = TimestampSigner("x").get_timestamp() + later
            clock.setattr(TimestampSigner, "get_timestamp", lambda _signer, then=then: then)
            assert browser.is_in() == is_in


def test_a_cookie_of_an_earlier_key_holds_until_that_key_is_gone(
    door: Door, settings: WebSettings, migrated_accounts: Path, tmp_path: Path
) -> None:
    keys = ("a new key that is long enough to be one", SECRET_KEY)
    for secret_keys, status in ((keys, 200), (keys[:1], 302)):
        folder = tmp_path / str(status)
        folder.mkdir()
        rotated = replace(settings, demonstration=False, secret_keys=secret_keys)
        with door_of(rotated, migrated_accounts, folder) as other:
            person = other.person("sleutel@x.example")
            with writing(other.accounts) as connection:
                token = sessions.begin(connection, sessions.Visitor(person), at=this_moment())
            browser = other.browser()
            browser.client.set_cookie(COOKIE, signed({"_user_id": token}), secure=True)
            assert browser.get("/").status_code == status


def test_forms_need_the_token_of_their_own_session(door: Door) -> None:
    door.person("formulier@x.example")
    browser, other = door.browser(), door.browser()
    token = re.search(r'csrf_token" value="([^"]+)', other.get("/aanmelden").get_data(as_text=True))
    assert token
    before = door.noted()
    for wrong in ("", "x", token.group(1)):
        form = {"login": "formulier@x.example", "wachtwoord": PASSWORD, "csrf_token": wrong}
        answer = browser.post("/aanmelden", form)
        assert answer.status_code == 400
        assert "verlopen" in answer.get_data(as_text=True)
    assert (door.noted(), browser.is_in()) == (before, False)


def test_who_tells_no_referrer_signs_in_too(door: Door) -> None:
    """Some networks take it away; the token and the origin say enough."""
    door.person("stil@x.example")
    browser = door.browser()
    token = TOKEN.search(browser.get("/aanmelden").get_data(as_text=True))
    assert token
    form = {"csrf_token": token[1], "login": "stil@x.example", "wachtwoord": PASSWORD}
    for origin, status in (("https://evil.example", 403), ("https://localhost", 303)):
        headers = {"Origin": origin}
        answer = browser.client.post("/aanmelden", base_url="https://localhost", data=form, headers=headers)
        assert answer.status_code == status


def test_the_log_of_what_was_done_is_whole(door: Door) -> None:
    with door.accounts.connect() as connection:
        assert len(audit.entries(connection)) > 10
        assert check(connection, at=this_moment()).broken == ()


def test_accounts_that_were_not_made_yet_are_told_plainly(settings: WebSettings, tmp_path: Path) -> None:
    real = replace(settings, demonstration=False, accounts_url=f"sqlite:///{tmp_path}/accounts.db")
    with app_of(real, access_of) as app:
        answer = Browser(app.server.test_client()).sign_in("wil@regio.example")
    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
    assert "niet bereikbaar" in answer.get_data(as_text=True)


def test_every_role_has_a_name(door: Door) -> None:
    for role_code in ("lezer", "ministerie", "beheer"):
        assert frame.role_of(door.person(f"{role_code}@naam.example", role_code, password=None))
