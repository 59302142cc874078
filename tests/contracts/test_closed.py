"""Deny by default: every address, page and callback that the server has, asked by nobody, and by the wrong role."""

from __future__ import annotations

import re
from collections.abc import Iterator

import dash
import pytest
from werkzeug.routing import Rule

from dashboard.access import access_of
from dashboard.settings import WebSettings
from dashboard.web.gate import OPEN_RULES
from queries.reader import Access
from tests.asking import MINISTRY, Site, app_of
from tests.serving import Demonstration
from tests.signing import COOKIE, cookie_of, signed

OPEN = {"/gezond", *OPEN_RULES}
LOOKS_OPEN = [
    "/gezondheid",
    "/gezond/../regio/AM05",
    "/_favicon.icon",
    "/assetsx",
    "/assets/../",
    "/assets/..%2f",
    "/assets/style-x/../../regio/AM05",
    "/_dash-component-suites/x",
    "/_dash-component-suites/../_dash-layout",
    "//gezond",
    "/GEZOND",
    "/aanmelden/",
    "/aanmelden/../regio/AM05",
    "/aanmelden%2f..%2fregio/AM05",
    "/uitnodiging/../regio/AM05",
]
ASKED = ["/", "/regio/AM05", "/definities", "/geen-pagina", "/regio/AM99"]
ADDRESSES = {"national-address": "/", "region-address": "/regio/AM05", "changes-address": "/wijzigingen"}
TWENTE = Access("regio", frozenset({"AM05"}))
ROLES = {"ministerie": MINISTRY, "regio": TWENTE, "lezer": Access("lezer", frozenset())}


def _address(rule: Rule) -> str:
    return (
        rule.rule.replace("<path:filename>", "x.css")
        .replace("<path:path>", "regio/AM05")
        .replace("<", "")
        .replace(">", "")
    )


def _is_refused(status: int, location: str | None) -> bool:
    return status == 401 or (status == 302 and (location or "").partition("?")[0] == "/aanmelden")


def test_no_rule_answers_nobody_but_the_open_ones(closed: Site) -> None:
    rules = [rule for rule in closed.app.server.url_map.iter_rules() if rule.rule not in OPEN]
    style = [rule for rule in rules if rule.rule.startswith("/assets/style-")]
    assert len(style) == 1
    assert len(rules) > 8
    for rule in rules:
        for method in sorted(rule.methods or ()) if rule not in style else ():
            answer = closed.visitor.open(_address(rule), method=method, json={} if method == "POST" else None)
            assert _is_refused(answer.status_code, answer.location), (method, rule.rule)


def test_every_open_rule_is_there(closed: Site) -> None:
    """But that of a provider, which this server does not have."""
    rules = {rule.rule for rule in closed.app.server.url_map.iter_rules()}
    assert {rule for rule in OPEN - rules if "oidc" not in rule} == set()


def test_no_page_and_no_callback_answers_nobody(closed: Site) -> None:
    for page in dash.page_registry.values():
        path = re.sub(r"<\w+>", "AM05", page["path_template"] or page["path"])
        answer = closed.visitor.get(path)
        assert _is_refused(answer.status_code, answer.location), path
        assert closed.question(path).status_code == 401
    assert len(closed.app.callback_map) > 5
    for output, callback in closed.app.callback_map.items():
        body = {"output": output, "inputs": callback["inputs"], "changedPropIds": []}
        assert closed.visitor.post("/_dash-update-component", json=body).status_code == 401, output


@pytest.mark.parametrize("path", ASKED)
def test_a_page_leads_to_where_one_signs_in_and_from_there_back(closed: Site, path: str) -> None:
    for language in ("nl", "en"):
        answer = closed.visitor.get(path, query_string={"taal": language}, follow_redirects=True)
        assert (answer.status_code, answer.request.path) == (200, "/aanmelden")
        page = answer.get_data(as_text=True)
        assert f'<html lang="{language}">' in page
        assert "<script" not in page


@pytest.mark.parametrize("path", LOOKS_OPEN)
def test_an_address_that_looks_like_an_open_one_is_closed(closed: Site, path: str) -> None:
    answer = closed.visitor.get(path)
    assert answer.status_code in (302, 308, 401, 404)
    assert b"_dash-config" not in answer.data


def test_nothing_of_the_figures_is_in_an_open_answer(closed: Site) -> None:
    assert closed.visitor.get("/gezond").get_data(as_text=True) == "ok, publication 4\n"


@pytest.fixture(scope="module")
def signed_in(settings: WebSettings, site: Site, demonstration: Demonstration) -> Iterator[dict[str, Site]]:
    """By role: a server as it is started, asked with the cookie of somebody who is signed in."""
    with app_of(settings, access_of) as app:
        yield {role: Site(app, cookie_of(demonstration.accounts_url, role)) for role in ROLES}


@pytest.mark.parametrize("store", ADDRESSES)
def test_what_one_role_asked_gives_another_its_own_answer(
    signed_in: dict[str, Site], settings: WebSettings, store: str
) -> None:
    """The same bytes, sent again with another cookie: the answer is that of the role whose cookie it is."""
    heard = {role: asked.choice(store, ADDRESSES[store]).get_data() for role, asked in signed_in.items()}
    asking = [MINISTRY]
    with app_of(settings, lambda _visitor: asking[0]) as app:
        for role, access in ROLES.items():
            asking[0] = access
            assert Site(app).choice(store, ADDRESSES[store]).get_data() == heard[role], role
    assert len(set(heard.values())) > 1


@pytest.mark.parametrize(
    "content",
    [
        {"role": "ministerie"},
        {"_user_id": "ministerie@demonstratie.example"},
        {"_user_id": "1"},
        {"_user_id": ""},
        {"access": {"role": "ministerie", "regions": None}},
    ],
)
def test_only_a_session_that_stands_in_the_accounts_opens_anything(closed: Site, content: dict[str, object]) -> None:
    """Even for who has the key with which cookies are signed."""
    visitor = closed.visitor
    visitor.set_cookie(COOKIE, signed(content))
    assert visitor.get("/", headers={"X-Role": "ministerie"}).status_code == 302
    assert visitor.post("/_dash-update-component", json={"access": "ministerie"}).status_code == 401


@pytest.mark.parametrize("address", ["203.0.113.9", "10.0.0.5", "::ffff:203.0.113.9"])
def test_invented_persons_come_in_at_this_machine_alone(
    closed: Site, demonstration: Demonstration, address: str
) -> None:
    visitor = closed.visitor
    visitor.set_cookie(COOKIE, cookie_of(demonstration.accounts_url))
    assert visitor.get("/").status_code == 200
    elsewhere = {"REMOTE_ADDR": address}
    assert visitor.get("/", environ_base=elsewhere).status_code == 302
    page = visitor.get("/aanmelden", environ_base=elsewhere).get_data(as_text=True)
    assert "Daan Visser" not in page
