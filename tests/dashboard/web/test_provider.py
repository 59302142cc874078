"""Signing in with OpenID Connect, at a provider that is a process of its own and can do everything wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener, urlopen

import pytest
from authlib.integrations.requests_client import OAuth2Session
from requests import Timeout
from werkzeug.test import TestResponse

from dashboard.clock import this_moment
from dashboard.settings import Provider, WebSettings
from tests.dashboard.web.door import Browser, Door, door_of
from tests.dashboard.web.provider_process import CLIENT_ID, CLIENT_SECRET, PERSON
from tests.serving import HOUSE
from tests.warehouse.accounts.known import writing
from warehouse.accounts import people
from warehouse.accounts.desk import Desk


class Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass(frozen=True)
class Elsewhere:
    """The provider, as the tests and a browser see it."""

    issuer: str

    def told(self, person: dict[str, Any], wrong: str = "", *, new_key: bool = False, with_key_id: bool = True) -> None:
        body = {"person": person, "wrong": wrong, "new_key": new_key, "with_key_id": with_key_id}
        headers = {"Content-Type": "application/json"}
        urlopen(Request(f"{self.issuer}/told", json.dumps(body).encode(), headers)).close()

    def visit(self, address: str) -> str:
        """Where it sends the browser."""
        from urllib.error import HTTPError

        with pytest.raises(HTTPError) as sent:
            build_opener(Stay).open(address)
        sent.value.close()
        return str(sent.value.headers["Location"])


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Elsewhere]:
    command = [sys.executable, "-m", "tests.dashboard.web.provider_process"]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield Elsewhere(process.stdout.readline().strip())
        process.terminate()


@pytest.fixture(scope="module")
def door(
    settings: WebSettings, elsewhere: Elsewhere, migrated_accounts: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Door]:
    known = Provider(elsewhere.issuer, CLIENT_ID, CLIENT_SECRET)
    real = replace(settings, demonstration=False, provider=known)
    with door_of(real, migrated_accounts, tmp_path_factory.mktemp("door")) as opened:
        opened.person(PERSON["email"], "regio", "AM05", password=None)  # type: ignore[arg-type]
        yield opened


def go(browser: Browser, elsewhere: Elsewhere, path: str = "/aanmelden/oidc") -> TestResponse:
    """To the provider and back."""
    there = browser.get(path)
    assert there.status_code == 302
    back = urlsplit(elsewhere.visit(there.location))
    assert f"{back.scheme}://{back.netloc}{back.path}" == "https://localhost/aanmelden/oidc/terug"
    return browser.get(f"{back.path}?{back.query}")


def test_who_is_known_comes_where_they_wanted_to_be(door: Door, elsewhere: Elsewhere) -> None:
    elsewhere.told(PERSON)
    browser = door.browser()
    page = browser.get("/aanmelden?terug=%2Fregio%2FAM05%3Fstand%3D3").get_data(as_text=True)
    assert 'href="/aanmelden/oidc?terug=%2Fregio%2FAM05%3Fstand%3D3"' in page
    answer = go(browser, elsewhere, "/aanmelden/oidc?terug=%2Fregio%2FAM05%3Fstand%3D3%26taal%3Den&taal=en")
    assert answer.status_code == 303
    assert browser.get(answer.location).location == "/regio/AM05?stand=3&taal=en"
    assert browser.is_in()
    assert door.noted()[0] == ("ingelogd", "wil@regio.example")
    assert go(door.browser(), elsewhere, "/aanmelden/oidc?terug=%2F%2Fevil.example").location == "/aanmelden"


def test_what_is_asked_has_a_challenge_a_state_and_a_nonce_that_are_new_each_time(door: Door) -> None:
    browser = door.browser()
    asked = [parse_qs(urlsplit(browser.get("/aanmelden/oidc").location).query) for _ in range(5)]
    assert {one["code_challenge_method"][0] for one in asked} == {"S256"}
    for name in ("code_challenge", "state", "nonce"):
        assert len({one[name][0] for one in asked}) == 5
    assert len(browser.cookie) < 1500


def test_who_was_bound_is_known_by_identity_and_no_longer_by_address(door: Door, elsewhere: Elsewhere) -> None:
    door.person("bind@regio.example", password=None)
    person = {"sub": "2", "email": "Bind@regio.example", "email_verified": True}
    elsewhere.told(person)
    assert go(door.browser(), elsewhere).status_code == 303
    elsewhere.told({"sub": "2"})
    assert go(door.browser(), elsewhere).status_code == 303
    elsewhere.told({**person, "sub": "3"})
    refused = door.browser()
    assert go(refused, elsewhere).status_code == 403
    assert not refused.is_in()


def test_who_is_unbound_is_bound_again_by_the_next_that_has_the_address(door: Door, elsewhere: Elsewhere) -> None:
    door.person("anew@regio.example", password=None)
    before, browser = door.browser(), door.browser()
    elsewhere.told({"sub": "20", "email": "anew@regio.example", "email_verified": True})
    assert go(before, elsewhere).status_code == 303
    assert [event for event, _ in door.noted()[:2]] == ["ingelogd", "gekoppeld"]
    elsewhere.told({"sub": "21", "email": "anew@regio.example", "email_verified": True})
    assert go(browser, elsewhere).status_code == 403
    with writing(door.accounts) as connection:
        known = people.by_login(connection, "anew@regio.example")
        assert known
        Desk(connection, "chief", this_moment()).unbind(known)
    assert (before.is_in(), go(browser, elsewhere).status_code) == (False, 303)
    elsewhere.told({"sub": "20", "email": "anew@regio.example", "email_verified": True})
    assert go(door.browser(), elsewhere).status_code == 403


@pytest.mark.parametrize(
    "person",
    [
        {"sub": "9", "email": "onbekend@x.example", "email_verified": True},
        {"sub": "9", "email": "los@regio.example"},
        {"sub": "9", "email": "los@regio.example", "email_verified": False},
        {"sub": "9", "email": "los@regio.example", "email_verified": "false"},
        {"sub": "9", "email": "", "email_verified": True},
        {"sub": "9", "email_verified": True},
        {"sub": "9", "preferred_username": "los@regio.example", "email_verified": True},
    ],
)
def test_who_has_no_account_is_told_so_and_nothing_is_made(
    door: Door, elsewhere: Elsewhere, person: dict[str, Any]
) -> None:
    with door.accounts.connect() as connection:
        known = people.by_login(connection, "los@regio.example")
    if not known:
        door.person("los@regio.example", password=None)
    with door.accounts.connect() as connection:
        before = people.everyone(connection)
    elsewhere.told(person)
    browser = door.browser()
    answer = go(browser, elsewhere)
    assert (answer.status_code, "nog geen account" in answer.get_data(as_text=True)) == (403, True)
    assert not browser.is_in()
    assert door.noted()[0] == ("geweigerd", "onbekend")
    with door.accounts.connect() as connection:
        assert people.everyone(connection) == before


def test_a_domain_that_the_provider_vouches_for_is_enough(door: Door, elsewhere: Elsewhere) -> None:
    door.person("edov@regio.example", password=None)
    elsewhere.told({"sub": "4", "email": "edov@regio.example", "xms_edov": True})
    assert go(door.browser(), elsewhere).status_code == 303


def test_whose_rights_are_over_is_told_so(door: Door, elsewhere: Elsewhere) -> None:
    person, today = door.person("weg@regio.example", password=None), this_moment().date()
    with writing(door.accounts) as connection:
        people.end(connection, person, last_day=today - timedelta(days=1), today=today)
    elsewhere.told({"sub": "5", "email": "weg@regio.example", "email_verified": True})
    answer = go(door.browser(), elsewhere)
    assert (answer.status_code, "afgelopen" in answer.get_data(as_text=True)) == (403, True)


@pytest.mark.parametrize("with_key_id", [True, False])
def test_new_keys_of_the_provider_are_fetched(door: Door, elsewhere: Elsewhere, with_key_id: bool) -> None:
    for _ in range(2):
        elsewhere.told(PERSON, new_key=True, with_key_id=with_key_id)
        assert go(door.browser(), elsewhere).status_code == 303


@pytest.mark.parametrize(
    "wrong",
    [
        *("issuer", "audience", "audience of another with our name beside it", "nonce", "no nonce", "expired"),
        *("none", "secret of the client", "public key as a secret", "another key", "no token", "refuses"),
        *("from later on", "no sub", "no iss", "no aud", "no exp", "no text"),
    ],
)
def test_what_is_not_right_lets_nobody_in(door: Door, elsewhere: Elsewhere, wrong: str) -> None:
    elsewhere.told(PERSON, wrong)
    browser = door.browser()
    answer = go(browser, elsewhere)
    page = answer.get_data(as_text=True)
    assert (answer.status_code, "niet klopt" in page, "<script>" in page) == (400, True, False)
    assert not browser.is_in()


def test_a_clock_of_the_provider_may_be_a_minute_ahead(door: Door, elsewhere: Elsewhere) -> None:
    elsewhere.told(PERSON, "a clock that is a minute ahead")
    assert go(door.browser(), elsewhere).status_code == 303


def test_an_answer_belongs_to_the_browser_that_asked_and_counts_once(door: Door, elsewhere: Elsewhere) -> None:
    elsewhere.told(PERSON)
    mine, other = door.browser(), door.browser()
    back = urlsplit(elsewhere.visit(mine.get("/aanmelden/oidc").location))
    address = f"{back.path}?{back.query}"
    assert other.get(address).status_code == 400
    assert not other.is_in()
    assert mine.get(address).status_code == 303
    assert mine.get(address).status_code == 400
    assert door.browser().get("/aanmelden/oidc/terug").status_code == 400


def test_a_provider_that_is_away_or_says_it_is_another_is_told(
    door: Door, settings: WebSettings, elsewhere: Elsewhere, migrated_accounts: Path, tmp_path: Path
) -> None:
    elsewhere.told(PERSON, "out of order")
    answer = go(door.browser(), elsewhere)
    assert (answer.status_code, "geen antwoord" in answer.get_data(as_text=True)) == (503, True)
    elsewhere.told(PERSON, "says it is another")
    for number, (issuer, status) in enumerate([(elsewhere.issuer, 400), ("http://127.0.0.1:9", 503)]):
        (tmp_path / str(number)).mkdir()
        real = replace(settings, demonstration=False, provider=Provider(issuer, CLIENT_ID, CLIENT_SECRET))
        with door_of(real, migrated_accounts, tmp_path / str(number)) as other:
            assert other.browser().get("/aanmelden/oidc").status_code == status


def test_a_provider_that_does_not_answer_is_left_alone_for_a_while(
    settings: WebSettings, migrated_accounts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for it holds a thread that others need."""
    asked: list[object] = []

    def too_late(*_: object, **__: object) -> None:
        asked.append(_)
        raise Timeout

    monkeypatch.setattr(OAuth2Session, "request", too_late)
    away = Provider("https://login.example", CLIENT_ID, CLIENT_SECRET)
    with door_of(replace(settings, demonstration=False, provider=away), migrated_accounts, tmp_path) as door:
        answers = [door.browser().get("/aanmelden/oidc") for _ in range(3)]
    assert [(answer.status_code, len(asked)) for answer in answers] == [(503, 1)] * 3
