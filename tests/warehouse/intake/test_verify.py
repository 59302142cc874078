"""Whoever changes what came in, or what was done with it, is found out, and it is said where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, update

from tests.areas import Areas
from tests.wall import Doors
from tests.warehouse.intake.region import content
from tests.warehouse.intake.test_accept import taken
from tests.warehouse.intake.test_approve import approved
from tests.warehouse.tampering import link, past_the_guards, swap
from warehouse import chain
from warehouse.areas import open_engine
from warehouse.chain import Break
from warehouse.intake.verify import is_readable, verify
from warehouse.publish.indicator_values import load_file
from warehouse.reference import FOLDER
from warehouse.schema import intake

Tamper = Callable[[Connection], object]

AT = datetime.fromisoformat("2026-11-08T09:00")
DAY = date(2026, 11, 1)
NUMBERS = {"levering": 1, "pilot": 2, "regio": 3, "bron": 4, "second": 5}


@pytest.fixture
def filled(areas: Areas) -> Areas:
    """Two versions of a delivery, the first of them approved by two levels, and figures of a national source."""
    number = taken(areas.intake, content()).delivery_id
    approved(areas.intake, number, "regio")
    file = FOLDER / "cbs_84780NED_vsv_provincie.csv"
    with areas.intake.execution_options(writing=True).begin() as connection:
        load_file(connection, file.read_bytes(), file.name, loaded_by="bureau", loaded_at=AT)
    taken(areas.intake, content(lambda rows: rows["delivery"][0].update(correction_reason="telfout")))
    return areas


def found(areas: Areas) -> tuple[Break, ...]:
    with areas.intake.connect() as connection:
        return verify(connection).broken


def about(act: str, version: int = 1) -> dict[str, Any]:
    return {"region": "AM05", "day": DAY, "version": version, "act": act}


def test_what_nobody_touched_is_well(filled: Areas) -> None:
    with filled.intake.connect() as connection:
        checked = verify(connection)
        assert checked.head == chain.newest_hash(connection, intake.journal)
    assert (len(checked.hashes), checked.broken) == (len(NUMBERS), ())


def test_an_empty_intake_is_well(sqlite_areas: Areas) -> None:
    with sqlite_areas.intake.connect() as connection:
        assert verify(connection) == chain.Checked((), ())


def _of(number: int) -> Any:
    return intake.delivery.c.delivery_id == number


def _cut_off(connection: Connection) -> None:
    connection.execute(delete(intake.journal).where(intake.journal.c.number == NUMBERS["second"]))


def _forged(connection: Connection) -> None:
    """Someone else approved, and the entry is written anew to say so."""
    signed = {"approved_by": "niemand"}
    connection.execute(update(intake.approval).where(intake.approval.c.level_code == "regio").values(**signed))
    row = link(connection, intake.journal, NUMBERS["regio"])
    content = {name: value for name, value in row.items() if name not in chain.HASHES} | {"written_by": "niemand"}
    values = chain.linked(str(row["previous_hash"]), content)
    connection.execute(update(intake.journal).where(intake.journal.c.number == NUMBERS["regio"]).values(**values))


TAMPERED: dict[str, tuple[Tamper, list[Break]]] = {
    "one count of one delivery": (
        lambda connection: connection.execute(
            update(intake.phase_count)
            .where(intake.phase_count.c.delivery_id == 1, intake.phase_count.c.age_band_code == "16-17")
            .values(youths=intake.phase_count.c.youths + 1)
        ),
        [Break(1, "rows", about("levering"))],
    ),
    "a row taken out": (
        lambda connection: connection.execute(delete(intake.obstacle).where(intake.obstacle.c.delivery_id == 2)),
        [Break(NUMBERS["second"], "rows", about("levering", 2))],
    ),
    "the workbook": (
        lambda connection: connection.execute(update(intake.delivery).where(_of(1)).values(workbook=b"x")),
        [Break(1, "workbook", about("levering"))],
    ),
    "the reason of a correction": (
        lambda connection: connection.execute(update(intake.delivery).where(_of(2)).values(correction_reason=None)),
        [
            Break(NUMBERS["second"], "done_otherwise", about("levering", 2)),
            Break(NUMBERS["second"], "rows", about("levering", 2)),
        ],
    ),
    "an approval slipped in": (
        lambda connection: connection.execute(
            insert(intake.approval).values(delivery_id=2, level_code="ministerie", approved_at=AT, approved_by="x")
        ),
        [Break(None, "no_entry", about("ministerie", 2))],
    ),
    "an approval taken out": (
        lambda connection: connection.execute(
            delete(intake.approval).where(intake.approval.c.level_code == "regio"),
        ),
        [Break(NUMBERS["regio"], "not_done", about("regio"))],
    ),
    "who approved": (
        lambda connection: connection.execute(update(intake.approval).values(approved_by="niemand")),
        [
            Break(NUMBERS["pilot"], "done_otherwise", about("pilot")),
            Break(NUMBERS["regio"], "done_otherwise", about("regio")),
        ],
    ),
    "who approved, in the journal too": (_forged, [Break(NUMBERS["bron"], "loose", {"before": NUMBERS["regio"]})]),
    "an entry in the middle": (
        lambda connection: connection.execute(delete(intake.journal).where(intake.journal.c.number == 2)),
        [Break(3, "gap", {"first": 2, "last": 2}), Break(None, "no_entry", about("pilot"))],
    ),
    "the last entry": (_cut_off, [Break(None, "no_entry", about("levering", 2))]),
    "two entries swapped": (
        lambda connection: swap(connection, intake.journal, NUMBERS["pilot"], NUMBERS["regio"]),
        [
            Break(2, "loose", {"before": 1}),
            Break(2, "changed"),
            Break(3, "loose", {"before": 2}),
            Break(3, "changed"),
            Break(4, "loose", {"before": 3}),
        ],
    ),
    "a figure of a national source": (
        lambda connection: connection.execute(update(intake.indicator_value).values(numerator=0)),
        [Break(NUMBERS["bron"], "figures")],
    ),
    "all figures of a national source": (
        lambda connection: connection.execute(delete(intake.indicator_value)),
        [Break(NUMBERS["bron"], "figures")],
    ),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_tampered_with_is_named(filled: Areas, what: str) -> None:
    tamper, told = TAMPERED[what]
    with past_the_guards(filled.intake) as connection:
        tamper(connection)
    assert list(found(filled)) == told


def test_figures_that_no_file_brought_are_named(sqlite_areas: Areas) -> None:
    value = {"indicator_code": "K13", "version": 1, "region_code": "NL01", "period": "2023/'24", "period_from": DAY}
    counted = {"numerator": 10, "denominator": 100, "rounding_base": 10, "status": "x", "source": "x", "loaded_at": AT}
    with sqlite_areas.intake.begin() as connection:
        connection.execute(insert(intake.indicator_value).values(**value, **counted))
    assert found(sqlite_areas) == (Break(None, "figures_no_entry"),)


def test_an_intake_that_is_not_there_cannot_be_read(sqlite_areas: Areas, tmp_path: Any) -> None:
    assert is_readable(sqlite_areas.intake)
    engine = open_engine(f"sqlite:///{tmp_path}/nowhere.db", read_only=True)
    assert not is_readable(engine)
    engine.dispose()


@pytest.mark.postgres
def test_who_may_not_look_into_the_intake_cannot_read_it(doors: Doors) -> None:
    assert [is_readable(door) for door in (doors.intake, doors.publish, doors.web)] == [True, True, False]
