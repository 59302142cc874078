import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.web import headers
from tests.asking import Site


@pytest.fixture
def visitor() -> FlaskClient:
    server = Flask("headers")
    headers.register(server, lambda: ["'sha256-abc'"], lambda asked: 200 if asked.path == "/" else 404)
    server.add_url_rule("/<path:path>", "any", lambda path: "<p>page</p>")
    server.add_url_rule("/", "home", lambda: "<p>page</p>")
    server.add_url_rule("/data.json", "data", lambda: {"a": 1})
    return server.test_client()


def test_an_address_that_no_page_has_is_a_real_404(visitor: FlaskClient) -> None:
    assert visitor.get("/").status_code == 200
    assert visitor.get("/geen-pagina").status_code == 404
    assert visitor.get("/data.json").status_code == 200


def test_scripts_are_held_to_files_and_known_hashes(visitor: FlaskClient) -> None:
    policy = dict(part.strip().split(" ", 1) for part in visitor.get("/").headers["Content-Security-Policy"].split(";"))
    assert policy["script-src"] == "'self' 'sha256-abc'"
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"


def test_every_answer_is_guarded_and_no_figure_is_kept(visitor: FlaskClient) -> None:
    for path in ("/", "/geen-pagina", "/data.json"):
        answer = visitor.get(path)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_secure_line_is_asked_to_stay_secure(visitor: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in visitor.get("/").headers
    secure = visitor.get("/", base_url="https://dashboard.test").headers["Strict-Transport-Security"]
    assert int(re.findall(r"max-age=(\d+)", secure)[0]) >= 31536000


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/definities", 200),
        ("/regio/AM05", 200),
        ("/regio/AM12", 200),
        ("/regio/am05", 404),
        ("/regio/AM99", 404),
        ("/regio/", 404),
        ("/regio/AM05/x", 404),
        ("/regio/NL01", 404),
        ("/regio/PV20", 404),
        ("/geen-pagina", 404),
        ("/definities/", 404),
    ],
)
def test_the_status_of_every_address(site: Site, path: str, status: int) -> None:
    for language in ("nl", "en"):
        answer = site.visitor.get(path, query_string={"taal": language})
        assert answer.status_code == status
        assert f'<html lang="{language}">' in answer.get_data(as_text=True)
        assert "unsafe-inline" not in answer.headers["Content-Security-Policy"].split("style-src")[0]


def test_files_may_be_kept_and_data_may_not(site: Site) -> None:
    page = site.visitor.get("/").get_data(as_text=True)
    for address in re.findall(r'(?:href|src)="(/[^"]+)"', page):
        assert site.visitor.get(address).cache_control.immutable
    assert site.visitor.get("/_dash-layout").headers["Cache-Control"] == "no-store"
