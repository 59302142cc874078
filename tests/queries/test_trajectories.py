"""Movements of months together, and several facts in one statement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from queries.reader import NATIONAL_CODE, Access, Reader
from queries.trajectories import (
    COUNTED,
    PHASES_BY_AGE,
    REGISTRATIONS,
    TURNED_18,
    WAITING,
    Counted,
    Moved,
    Question,
    counted,
    moved,
)
from tests.areas import Areas
from tests.asking import MINISTRY
from tests.queries.published_rows import AUGUST, JULY, reader_of, stood, write
from warehouse.schema.calendar import months_before
from warehouse.schema.rounding import ROUNDED_TO

JUNE = months_before(JULY, 1)
TWENTE = Access("regio", frozenset({"AM05"}))


def _row(region: str, day: date, youths: int, regions: int | None = 1, **keys: Any) -> dict[str, Any]:
    counts = {"youths": youths} if regions is None else {"youths": youths, "regions": regions}
    when = "period" if "from_code" in keys else "reference_date"
    return {"region_code": region, when: day, **keys, **counts, **stood(1, None)}


def _move(region: str, day: date, start: str, end: str, youths: int) -> dict[str, Any]:
    return _row(region, day, youths, from_code=start, to_code=end)


ROWS = {
    "flow_total": [
        _move("AM05", JUNE, "F1", "F2", 10),
        _move("AM05", JULY, "F1", "F2", 20),
        _move("AM05", JULY, "F2", "F3", 10),
        _move("AM02", JULY, "F1", "F2", 40),
        _move("NL01", JULY, "F1", "F2", 60),
        {**_move("AM05", AUGUST, "F1", "F2", 70), **stood(3, None)},
    ],
    "waiting_count": [
        _row("AM05", JULY, 5, waiting_class_code="tot_4"),
        _row("AM02", JULY, 15, waiting_class_code="tot_4"),
        _row("AM02", JUNE, 25, waiting_class_code="tot_4"),
        _row("NL01", JULY, 20, 2, waiting_class_code="tot_4"),
    ],
    "registration_count": [_row("AM05", JULY, 40, approach_code="benaderd", system_count_code="2")],
    "phase_count": [
        _row("AM05", JULY, 15, None, phase_code="F4", age_band_code="16-17"),
        _row("AM02", JULY, 30, None, phase_code="F4", age_band_code="16-17"),
    ],
}


@pytest.fixture
def told(areas: Areas) -> Areas:
    write(areas.warehouse, **ROWS)
    return areas


def _reader(areas: Areas, access: Access = MINISTRY, number: int | None = None) -> Iterator[Reader]:
    with areas.warehouse.connect() as connection:
        yield reader_of(connection, number, access)


def test_months_are_added_up_and_counted(told: Areas) -> None:
    for reader in _reader(told):
        found = moved(reader, ["AM05", "AM02"], [JUNE, JULY])
        assert sorted(found, key=lambda one: (one.region_code, one.from_code)) == [
            Moved("AM02", "F1", "F2", 40, 1),
            Moved("AM05", "F1", "F2", 30, 2),
            Moved("AM05", "F2", "F3", 10, 1),
        ]
        assert moved(reader, ["AM05"], []) == []


def test_only_what_stood_in_the_publication_and_may_be_seen_moves(told: Areas) -> None:
    for reader in _reader(told, TWENTE, 2):
        assert moved(reader, ["AM05", "AM02"], [AUGUST]) == []
        assert {one.region_code for one in moved(reader, ["AM05", "AM02", "NL01"], [JULY])} == {"AM05", "NL01"}


def test_several_facts_are_answered_at_once(told: Areas) -> None:
    asked: list[str] = []
    event.listen(told.warehouse, "before_cursor_execute", lambda _c, _k, statement, *_: asked.append(statement))
    for reader in _reader(told):
        asked.clear()
        found = counted(
            reader,
            [
                Question(WAITING, ["AM05", NATIONAL_CODE], [JULY]),
                Question(REGISTRATIONS, ["AM05"], [JULY]),
                Question(TURNED_18, ["AM05"], [JULY]),
            ],
        )
        assert len(asked) == 1
    assert set(found) == {
        Counted(WAITING, "AM05", JULY, "tot_4", "", 5, 1),
        Counted(WAITING, "NL01", JULY, "tot_4", "", 20, 2),
        Counted(REGISTRATIONS, "AM05", JULY, "benaderd", "2", 40, 1),
    }


def test_places_that_are_added_up_are_told_as_the_country(told: Areas) -> None:
    questions = [
        Question(WAITING, ["AM05", "AM02"], [JUNE, JULY], together=True),
        Question(PHASES_BY_AGE, ["AM05", "AM02"], [JULY], together=True),
    ]
    for reader in _reader(told):
        assert set(counted(reader, questions)) == {
            Counted(WAITING, NATIONAL_CODE, JULY, "tot_4", "", 20, 2),
            Counted(WAITING, NATIONAL_CODE, JUNE, "tot_4", "", 25, 1),
            Counted(PHASES_BY_AGE, NATIONAL_CODE, JULY, "F4", "16-17", 45, 2),
        }
    for reader in _reader(told, TWENTE):
        assert {one.youths for one in counted(reader, questions)} == {20, 45}  # not the 25 of one other region


def test_places_that_are_steady_have_every_date(told: Areas) -> None:
    """Others would make the number rise by joining."""
    asked = Question(WAITING, ["AM05", "AM02"], [JUNE, JULY], together=True, steady=True)
    for access in (MINISTRY, Access("regio", frozenset({"AM02"}))):
        for reader in _reader(told, access):
            assert {(one.reference_date, one.youths) for one in counted(reader, [asked])} == {(JUNE, 25), (JULY, 15)}
    for reader in _reader(told, TWENTE):
        assert counted(reader, [asked]) == []


def test_it_is_known_to_what_each_of_them_was_rounded() -> None:
    assert ROUNDED_TO.keys() >= COUNTED.keys()
