"""Which delivery tells a value, who delivered it and who approved it: what was written down, and what is in intake."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from queries.history import DESTINATION, INDICATOR, MOVEMENT, PHASE, Figure
from queries.provenance import Source, deliveries_told, sources
from queries.reader import Access
from tests.areas import Areas
from tests.asking import MINISTRY, reading
from tests.queries.published_rows import ACTS, AUGUST, JULY, acts, reader_of, told, write
from tests.serving import Demonstration

IN_SIGHT, PLACED = Figure(INDICATOR, ("K01",), (JULY,)), Figure(INDICATOR, ("K07",), (JULY,))
REASON = "Dubbel geteld."
TOLD: dict[str, list[dict[str, Any]]] = {
    "fact_source": [
        told("AM01", "phase_count", JULY, 1, 2, 2),
        told("AM01", "phase_count", JULY, 2, 3, None),
        told("AM01", "exit_count", date(2026, 6, 1), 1, 2, None),
        told("AM01", "exit_count", JULY, 2, 2, None),
        told("AM05", "phase_count", JULY, 1, 2, None),
    ],
    "delivery_act": [*acts("AM01", 1, 2, None), *acts("AM01", 2, 3, None, REASON), *acts("AM05", 1, 2, None)],
}
BY_HAND = text(
    """
    SELECT 'levering' AS act, d.filled_by AS by_whom, d.received_at AS acted_at
      FROM delivery d WHERE d.region_code = :region AND d.reference_date = :day AND d.version = :version
    UNION ALL
    SELECT a.level_code, a.approved_by, a.approved_at
      FROM delivery d JOIN approval a ON a.delivery_id = d.delivery_id
     WHERE d.region_code = :region AND d.reference_date = :day AND d.version = :version
    """
)
NEWEST_BY_HAND = text(
    """
    SELECT d.reference_date, d.version FROM delivery d
      JOIN approval a ON a.delivery_id = d.delivery_id AND a.level_code = 'ministerie'
      JOIN phase_count c ON c.delivery_id = d.delivery_id AND c.reference_date = :day
     WHERE d.region_code = :region AND a.approved_at <= :moment
     ORDER BY d.delivery_id DESC LIMIT 1
    """
)


def test_a_source_tells_who_delivered_and_approved_and_when(areas: Areas) -> None:
    write(areas.warehouse, **TOLD)
    with areas.warehouse.connect() as connection:
        first, second = sources(reader_of(connection), IN_SIGHT, ["AM01"])
    assert [(one.reference_date, one.version, one.reason) for one in (first, second)] == [
        (AUGUST, 1, None),
        (AUGUST, 2, REASON),
    ]
    assert [act.code for act in second.acts] == list(ACTS)
    assert [act.acted_by for act in second.acts] == [f"{code} 2" for code in ACTS]
    assert [act.acted_on.day for act in second.acts] == [20, 21, 22, 23, 24]


def test_before_the_deliveries_were_written_down_no_source_is_known(areas: Areas) -> None:
    """The tables began with publication 2: of publication 1 it cannot be said who delivered."""
    write(areas.warehouse, **TOLD)
    with areas.warehouse.connect() as connection:
        reader = reader_of(connection)
        found = sources(reader, IN_SIGHT, ["AM01"])
        by_publication = [Source.newest(found, one) for one in reader.so_far]
    assert [source and source.version for source in by_publication] == [None, 1, 2, 2]


def test_a_year_of_exits_is_told_by_the_newest_of_its_deliveries(areas: Areas) -> None:
    """The month of the reference date itself is not in it."""
    write(areas.warehouse, **TOLD)
    with areas.warehouse.connect() as connection:
        (found,) = sources(reader_of(connection), PLACED, ["AM01"])
        later = sources(reader_of(connection), Figure(DESTINATION, ("werk",), (AUGUST,)), ["AM01"])
        none = sources(reader_of(connection), Figure(MOVEMENT, ("F1", "F2"), (JULY,)), ["AM01"])
    assert found.version == 1
    assert max(one.version for one in later) == 2
    assert none == []


@pytest.mark.parametrize(("number", "versions"), [(1, []), (2, [1]), (3, [1, 2]), (None, [1, 2])])
def test_a_later_delivery_is_not_told_of(areas: Areas, number: int | None, versions: list[int]) -> None:
    write(areas.warehouse, **TOLD)
    with areas.warehouse.connect() as connection:
        reader = reader_of(connection, number)
        assert [one.version for one in sources(reader, IN_SIGHT, ["AM01"])] == versions
        assert [one.version for one in deliveries_told(reader, "AM01")] == versions


def test_who_sees_one_region_learns_nothing_of_the_deliveries_of_another(areas: Areas) -> None:
    write(areas.warehouse, **TOLD)
    with areas.warehouse.connect() as connection:
        reader = reader_of(connection, access=Access("regio", frozenset({"AM05"})))
        assert {one.region_code for one in sources(reader, IN_SIGHT, ["AM01", "AM05"])} == {"AM05"}
        assert {one.region_code for one in deliveries_told(reader)} == {"AM05"}
        assert deliveries_told(reader, "AM01") == []


def test_a_delivery_that_was_taken_back_and_came_again_tells_twice(areas: Areas) -> None:
    """As after an undo: not in publication 3, and again in publication 4."""
    twice = [*acts("AM01", 1, 1, None), *acts("AM01", 2, 2, 2), *acts("AM01", 2, 4, None)]
    write(areas.warehouse, delivery_act=twice)
    with areas.warehouse.connect() as connection:
        reader = reader_of(connection)
        found = deliveries_told(reader, "AM01")
        newest = [Source.newest(found, one) for one in reader.so_far]
    assert [source and source.version for source in newest] == [1, 2, 1, 2]
    assert {len(one.acts) for one in found} == {5}


@pytest.mark.parametrize("region", ["AM01", "AM05", "AM35"])
def test_the_acts_of_the_demonstration_are_those_in_intake(demonstration: Demonstration, region: str) -> None:
    with reading(demonstration, MINISTRY) as reader:
        found = deliveries_told(reader, region)
    assert len(found) >= 4
    with demonstration.intake.connect() as connection:
        for one in found:
            asked = {"region": region, "day": str(one.reference_date), "version": one.version}
            by_hand = {(act, by, str(at)[:10]) for act, by, at in connection.execute(BY_HAND, asked)}
            assert {(act.code, act.acted_by, str(act.acted_on)) for act in one.acts} == by_hand
            assert len(by_hand) == 5


@pytest.mark.parametrize("kind", [(INDICATOR, ("K01",)), (PHASE, ("F4",))], ids=["indicator", "phase"])
@pytest.mark.parametrize("region", ["AM01", "AM05", "AM35"])
@pytest.mark.parametrize("day", [date(2026, month, 1) for month in (6, 7, 8, 9, 10)], ids=str)
def test_the_delivery_that_tells_a_count_is_the_newest_in_intake(
    demonstration: Demonstration, region: str, day: date, kind: tuple[str, tuple[str, ...]]
) -> None:
    figure = Figure(*kind, days=(day,))
    with reading(demonstration) as reader, demonstration.intake.connect() as connection:
        found = sources(reader, figure, [region])
        for publication in reader.so_far:
            moment = f"{publication.published_on} 12:00:00.000000"
            asked = {"region": region, "day": str(day), "moment": moment}
            by_hand = connection.execute(NEWEST_BY_HAND, asked).one_or_none()
            source = Source.newest(found, publication)
            told_by = (str(source.reference_date), source.version) if source else None
            assert told_by == (tuple(by_hand) if by_hand else None), publication.number
