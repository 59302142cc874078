"""Files that wait: each goes through the one door, and is out of the inbox whatever comes of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine, func, select

from tests.areas import Areas
from tests.warehouse.intake import region
from warehouse.intake.accept import Acceptance
from warehouse.intake.arrival import Arrival, receive_waiting
from warehouse.intake.inbox import send, take_out, waiting
from warehouse.schema import intake

SENT_AT = datetime(2026, 11, 11, 23, 55)  # noqa: DTZ001
TAKEN_AT = datetime(2026, 11, 12, 10)  # noqa: DTZ001
NUMBER_OF_A_PERSON = "111222333"


def sent(
    engine: Engine, content: bytes, *, file_name: str = "AM05.xlsx", confirmed: bool = False, later: int = 0
) -> str:
    with engine.execution_options(writing=True).begin() as connection:
        return send(
            connection,
            file_name=file_name,
            content=content,
            sent_by="projectleider",
            sent_at=SENT_AT + timedelta(minutes=later),
            texts_confirmed=confirmed,
        )


def _taken_in(engine: Engine, inbox_id: str) -> Arrival | None:
    with engine.execution_options(writing=True).begin() as connection:
        found = receive_waiting(connection, inbox_id, TAKEN_AT)
    return None if found is None else found[1]


def _waiting(engine: Engine) -> list[str]:
    with engine.begin() as connection:
        return waiting(connection)


def _rows(engine: Engine) -> int:
    """Of all tables of intake together."""
    with engine.begin() as connection:
        return sum(
            connection.scalar(select(func.count()).select_from(table)) or 0 for table in intake.metadata.sorted_tables
        )


def with_a_person(workbook: Workbook) -> None:
    workbook.create_sheet("Deelnemers").append([f"BSN {NUMBER_OF_A_PERSON}"])


def speaks_of_a_person(rows: region.Rows) -> None:
    rows["experiment_note"][0]["observed"] = "Kevin (17) uit Almelo kwam langs."


def test_what_was_sent_waits_under_a_number_in_the_order_in_which_it_came(areas: Areas) -> None:
    later, earlier = sent(areas.intake, b"2", later=1), sent(areas.intake, b"1")
    assert UUID(later).version == 4
    assert _waiting(areas.intake) == [earlier, later]


def test_a_good_file_becomes_a_delivery_of_who_sent_it(areas: Areas) -> None:
    inbox_id = sent(areas.intake, region.content())
    arrival = _taken_in(areas.intake, inbox_id)
    assert arrival is not None
    assert arrival.acceptance == Acceptance(1, is_new=True, version=1)
    with areas.intake.begin() as connection:
        delivery = connection.execute(select(intake.delivery)).one()
    assert (delivery.workbook, delivery.file_name) == (region.content(), "AM05.xlsx")
    assert (delivery.received_by, delivery.received_at) == ("projectleider", TAKEN_AT)
    assert delivery.texts_confirmed_by is None
    assert _waiting(areas.intake) == []
    assert _taken_in(areas.intake, inbox_id) is None


@pytest.mark.parametrize(
    "content",
    [
        region.edited(with_a_person),
        region.content(speaks_of_a_person),
        region.content(lambda rows: rows["phase_count"].pop()),
        b"no workbook",
        b"",
    ],
    ids=["person", "unconfirmed", "fails", "other file", "empty"],
)
def test_nothing_is_kept_of_a_file_that_is_not_taken_in(areas: Areas, content: bytes) -> None:
    arrival = _taken_in(areas.intake, sent(areas.intake, content))
    assert arrival is not None
    assert arrival.acceptance is None
    assert arrival.screening.findings
    assert _rows(areas.intake) == 0


def test_a_file_of_persons_stands_in_no_file_of_the_database(sqlite_areas: Areas, tmp_path: Path) -> None:
    """What SQLite calls free is still written there, unless it is told to overwrite it."""
    content = region.edited(with_a_person)
    inbox_id = sent(sqlite_areas.intake, content)
    assert _places_of(content, tmp_path)
    _taken_in(sqlite_areas.intake, inbox_id)
    sqlite_areas.intake.dispose()
    assert _places_of(content, tmp_path) == []


def _places_of(content: bytes, folder: Path) -> list[str]:
    parts = [content[start : start + 64] for start in range(0, len(content), 512)]
    held = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    return [name for name, found in held.items() if any(part in found for part in parts)]


def test_texts_are_taken_in_when_the_sender_confirmed_them(areas: Areas) -> None:
    arrival = _taken_in(areas.intake, sent(areas.intake, region.content(speaks_of_a_person), confirmed=True))
    assert arrival is not None
    assert arrival.acceptance is not None
    with areas.intake.begin() as connection:
        assert connection.scalars(select(intake.delivery.c.texts_confirmed_by)).all() == ["projectleider"]


def test_a_file_waits_on_when_taking_it_in_breaks_off(areas: Areas) -> None:
    inbox_id = sent(areas.intake, region.content())

    def broken_off() -> None:
        with areas.intake.execution_options(writing=True).begin() as connection:
            receive_waiting(connection, inbox_id, TAKEN_AT)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert _waiting(areas.intake) == [inbox_id]
    assert _rows(areas.intake) == 1


def test_two_who_empty_the_inbox_at_once_take_each_file_once(areas: Areas) -> None:
    numbers = [sent(areas.intake, region.content(), later=place) for place in range(3)]
    with ThreadPoolExecutor(2) as pool:
        taken = list(pool.map(partial(_taken_in, areas.intake), [*numbers, *numbers]))
    assert sum(arrival is not None for arrival in taken) == 3
    assert _waiting(areas.intake) == []


def test_who_finds_a_file_being_taken_does_not_wait_for_it(postgres_areas: Areas) -> None:
    inbox_id = sent(postgres_areas.intake, b"x")
    with postgres_areas.intake.begin() as first, postgres_areas.intake.begin() as second:
        assert take_out(first, inbox_id) is not None
        assert take_out(second, inbox_id) is None


def test_a_name_does_nothing_to_the_screen_on_which_it_is_shown(areas: Areas) -> None:
    inbox_id = sent(areas.intake, b"x", file_name="/home/iemand/\x1b[2J\x00AM05.xlsx\n")
    with areas.intake.execution_options(writing=True).begin() as connection:
        found = take_out(connection, inbox_id)
    assert found is not None
    assert found.file_name == "[2JAM05.xlsx"
