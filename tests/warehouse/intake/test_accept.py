from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table, func, select
from sqlalchemy.exc import SQLAlchemyError

from tests.areas import Areas
from tests.warehouse.intake import region
from tests.warehouse.intake.region import Rows, content, screened
from warehouse.intake.accept import Acceptance, UnconfirmedTextsError, accept
from warehouse.schema import intake

RECEIVED_AT = datetime(2026, 11, 9, 14)  # noqa: DTZ001


def accepted(
    connection: Connection, workbook: bytes, file_name: str = "AM05.xlsx", confirmed_by: str | None = None
) -> Acceptance:
    return accept(
        connection,
        screened(workbook),
        file_name=file_name,
        content=workbook,
        received_by="postvak",
        received_at=RECEIVED_AT,
        texts_confirmed_by=confirmed_by,
    )


def taken(engine: Engine, workbook: bytes, confirmed_by: str | None = None) -> Acceptance:
    with engine.execution_options(writing=True).begin() as connection:
        return accepted(connection, workbook, confirmed_by=confirmed_by)


def _rows(engine: Engine, table: Table) -> list[dict[str, Any]]:
    with engine.begin() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def _corrected(rows: Rows) -> None:
    rows["delivery"][0]["correction_reason"] = "telfout"


def test_every_row_reaches_its_table(areas: Areas) -> None:
    workbook = content()
    acceptance = taken(areas.intake, workbook)
    assert acceptance == Acceptance(acceptance.delivery_id, is_new=True, version=1)
    (delivery,) = _rows(areas.intake, intake.delivery)
    assert delivery["workbook"] == workbook
    assert (delivery["region_code"], delivery["reference_date"]) == ("AM05", region.REFERENCE_DATE)
    given = region.rows()
    for table in (intake.target, intake.pilot, intake.milestone, intake.experiment, intake.obstacle):
        stored = [{**row, "delivery_id": acceptance.delivery_id} for row in given[table.name]]
        assert _rows(areas.intake, table) == stored
    assert len(_rows(areas.intake, intake.phase_count)) == 4 * len(given["phase_count"])


def test_counts_per_age_band_are_rows_of_their_own(sqlite_areas: Areas) -> None:
    taken(sqlite_areas.intake, content())
    first = region.rows()["phase_count"][0]
    found = [
        (row["age_band_code"], row["youths"])
        for row in _rows(sqlite_areas.intake, intake.phase_count)
        if (row["reference_date"], row["phase_code"]) == (first["reference_date"], first["phase_code"])
    ]
    assert sorted(found) == [(key.removeprefix("count:"), first[key]) for key in first if key.startswith("count:")]


def test_the_same_file_twice_changes_nothing(areas: Areas) -> None:
    first, again = taken(areas.intake, content()), taken(areas.intake, content())
    assert again == Acceptance(first.delivery_id, is_new=False, version=1)
    assert len(_rows(areas.intake, intake.delivery)) == 1


def test_a_new_file_for_the_same_date_is_the_next_version_and_the_old_one_stays(areas: Areas) -> None:
    first, second = taken(areas.intake, content()), taken(areas.intake, content(_corrected))
    assert (second.is_new, second.version) == (True, 2)
    assert second.delivery_id > first.delivery_id
    assert [row["correction_reason"] for row in _rows(areas.intake, intake.delivery)] == [None, "telfout"]


def _with_number(number: int) -> bytes:
    return content(lambda rows: rows["delivery"][0].update(correction_reason=f"keer {number}"))


def _at_once(*actions: Callable[[], object]) -> list[object]:
    """What each of them gave, or the error that it ended in."""
    together = Barrier(len(actions))

    def run(action: Callable[[], object]) -> object:
        together.wait()
        try:
            return action()
        except SQLAlchemyError as problem:
            return problem

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


def test_deliveries_at_once_take_turns(areas: Areas) -> None:
    workbooks = [_with_number(number) for number in range(6)]
    given = _at_once(*(partial(taken, areas.intake, workbook) for workbook in workbooks))
    assert {acceptance.version for acceptance in given if isinstance(acceptance, Acceptance)} == set(range(1, 7)), given
    assert len({row["delivery_id"] for row in _rows(areas.intake, intake.delivery)}) == 6


def test_the_same_file_twice_at_once_is_one_delivery(areas: Areas) -> None:
    given = _at_once(*[partial(taken, areas.intake, content())] * 4)
    is_new = [acceptance.is_new for acceptance in given if isinstance(acceptance, Acceptance)]
    assert sorted(is_new) == [False, False, False, True], given
    assert len(_rows(areas.intake, intake.delivery)) == 1


def _speaks_of_a_person(rows: Rows) -> None:
    rows["experiment_note"][0]["observed"] = "Kevin (17) uit Almelo kwam langs."


def test_texts_that_may_tell_of_a_person_are_kept_only_when_someone_confirmed_them(areas: Areas) -> None:
    workbook = content(_speaks_of_a_person)
    with pytest.raises(UnconfirmedTextsError):
        taken(areas.intake, workbook)
    assert _rows(areas.intake, intake.delivery) == []
    first = taken(areas.intake, workbook, "projectleider")
    assert taken(areas.intake, workbook) == Acceptance(first.delivery_id, is_new=False, version=1)
    (delivery,) = _rows(areas.intake, intake.delivery)
    assert delivery["texts_confirmed_by"] == "projectleider"


def test_where_nothing_was_asked_nothing_was_confirmed(sqlite_areas: Areas) -> None:
    taken(sqlite_areas.intake, content(), "projectleider")
    (delivery,) = _rows(sqlite_areas.intake, intake.delivery)
    assert delivery["texts_confirmed_by"] is None


def test_what_fails_screening_is_refused_and_leaves_no_trace(sqlite_areas: Areas) -> None:
    spoiled = content(lambda rows: rows["phase_count"].pop())
    with pytest.raises(ValueError, match="fails screening"):
        taken(sqlite_areas.intake, spoiled)
    with sqlite_areas.intake.begin() as connection:
        for table in intake.metadata.sorted_tables:
            assert connection.scalar(select(func.count()).select_from(table)) == 0


def test_an_interrupted_acceptance_leaves_nothing(sqlite_areas: Areas) -> None:
    def interrupted() -> None:
        with sqlite_areas.intake.execution_options(writing=True).begin() as connection:
            accepted(connection, content())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert _rows(sqlite_areas.intake, intake.delivery) == []
    assert _rows(sqlite_areas.intake, intake.phase_count) == []


def test_a_path_is_not_kept_as_a_file_name(sqlite_areas: Areas) -> None:
    with sqlite_areas.intake.execution_options(writing=True).begin() as connection:
        accepted(connection, content(), "/home/iemand/" + "x" * 300 + ".xlsx")
    (delivery,) = _rows(sqlite_areas.intake, intake.delivery)
    assert "/" not in delivery["file_name"]
    assert delivery["file_name"].endswith(".xlsx")
    assert date(2026, 11, 9) == delivery["received_at"].date()
