"""What the facts about outcomes answer: of which date and publication, of whom, and only what may be seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from queries.indicators import series
from queries.outcomes import Assessed, Followed, outcomes
from queries.reader import Access
from tests.areas import Areas
from tests.queries.published_rows import AUGUST, count, reader_of, stood, write

APRIL, MAY, JUNE, JULY = (date(2026, month, 1) for month in (4, 5, 6, 7))
NOWHERE = Access("regio", frozenset({"AM02"}))
Row = dict[str, Any]


def row(region: str, day: dict[str, date], codes: dict[str, str], youths: int, first: int = 1, **more: Any) -> Row:
    return {"region_code": region, **day, **codes, "youths": youths, "regions": 1, **stood(first, more.get("last"))}


def domain(region: str, day: date, state: str, youths: int, first: int = 1, **more: Any) -> Row:
    codes = {"domain_code": "WON", "state_code": state}
    return row(region, {"reference_date": day}, codes, youths, first, **more)


def after(region: str, period: date, months: str, state: str, youths: int, **more: Any) -> Row:
    return row(region, {"period": period}, {"after_code": months, "state_code": state}, youths, **more)


def move(region: str, period: date, start: str, end: str, youths: int) -> Row:
    return row(region, {"period": period}, {"from_code": start, "to_code": end}, youths)


def left(region: str, day: date, destination: str, youths: int) -> Row:
    return row(region, {"reference_date": day}, {"destination_code": destination}, youths)


def left_of(region: str, destination: str, band: str, youths: int) -> Row:
    codes = {"destination_code": destination, "age_band_code": band}
    found = row(region, {"reference_date": AUGUST}, codes, youths)
    return {name: value for name, value in found.items() if name != "regions"}


@pytest.fixture
def connection(sqlite_areas: Areas) -> Iterator[Connection]:
    write(
        sqlite_areas.warehouse,
        domain_count=[
            domain("AM05", APRIL, "op_orde", 10),
            domain("AM05", JULY, "op_orde", 40, last=2),
            domain("AM05", JULY, "op_orde", 60, first=3),
            domain("AM05", JULY, "niet_op_orde", 20),
            domain("AM02", APRIL, "op_orde", 30),
        ],
        retention_count=[
            after("AM05", APRIL, "3", "goed", 30),
            after("AM05", APRIL, "3", "terug", 10),
            after("AM05", APRIL, "3", "nog_niet", 20),
            after("AM05", APRIL, "12", "nog_niet", 60),
            after("AM05", AUGUST, "3", "nog_niet", 10),
        ],
        flow_total=[
            move("AM05", JULY, "F5", "F6", 10),
            move("AM05", JUNE, "F6", "F4", 20),
            move("AM05", JULY, "F6", "weg", 30),
            move("AM05", JULY, "F4", "F6", 40),
            move("AM05", MAY, "F5", "F6", 50),
        ],
        exit_total=[left("AM05", AUGUST, "werk", 30), left("AM05", JULY, "werk", 90), left("NL01", AUGUST, "werk", 70)],
        exit_count=[left_of("AM05", "werk", "16-17", 10), left_of("AM05", "werk", "18-20", 20)],
        indicator_count=[count("AM05", 100, 1, None, JULY), count("AM05", 110, 1, None, AUGUST)],
    )
    with sqlite_areas.warehouse.connect() as opened:
        yield opened


def test_life_domains_are_of_the_newest_date_up_to_the_one_that_is_asked(connection: Connection) -> None:
    reader = reader_of(connection)
    (found,) = outcomes(reader, AUGUST, []).assessed
    assert (found.region_code, found.reference_date) == ("AM05", JULY)
    assert (found.in_order("WON"), found.assessed("WON")) == (60, 80)
    assert (found.in_order("INK"), found.assessed("INK")) == (0, 0)
    earlier = outcomes(reader, JUNE, []).assessed
    assert {(one.region_code, one.reference_date, one.in_order("WON")) for one in earlier} == {
        ("AM05", APRIL, 10),
        ("AM02", APRIL, 30),
    }
    assert outcomes(reader, date(2026, 3, 1), []).assessed == []


def test_an_earlier_publication_keeps_its_figures(connection: Connection) -> None:
    (found,) = outcomes(reader_of(connection, 2), AUGUST, []).assessed
    assert found == Assessed("AM05", JULY, {("WON", "op_orde"): 40, ("WON", "niet_op_orde"): 20}, 1)


def test_groups_are_apart_and_those_that_left_later_are_not_there(connection: Connection) -> None:
    found = outcomes(reader_of(connection), AUGUST, []).followed
    assert found == [
        Followed("AM05", APRIL, 3, {"goed": 30, "terug": 10, "nog_niet": 20}, 1),
        Followed("AM05", APRIL, 12, {"nog_niet": 60}, 1),
    ]
    assert [(one.known, one.is_open) for one in found] == [(40, True), (0, True)]


def test_only_relapses_and_new_beginnings_are_returns_the_oldest_first(connection: Connection) -> None:
    found = outcomes(reader_of(connection), AUGUST, [JUNE, JULY]).returns
    assert [(one.period, one.from_code, one.to_code, one.youths) for one in found] == [
        (JUNE, "F6", "F4", 20),
        (JULY, "F5", "F6", 10),
    ]


def test_exits_are_of_one_date_by_place_and_by_age(connection: Connection) -> None:
    found = outcomes(reader_of(connection), AUGUST, [])
    assert found.exits == {"AM05": {"werk": 30}, "NL01": {"werk": 70}}
    assert found.by_age == {("AM05", "16-17"): {"werk": 10}, ("AM05", "18-20"): {"werk": 20}}


def test_another_region_sees_the_country_alone(connection: Connection) -> None:
    found = outcomes(reader_of(connection, access=NOWHERE), AUGUST, [JUNE, JULY])
    assert (found.by_age, found.returns, found.followed) == ({}, [], [])
    assert found.exits == {"NL01": {"werk": 70}}
    assert {one.region_code for one in found.assessed} <= {"AM02"}


def test_a_series_is_between_two_dates_and_of_these_indicators(connection: Connection) -> None:
    reader = reader_of(connection)
    assert [one.numerator for one in series(reader, ["K01"], JULY, AUGUST)] == [100, 110]
    assert [one.numerator for one in series(reader, ["K01"], AUGUST, AUGUST)] == [110]
    assert series(reader, ["K07"], JULY, AUGUST) == []
