from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask, Response, g, request
from flask.testing import FlaskClient

from dashboard.web import answers
from queries.reader import Access


class House:
    """A server whose answers can be counted; `stand`, `access` and `passing` are set by a test."""

    def __init__(self) -> None:
        self.asked = 0
        self.stand: tuple[object, ...] | None = (1,)
        self.access = Access("ministerie", None)
        self.passing = False
        self.server = Flask("house")
        self.server.before_request(self._let_in)
        answers.register(self.server, lambda: self.stand)
        self.server.post(answers.QUESTION_PATH)(self._answer)

    def _let_in(self) -> None:
        g.access = self.access

    def _answer(self) -> Response:
        self.asked += 1
        g.is_passing = self.passing
        return Response(f"{request.get_data(as_text=True)} {self.asked}", mimetype="application/json")


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def client(house: House) -> Iterator[FlaskClient]:
    with house.server.test_client() as client:
        yield client


def ask(client: FlaskClient, question: str = "q", **more: Any) -> str:
    return client.post(answers.QUESTION_PATH, data=question, **more).get_data(as_text=True)


def test_the_same_question_has_the_same_answer_without_asking_again(house: House, client: FlaskClient) -> None:
    assert [ask(client), ask(client)] == ["q 1", "q 1"]
    assert ask(client, "other") == "other 2"
    assert client.post(answers.QUESTION_PATH, data="q").mimetype == "application/json"


@pytest.mark.parametrize("stand", [(2,), None])
def test_a_new_publication_or_an_absent_warehouse_asks_anew(
    house: House, client: FlaskClient, stand: tuple[object, ...] | None
) -> None:
    ask(client)
    house.stand = stand
    assert ask(client) == "q 2"


def test_an_answer_is_only_for_those_who_may_see_the_same(house: House, client: FlaskClient) -> None:
    ask(client)
    house.access = Access("regio", frozenset({"AM05"}))
    assert ask(client) == "q 2"
    house.access = Access("regio", frozenset({"AM01"}))
    assert ask(client) == "q 3"


def test_each_encoding_has_its_own_answer(house: House, client: FlaskClient) -> None:
    ask(client, headers={"Accept-Encoding": "br"})
    assert ask(client, headers={"Accept-Encoding": "gzip"}) == "q 2"


def test_what_passes_is_not_kept(house: House, client: FlaskClient) -> None:
    house.passing = True
    ask(client)
    house.passing = False
    assert ask(client) == "q 2"
