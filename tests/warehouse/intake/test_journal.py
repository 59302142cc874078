"""Everything that is done with a delivery has its entry, and no entry is ever changed or taken away."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from tests.areas import Areas
from tests.warehouse.intake.region import content, rows
from tests.warehouse.intake.test_accept import RECEIVED_AT, taken
from tests.warehouse.intake.test_approve import APPROVED_AT, approved
from warehouse import chain
from warehouse.intake import journal
from warehouse.publish.indicator_values import load_file
from warehouse.reference import FOLDER
from warehouse.schema import intake

LOADED_AT = datetime.fromisoformat("2026-11-08T09:00")
REFUSAL = "journal only grows"


def links(areas: Areas) -> list[dict[str, Any]]:
    with areas.intake.connect() as connection:
        found = chain.links(connection, intake.journal)
    assert list(chain.breaks(found)) == []
    return found


def corrected(number: int) -> bytes:
    return content(lambda given: given["delivery"][0].update(correction_reason=f"keer {number}"))


def test_a_delivery_and_each_level_that_approves_it_have_an_entry(areas: Areas) -> None:
    number = taken(areas.intake, corrected(1)).delivery_id
    approved(areas.intake, number, "regio", "stuurgroep")
    approved(areas.intake, number, "regio", "nog eens")
    found = links(areas)
    assert [(link["act_code"], link["written_by"], link["reason"]) for link in found] == [
        ("levering", "postvak", "keer 1"),
        ("pilot", "stuurgroep", None),
        ("regio", "stuurgroep", None),
    ]
    assert [link["written_at"] for link in found] == [RECEIVED_AT, APPROVED_AT, APPROVED_AT]
    head = rows()["delivery"][0]
    assert {(link["region_code"], link["reference_date"], link["version"]) for link in found} == {
        (head["region_code"], head["reference_date"], 1)
    }
    assert len({link["content_hash"] for link in found}) == 1


def test_the_same_file_twice_is_one_entry(areas: Areas) -> None:
    taken(areas.intake, content())
    taken(areas.intake, content())
    assert len(links(areas)) == 1


def test_what_is_not_kept_has_no_entry(sqlite_areas: Areas) -> None:
    with pytest.raises(ValueError, match="fails screening"):
        taken(sqlite_areas.intake, content(lambda given: given["phase_count"].pop()))
    assert links(sqlite_areas) == []


def test_figures_of_a_national_source_have_an_entry(areas: Areas) -> None:
    file = FOLDER / "cbs_84780NED_vsv_provincie.csv"
    with areas.intake.execution_options(writing=True).begin() as connection:
        load_file(connection, file.read_bytes(), file.name, loaded_by="bureau", loaded_at=LOADED_AT)
    (link,) = links(areas)
    assert (link["act_code"], link["region_code"], link["written_by"]) == ("bron", "NL01", "bureau")


def test_the_hash_of_a_delivery_is_the_same_in_every_database(sqlite_areas: Areas, postgres_areas: Areas) -> None:
    for areas in (sqlite_areas, postgres_areas):
        taken(areas.intake, content())
    assert links(sqlite_areas) == links(postgres_areas)


def test_the_hash_of_a_delivery_covers_its_head_and_every_row(sqlite_areas: Areas) -> None:
    number = taken(sqlite_areas.intake, content()).delivery_id
    hashes = set()
    tampered = [
        None,
        update(intake.delivery).values(filled_by="iemand anders"),
        update(intake.phase_count).values(youths=intake.phase_count.c.youths + 1),
        delete(intake.obstacle),
    ]
    with sqlite_areas.intake.execution_options(writing=True).begin() as connection:
        for statement in tampered:
            if statement is not None:
                connection.execute(statement)
            hashes.add(journal.content_hashes(connection)[number])
        assert journal.content_hashes(connection) == journal.content_hashes(connection, delivery_id=number)
    assert len(hashes) == len(tampered)


def test_the_hash_of_a_delivery_can_be_recomputed_by_anyone(sqlite_areas: Areas) -> None:
    """From the head and the rows as JSON, table by table, each table's rows in the order of their text."""
    taken(sqlite_areas.intake, content())
    with sqlite_areas.intake.connect() as connection:
        head = connection.execute(select(*(intake.delivery.c[name] for name in journal.HEAD))).mappings().one()
        lines = [chain.canonical(dict(head)).decode()]
        for table in sorted(journal.SUBJECTS, key=lambda table: table.name):
            columns = [column for column in table.c if column.name != "delivery_id"]
            found = connection.execute(select(*columns)).mappings()
            lines += ["", table.name, *sorted(chain.canonical(dict(row)).decode() for row in found)]
    assert links(sqlite_areas)[0]["content_hash"] == hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_acts_of_different_kinds_at_once_make_one_chain(areas: Areas) -> None:
    numbers = [taken(areas.intake, corrected(one)).delivery_id for one in range(3)]
    with ThreadPoolExecutor(6) as pool:
        deliveries = [pool.submit(taken, areas.intake, corrected(one)) for one in range(3, 6)]
        approvals = [pool.submit(approved, areas.intake, number, "regio") for number in numbers]
    assert all(task.result().is_new for task in deliveries)
    assert all(task.result() == ("pilot", "regio") for task in approvals)
    assert len(links(areas)) == 6 + 3 * 2


def test_an_entry_is_never_changed_or_taken_away(areas: Areas) -> None:
    taken(areas.intake, content())
    before = links(areas)
    for forbidden in (update(intake.journal).values(reason="anders"), delete(intake.journal)):
        with pytest.raises(DatabaseError, match=REFUSAL), areas.intake.begin() as connection:
            connection.execute(forbidden)
    assert links(areas) == before


def test_on_sqlite_an_entry_is_not_replaced_either(sqlite_areas: Areas) -> None:
    taken(sqlite_areas.intake, content())
    replacing = insert(intake.journal).prefix_with("OR REPLACE").values(links(sqlite_areas)[0])
    with pytest.raises(DatabaseError, match=REFUSAL), sqlite_areas.intake.begin() as connection:
        connection.execute(replacing)


def test_on_postgresql_the_journal_is_not_emptied_either(postgres_areas: Areas) -> None:
    with pytest.raises(DatabaseError, match=REFUSAL), postgres_areas.intake.begin() as connection:
        connection.execute(text("TRUNCATE intake.journal"))


def test_what_was_interrupted_leaves_no_entry(areas: Areas) -> None:
    def interrupted(connection: Connection) -> None:
        journal.done(connection, 1, ["pilot"], by="bureau", at=RECEIVED_AT)
        raise KeyboardInterrupt

    taken(areas.intake, content())
    with pytest.raises(KeyboardInterrupt), areas.intake.execution_options(writing=True).begin() as connection:
        interrupted(connection)
    assert len(links(areas)) == 1
