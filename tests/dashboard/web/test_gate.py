import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from dashboard.web import gate
from queries.reader import Access

MINISTRY = Access("ministerie", None)


def _server(access: Access | None) -> Flask:
    server = Flask("gate")
    gate.register(server, lambda: access)
    for rule in ("/", "/gezond", "/assets/<path:name>", "/_dash-component-suites/<path:name>", "/<path:path>"):
        server.add_url_rule(rule, rule, lambda **_: f"seen by {g.access}")
    return server


@pytest.fixture
def nobody() -> FlaskClient:
    return _server(None).test_client()


@pytest.fixture
def ministry() -> FlaskClient:
    return _server(MINISTRY).test_client()


def test_who_has_access_comes_in_and_is_known(ministry: FlaskClient) -> None:
    assert ministry.get("/regio/AM05").get_data(as_text=True) == f"seen by {MINISTRY}"


@pytest.mark.parametrize("path", ["/", "/regio/AM05", "/gezondheid", "/assets", "/static/x.css"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_nothing_answers_to_nobody(nobody: FlaskClient, path: str, method: str) -> None:
    answer = nobody.open(path, method=method)
    assert answer.status_code == 403
    assert b"seen" not in answer.data


@pytest.mark.parametrize("path", ["/gezond", "/assets/style.css", "/_dash-component-suites/dash/x.js"])
def test_health_and_files_answer_to_everyone(nobody: FlaskClient, path: str) -> None:
    assert nobody.get(path).status_code == 200


def test_the_refusal_is_in_the_language_of_the_address(nobody: FlaskClient) -> None:
    assert nobody.get("/?taal=en").get_data(as_text=True).startswith("You have no access")
    assert nobody.get("/?taal=xx").get_data(as_text=True).startswith("U hebt geen toegang")
