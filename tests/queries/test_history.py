"""What a value was in every publication: up to the one that is looked at, and only where one may look."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from queries.history import INDICATOR, MOVEMENT, Figure, Promised, Timeline, amounts, is_known, promised
from queries.reader import Access, Publication, Reader
from tests.areas import Areas
from tests.asking import reading
from tests.queries.published_rows import AUGUST, JULY, count, reader_of, stood, write
from tests.serving import Demonstration

IN_SIGHT = Figure(INDICATOR, ("K01",), (JULY,))
COUNTS = [count("AM01", 765, 1, 2), count("AM01", 745, 3, None), count("AM05", 500, 2, 2), count("AM05", 505, 4, None)]
TWENTE = Access("regio", frozenset({"AM05"}))
STATES = st.lists(st.one_of(st.none(), st.integers(0, 2)), max_size=9)


def _publications(number: int) -> list[Publication]:
    first = date(2026, 1, 1)
    return [Publication(at, first + timedelta(at), first, demonstration=True) for at in range(1, number + 1)]


@given(STATES)
def test_the_steps_say_what_stood_in_every_publication(states: list[int | None]) -> None:
    publications = _publications(len(states))
    line = Timeline.of(publications, lambda one: states[one.number - 1])
    replayed, now = [], None
    steps = {step.publication.number: step for step in line.steps}
    for publication in publications:
        if step := steps.get(publication.number):
            assert (step.was, step.was != step.now) == (now, True)
            now = step.now
        replayed.append(now)
    assert replayed == states
    assert line.now == (states[-1] if states else None)


def test_a_value_that_came_went_and_came_back_has_a_step_for_each() -> None:
    line = Timeline.of(_publications(5), lambda one: {2: "a", 3: "b", 5: "b"}.get(one.number))
    assert [(step.publication.number, step.was, step.now) for step in line.steps] == [
        (2, None, "a"),
        (3, "a", "b"),
        (4, "b", None),
        (5, None, "b"),
    ]
    assert line.first is not None
    assert line.first.number == 2


def _found(reader: Reader, *places: str) -> list[tuple[str, int, int | None, int, int | None]]:
    return [
        (one.region_code, one.numerator, one.denominator, one.first_publication, one.last_publication)
        for one in amounts(reader, IN_SIGHT, places)
    ]


def test_every_value_that_stood_is_found(areas: Areas) -> None:
    write(areas.warehouse, indicator_count=[*COUNTS, count("AM01", 1, 1, None, AUGUST)])
    with areas.warehouse.connect() as connection:
        found = _found(reader_of(connection), "AM01", "AM05")
    assert found == [
        ("AM01", 765, 865, 1, 2),
        ("AM01", 745, 845, 3, None),
        ("AM05", 500, 600, 2, 2),
        ("AM05", 505, 605, 4, None),
    ]


def test_nothing_is_told_of_what_came_after_the_publication_that_is_looked_at(areas: Areas) -> None:
    write(areas.warehouse, indicator_count=COUNTS)
    with areas.warehouse.connect() as connection:
        reader = reader_of(connection, 2)
        found = amounts(reader, IN_SIGHT, ["AM01", "AM05"])
        newest = [one.numerator for one in found if reader.publication.holds(one)]
    assert [(one.region_code, one.numerator) for one in found] == [("AM01", 765), ("AM05", 500)]
    assert newest == [765, 500]


def test_another_region_has_no_history(areas: Areas) -> None:
    write(areas.warehouse, indicator_count=COUNTS)
    with areas.warehouse.connect() as connection:
        reader = reader_of(connection, access=TWENTE)
        assert {place for place, *_ in _found(reader, "AM01", "AM05")} == {"AM05"}


def test_promises_come_with_the_publications_in_which_they_stood(areas: Areas) -> None:
    key = {"region_code": "AM01", "indicator_code": "K01"}
    target = {**key, "target_on": date(2026, 12, 31)}
    write(
        areas.warehouse,
        target=[
            {**target, "amount": 800.0, **stood(1, 2)},
            {**target, "amount": 810.0, **stood(3, None)},
            {**target, "region_code": "AM05", "amount": 5.0, **stood(1, None)},
        ],
        baseline=[{**key, "baseline_on": JULY, "amount": 535.0, "content_hash": "a" * 64, **stood(1, None)}],
    )
    with areas.warehouse.connect() as connection:
        everything = [promised(reader_of(connection, number), "K01", ["AM01"]) for number in (4, 2)]
        foreign = promised(reader_of(connection, access=TWENTE), "K01", ["AM01", "AM05"])
    shown = [
        [(one.subject, one.amount, one.first_publication, one.last_publication) for one in found]
        for found in everything
    ]
    assert shown[0] == [("target", 800.0, 1, 2), ("target", 810.0, 3, None), ("baseline", 535.0, 1, None)]
    assert shown[1] == [("target", 800.0, 1, 2), ("baseline", 535.0, 1, None)]
    assert [one.day for one in everything[0]] == [date(2026, 12, 31)] * 2 + [JULY]
    assert [one.content_hash for one in everything[0]] == [None, None, "a" * 64]
    assert [(one.region_code, one.amount) for one in foreign] == [("AM05", 5.0)]


def _span(one: Promised) -> tuple[int, int | None]:
    return one.first_publication, one.last_publication


def test_a_milestone_is_known_from_its_first_publication_on(demonstration: Demonstration) -> None:
    with reading(demonstration) as reader:
        assert is_known(reader, "milestone", "AM05", ("AM05-TOM", "4"))
        assert not is_known(reader, "milestone", "AM01", ("AM05-TOM", "4"))
        assert not is_known(reader, "milestone", "AM05", ("AM05-XYZ", "4"))
        assert is_known(reader, "experiment", "AM05", ("AM05-E1",))
    with reading(demonstration, Access("regio", frozenset({"AM01"}))) as reader:
        assert not is_known(reader, "milestone", "AM05", ("AM05-TOM", "4"))


def test_the_demonstration_has_the_correction_of_groningen_and_no_other(demonstration: Demonstration) -> None:
    """Groningen counted twenty young people twice in June and July 2026; its movements changed with them."""
    with reading(demonstration) as reader:
        places = ["AM01", "AM05", "AM23"]
        july = amounts(reader, IN_SIGHT, places)
        moved = amounts(reader, Figure(MOVEMENT, (), (date(2026, 5, 1),)), places)
    assert {one.region_code for one in july if one.last_publication} == {"AM01"}
    assert [one.numerator for one in july if one.region_code == "AM01"] == [765, 745]
    assert [(one.region_code, one.codes) for one in moved if one.last_publication] == [("AM01", ("NEW", "F1"))]
