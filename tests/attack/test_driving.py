"""What is added to the application is asked by itself, or named when it cannot be."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import dash
import pytest
from dash import Input, Output, dcc, html
from dash.exceptions import PreventUpdate
from flask import Response
from sqlalchemy import Column, Engine, Integer, Table, func, select, text

from dashboard.address import Filters
from dashboard.attack import addresses, collecting
from dashboard.attack.driving import Drive
from dashboard.attack.known import EVERYTHING
from dashboard.attack.undriven import UndrivenError
from dashboard.attack.visitors import Visitor
from dashboard.attack.watching import Watch
from dashboard.settings import WebSettings
from tests.attack.asking import Asked, asked_of
from tests.serving import Demonstration
from warehouse.schema import lists, published, workspace


@pytest.fixture
def bare(demonstration: Demonstration) -> Iterator[Asked]:
    """An application of one page, to which a test adds what it wants to see asked."""
    kept = dict(dash.page_registry)
    dash.page_registry.clear()
    app = dash.Dash("bare", use_pages=True, pages_folder="", suppress_callback_exceptions=True, use_async=False)
    app.layout = dash.page_container
    app.server.extensions["trajectmonitor"] = {"engine": demonstration.warehouse}
    add_page("home", html.P("home", id="home"), path="/")
    yield Asked(app, Watch())
    dash.page_registry.clear()
    dash.page_registry.update(kept)


def add_page(name: str, layout: object, **path: str) -> None:
    dash.register_page(name, layout=layout, **path)  # type: ignore[no-untyped-call]


def drive(asked: Asked) -> list[str]:
    known = asked.known()
    found = Drive(asked.app, asked.watch, known)
    return [answer.asked for answer in found.answers([Visitor(EVERYTHING, known.regions[0])])]


def undriven(asked: Asked) -> tuple[str, str]:
    with pytest.raises(UndrivenError) as caught:
        drive(asked)
    return caught.value.kind, caught.value.name


def reading(engine: Engine, statement: object) -> Callable[[], str]:
    def answer() -> str:
        with engine.connect() as connection:
            return str(connection.execute(statement).all())  # type: ignore[call-overload]

    return answer


def test_a_page_a_callback_and_a_route_that_are_new_join_by_themselves(settings: WebSettings) -> None:
    with asked_of(settings) as asked:
        options = [{"value": code, "label": code} for code in ("a", "b")]
        choose = html.Div([dcc.RadioItems(id="choose", options=options, value="a"), html.P(id="chosen")])
        add_page("new", choose, path_template="/nieuw/<code>")
        chosen: list[str] = []
        asked.app.callback(Output("chosen", "children"), Input("choose", "value"))(chosen.append)
        count = reading(asked.engine, select(func.count()).select_from(published.phase_count))
        asked.app.server.add_url_rule("/csv/<code>", view_func=lambda code: Response(count(), mimetype="text/plain"))
        told, codes = drive(asked), asked.known().regions
        seen = {table.name for _access, table in asked.watch.seen}
    assert {f"/nieuw/{code}?stand=1" for code in codes} | {f"/csv/{codes[0]}?stand=1"} <= set(told)
    assert set(chosen) == {"a", "b"}
    assert "phase_count" in seen


def test_a_link_with_a_choice_that_only_its_page_knows_is_followed(bare: Asked) -> None:
    add_page("links", html.P([html.A(href="/links?vorm=csv"), html.A(href="/links?stand=3&taal=en")]), path="/links")
    told = drive(bare)
    assert "/links?vorm=csv" in told
    assert "/links?stand=3&taal=en" not in told


@pytest.mark.parametrize(
    ("rule", "answer", "told"),
    [
        ("/uit/<what>", "", ("part", "<what>, /uit/<what>")),
        ("/uit", Response("", 500), ("answer", "/uit: 500")),
        ("/uit", Response("x", mimetype="application/zip"), ("format", "/uit: application/zip")),
        ("/uit", Response("", 404), ("route", "/uit")),
        ("/uit", Response("", 403), ("route", "/uit")),
    ],
)
def test_a_route_that_cannot_be_asked_is_named(
    bare: Asked, rule: str, answer: Response | str, told: tuple[str, str]
) -> None:
    bare.app.server.add_url_rule(rule, view_func=lambda **_parts: answer)
    assert undriven(bare) == told


def test_a_route_to_which_something_is_sent_is_named(bare: Asked) -> None:
    bare.app.server.add_url_rule("/in", view_func=lambda: "", methods=["POST"])
    assert undriven(bare) == ("form", "POST /in")


def test_a_page_with_an_unknown_part_is_named(bare: Asked) -> None:
    add_page("people", html.P(""), path_template="/mensen/<someone>")
    assert undriven(bare) == ("part", "<someone>, /mensen/<someone>")


def test_a_page_of_which_no_address_is_known_is_named(bare: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "PARTS", {"someone": lambda _known, _before: []})
    add_page("people", html.P(""), path_template="/mensen/<someone>")
    assert undriven(bare) == ("part", "/mensen/<someone>")


def test_a_page_that_tells_only_its_log_that_it_failed_is_named(bare: Asked) -> None:
    def layout(**_query: str) -> html.P:
        logging.getLogger("page").error("the warehouse did not answer")
        return html.P("")

    add_page("away", layout, path="/weg")
    kind, name = undriven(bare)
    assert kind == "answer"
    assert name.startswith("/weg")
    assert "the warehouse did not answer" in name


@dataclass(frozen=True)
class MoreFilters(Filters):
    someone: str = ""


def test_a_choice_of_which_no_values_are_known_is_named(bare: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "Filters", MoreFilters)
    with pytest.raises(UndrivenError, match="choice: someone"):
        addresses.choices(bare.known())


def _nothing(_value: object) -> None:
    raise PreventUpdate


def _broken(_value: object) -> str:
    raise ValueError


@pytest.mark.parametrize(
    ("reads", "answers", "name"),
    [
        ("nowhere", lambda value: value, "nowhere.children"),
        ("home", _nothing, "home.children"),
        ("home", _broken, "home.children, /: 500"),
    ],
)
def test_a_callback_that_nobody_is_answered_by_is_named(
    bare: Asked, reads: str, answers: Callable[[object], object], name: str
) -> None:
    bare.app.callback(Output("home", "title"), Input(reads, "children"))(answers)
    assert undriven(bare) == ("callback", name)


@pytest.mark.parametrize("statement", [text("select 7003"), select(text("7003")), select(lists.phase).where(text("1"))])
def test_a_statement_that_does_not_say_what_it_reads_is_named(bare: Asked, statement: object) -> None:
    bare.app.server.add_url_rule("/uit", view_func=reading(bare.engine, statement))
    assert undriven(bare)[0] == "statement"


def test_a_statement_beside_the_tables_is_named(bare: Asked) -> None:
    def answer() -> str:
        with bare.engine.connect() as connection:
            return str(connection.exec_driver_sql("select 7003").all())

    bare.app.server.add_url_rule("/uit", view_func=answer)
    assert undriven(bare) == ("statement", "select 7003")


def test_a_table_of_which_nothing_is_said_is_named(bare: Asked) -> None:
    unknown = Table("never_told", published.metadata, Column("youths", Integer))
    try:
        for table in (unknown, workspace.remark):
            with pytest.raises(UndrivenError, match=f"table: {table.fullname}"):
                collecting.numbers(bare.engine, {(EVERYTHING, table)})
    finally:
        published.metadata.remove(unknown)
