"""What can be found, by whom and as of which publication: the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select, text

from queries.reader import Access
from queries.search import EXPERIMENT, LESSON, Found, alike, found
from tests.areas import Areas
from tests.queries.published_rows import reader_of, stood, write
from tests.told import experiment
from tests.wall import Doors
from warehouse.publish import sought
from warehouse.schema import published
from warehouse.schema.second_lock import tell_regions
from warehouse.schema.tokens import tokens

TWENTE, DRENTHE = "AM05", "AM03"
TEXTS = {
    (TWENTE, "E1"): "Koffie op het plein met een jongerenwerker",
    (TWENTE, "E2"): "De buurtsportcoach loopt mee naar school",
    (DRENTHE, "E1"): "Met een koffiekar langs dorpshuizen in Drenthe",
    (DRENTHE, "E2"): "Huisbezoek bij jongeren zonder café-adres",
}
INTERNAL = (DRENTHE, "E2")
ODD = [
    '"',
    "'; DROP TABLE sought",
    "a AND OR NOT NEAR(b)",
    "koffie*",
    "~kof",
    "🎉🎉",
    "\x00\ud800",
    "%_%",
    "-",
    "koffie " * 2000,
]


def _row(region: str, code: str, words: str, first: int = 1, last: int | None = None, kind: str = "experiment") -> Any:
    line = tokens([words])
    keys = {"region_code": region, "kind_code": kind, "sought_code": code}
    internal = "ja" if (region, code) == INTERNAL else None
    said = {"place": sought.place(region, kind, code, line), "tokens": line, "internal": internal}
    return keys | said | stood(first, last)


def _write(engine: Engine) -> None:
    rows = [_row(region, code, words) for (region, code), words in TEXTS.items()]
    changed = [
        _row(TWENTE, "E3", "Eerst een brief", last=2),
        _row(TWENTE, "E3", "Toch een telefoontje", first=3, last=3),
        _row(TWENTE, "E3", "Eerst een brief", first=4),
    ]
    lesson = _row(DRENTHE, "L1", "Koffie eerst, dan een vraag", kind="lesson")
    kept = experiment("E2", region_code=DRENTHE, internal="ja") | stood(1, None)
    write(engine, sought=[*rows, *changed, lesson], experiment=[kept])


@pytest.fixture
def connection(areas: Areas) -> Iterator[Connection]:
    _write(areas.warehouse)
    with areas.warehouse.connect() as opened:
        yield opened


def _keys(results: list[Found], kind: str = EXPERIMENT) -> list[tuple[str, str]]:
    return [(one.region_code, one.code) for one in results if one.kind == kind]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("koffie", [(TWENTE, "E1"), (DRENTHE, "E1")]),
        ("KÓFFIE", [(TWENTE, "E1"), (DRENTHE, "E1")]),
        ("kofie", [(TWENTE, "E1")]),
        ("hiusbezoek", [(DRENTHE, "E2")]),
        ("cafe", [(DRENTHE, "E2")]),
        ("coach", [(TWENTE, "E2")]),
        ("plein koffie", [(TWENTE, "E1")]),
        ("plein school", []),
        ("koffieplein", []),
        ("het", []),
        ("", []),
    ],
)
def test_words_are_found_whole_in_part_and_mistyped(
    connection: Connection, asked: str, expected: list[tuple[str, str]]
) -> None:
    assert _keys(found(reader_of(connection), asked)) == expected


@pytest.mark.parametrize("asked", ODD, ids=range(len(ODD)))
def test_odd_input_is_no_error(connection: Connection, asked: str) -> None:
    reader = reader_of(connection)
    assert len(found(reader, asked)) <= len(TEXTS) + 2
    assert len(alike(reader, asked)) <= 5


def test_what_stood_in_a_publication_is_found_in_it(connection: Connection) -> None:
    at = {number: reader_of(connection, number) for number in (1, 2, 3, 4)}
    assert [_keys(found(at[number], "brief")) for number in at] == [
        [(TWENTE, "E3")],
        [(TWENTE, "E3")],
        [],
        [(TWENTE, "E3")],
    ]
    assert [_keys(found(at[number], "telefoontje")) for number in at] == [[], [], [(TWENTE, "E3")], []]


@pytest.mark.parametrize("regions", [{TWENTE}, {DRENTHE}, set()], ids=["twente", "drenthe", "none"])
def test_what_is_internal_is_found_by_its_own_region_alone(connection: Connection, regions: set[str]) -> None:
    reader = reader_of(connection, access=Access("regio", frozenset(regions)))
    assert _keys(found(reader, "koffie")) == [(TWENTE, "E1"), (DRENTHE, "E1")]
    assert _keys(found(reader, "huisbezoek")) == [INTERNAL] * (DRENTHE in regions)
    assert INTERNAL not in _keys(alike(reader, "huisbezoek bij jongeren zonder adres"))


def test_lessons_are_found_by_themselves(connection: Connection) -> None:
    assert _keys(found(reader_of(connection), "vraag"), LESSON) == [(DRENTHE, "L1")]


def test_an_idea_is_compared_with_examples_of_others(connection: Connection) -> None:
    reader, idea = reader_of(connection), "met koffie langs jongeren zonder adres"
    assert {(TWENTE, "E1"), (DRENTHE, "E1")} <= set(_keys(alike(reader, idea)))
    assert all(one.region_code == TWENTE for one in alike(reader, idea, outside=DRENTHE))
    assert (DRENTHE, "E2") not in _keys(alike(reader, "huisbezoek zonder adres"))
    assert alike(reader, "xylofoon qwerty") == []


def test_shared_words_are_those_that_stand_there_just_so(connection: Connection) -> None:
    best = alike(reader_of(connection), "koffi op het plein met een kar")[0]
    assert best.shared == ("plein",)


@pytest.mark.postgres
def test_the_index_itself_tells_nothing_internal_of_a_region_that_was_not_told(doors: Doors) -> None:
    _write(doors.owner)
    asked = text("SELECT place FROM published.sought_places(:asked)").bindparams(asked=["huisbezoek"])
    own = select(published.sought.c.place).where(published.sought.c.internal == "ja")
    with doors.owner.connect() as connection:
        of_drenthe = set(connection.scalars(own))
    with doors.web.connect() as connection:
        assert list(connection.scalars(asked)) == []
        tell_regions(connection, [DRENTHE])
        assert set(connection.scalars(asked)) == of_drenthe != set()
