"""Deny by default: every address that the server has, asked by someone without access."""

import pytest
from werkzeug.routing import Rule

from tests.asking import Site

FILES = ("/_dash-component-suites/", "/assets/")
OPEN = ("/gezond", "/_favicon.ico", *FILES)
LOOKS_OPEN = [
    "/gezondheid",
    "/gezond/../regio/AM05",
    "/_favicon.icon",
    "/assetsx",
    "/assets/../",
    "/assets/..%2f",
    "/_dash-component-suites/x",
    "/_dash-component-suites/../_dash-layout",
    "//gezond",
    "/GEZOND",
]
ASKED = ["/", "/regio/AM05", "/definities", "/_dash-layout", "/_dash-dependencies", "/geen-pagina", "/regio/AM99"]


def _address(rule: Rule) -> str:
    return (
        rule.rule.replace("<path:filename>", "x.css")
        .replace("<path:path>", "regio/AM05")
        .replace("<", "")
        .replace(">", "")
    )


def test_no_rule_answers_without_access_but_the_open_ones(closed: Site) -> None:
    rules = [rule for rule in closed.app.server.url_map.iter_rules() if not rule.rule.startswith(OPEN)]
    assert len(rules) > 5
    for rule in rules:
        for method in sorted(rule.methods or ()):
            answer = closed.visitor.open(_address(rule), method=method, json={} if method == "POST" else None)
            assert answer.status_code == 403, (method, rule.rule)


@pytest.mark.parametrize("path", ASKED)
def test_a_page_without_access_says_so_in_plain_words(closed: Site, path: str) -> None:
    for language, words in (("nl", "geen toegang"), ("en", "no access")):
        answer = closed.visitor.get(path, query_string={"taal": language})
        assert (answer.status_code, answer.mimetype) == (403, "text/plain")
        assert words in answer.get_data(as_text=True)


@pytest.mark.parametrize("path", LOOKS_OPEN)
def test_an_address_that_looks_like_an_open_one_is_closed(closed: Site, path: str) -> None:
    answer = closed.visitor.get(path)
    assert answer.status_code in (403, 404)
    assert b"_dash-config" not in answer.data


def test_health_and_the_files_of_a_page_are_open(closed: Site) -> None:
    assert closed.visitor.get("/gezond").status_code == 200
    rules = [rule.rule for rule in closed.app.server.url_map.iter_rules() if rule.rule.startswith(FILES)]
    files = [rule for rule in rules if "<" not in rule and not rule.endswith("plotly.min.js")]
    assert len(files) == 3
    assert [closed.visitor.get(file).status_code for file in files] == [200, 200, 200]


def test_nothing_of_the_figures_is_in_an_open_answer(closed: Site) -> None:
    assert closed.visitor.get("/gezond").get_data(as_text=True) == "ok, publication 4\n"
