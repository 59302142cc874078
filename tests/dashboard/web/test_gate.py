import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from dashboard.web import gate
from queries.reader import Access
from tests.signing import SECRET_KEY

MINISTRY = Access("ministerie", None)
RULES = ("/", "/gezond", "/aanmelden", "/assets/style-x.css", "/assets/script-x.js", "/<path:path>")
PAGES = ["/", "/regio/AM05", "/gezondheid", "/geen-pagina", "/aanmelden/", "/aanmelden/x", "/uitnodiging", "/GEZOND"]
NO_PAGES = ["/assets/script-x.js", "/assets/styles.css", "/assets", "/static/x.css", "/_dash-layout", "/mijlpalen.ics"]
JSON = {"Accept": "application/json"}
POSTING = ["POST", "PUT", "PATCH", "DELETE"]


def _server(access: Access | None) -> Flask:
    server = Flask("gate", static_folder=None)
    server.secret_key = SECRET_KEY
    gate.register(server, lambda: None, lambda _visitor: access)
    for rule in RULES:
        methods = ["GET", *POSTING]
        server.add_url_rule(rule, rule, lambda **_: f"seen by {g.access}", methods=methods)
    return server


@pytest.fixture(scope="module")
def nobody() -> FlaskClient:
    return _server(None).test_client()


@pytest.fixture(scope="module")
def ministry() -> FlaskClient:
    return _server(MINISTRY).test_client()


def test_who_has_access_comes_in_and_is_known(ministry: FlaskClient) -> None:
    assert ministry.get("/regio/AM05").get_data(as_text=True) == f"seen by {MINISTRY}"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_leads_nobody_to_where_one_signs_in(nobody: FlaskClient, path: str) -> None:
    answer = nobody.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.status_code == 302
    assert answer.location.partition("?")[0] == "/aanmelden"
    assert nobody.get(path).status_code == nobody.head(path).status_code == 302
    assert nobody.get(path, headers=JSON).status_code == 401


@pytest.mark.parametrize("path", [*NO_PAGES, *PAGES])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", *POSTING])
def test_nothing_answers_to_nobody(nobody: FlaskClient, path: str, method: str) -> None:
    answer = nobody.open(path, method=method)
    is_page = path in PAGES and method in ("GET", "HEAD")
    assert answer.status_code == (302 if is_page or (path == "/assets" and method in ("GET", "HEAD")) else 401)
    assert b"seen" not in answer.data


@pytest.mark.parametrize("path", ["/gezond", "/aanmelden", "/assets/style-x.css"])
def test_health_and_what_one_signs_in_with_answer_to_everyone(nobody: FlaskClient, path: str) -> None:
    assert nobody.get(path).status_code == 200


def test_the_way_back_keeps_choices_and_language(nobody: FlaskClient) -> None:
    answer = nobody.get("/regio/AM05?stand=3&taal=en")
    assert answer.location == "/aanmelden?terug=%2Fregio%2FAM05%3Fstand%3D3%26taal%3Den&taal=en"
    assert nobody.get("/").location == "/aanmelden"


def test_the_refusal_is_in_the_language_of_the_address(nobody: FlaskClient) -> None:
    assert nobody.post("/?taal=en").get_data(as_text=True).startswith("You are not signed in")
    assert nobody.post("/?taal=xx").get_data(as_text=True).startswith("U bent niet aangemeld")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "https://localhost"},
        {"Origin": "http://localhost:81"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://[localhost"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_site_sends_is_refused(ministry: FlaskClient, headers: dict[str, str]) -> None:
    for path in ("/", "/aanmelden", "/_dash-update-component"):
        answer = ministry.post(path, headers=headers)
        assert (answer.status_code, b"seen" in answer.data) == (403, False)
    assert ministry.get("/", headers=headers).status_code == 200


def test_a_form_without_its_token_is_refused_and_what_dash_asks_needs_none() -> None:
    server = _server(MINISTRY)
    server.add_url_rule("/_dash-update-component", "dash", lambda: "seen", methods=["POST"])
    visitor, own = server.test_client(), {"Origin": "http://localhost"}
    for method in POSTING:
        assert visitor.open("/", method=method, headers=own).status_code == 400
        assert visitor.open("/", method=method, headers=own, data={"csrf_token": "x"}).status_code == 400
    assert visitor.post("/_dash-update-component", headers=own).status_code == 200


def test_accounts_that_are_away_let_nobody_in_and_say_so() -> None:
    def away() -> None:
        raise OperationalError("select", {}, Exception("away"))

    server = Flask("gate")
    server.secret_key = SECRET_KEY
    gate.register(server, away, lambda _visitor: MINISTRY)
    server.add_url_rule("/", "page", lambda: "seen")
    answer = server.test_client().get("/")
    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
    assert "select" not in answer.get_data(as_text=True)
