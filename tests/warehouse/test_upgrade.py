"""Databases from before the journal and the chain get both; the way back takes away what refuses changes."""

from __future__ import annotations

from datetime import datetime

import pytest
from alembic import command
from sqlalchemy import Connection, Engine, inspect, text, update
from sqlalchemy.exc import DatabaseError

from tests.areas import Areas
from tests.warehouse.intake.region import Rows, content
from tests.warehouse.intake.test_accept import taken
from tests.warehouse.intake.test_approve import approved
from tests.warehouse.publish.deliveries import published
from tests.warehouse.publish.shown import entries
from tests.warehouse.publish.test_elsewhere import load_school_leavers
from warehouse import chain
from warehouse.intake.course_sheets import COURSES
from warehouse.intake.sheets import sheet_of
from warehouse.intake.verify import verify as verify_intake
from warehouse.migrate import config_of, migrate
from warehouse.publish import versions
from warehouse.publish.contents import ADDED_LATER, VERSIONED, content_hash
from warehouse.publish.verify import verify as verify_publications
from warehouse.schema import intake
from warehouse.schema import published as area
from warehouse.schema.levels import LEVELS

PUBLISHED_AT = datetime.fromisoformat("2026-11-12T12:00")
PUBLICATION = area.publication
ADDED_COLUMNS = {
    "pilot": ("starts_on",),
    "milestone": ("judged_by",),
    "obstacle": ("next_step",),
    "experiment": ("policy_domain_code", "next_step", "funding_until", "internal", "language"),
}
ADDED_SHEETS = ("interim_target", "partner", "partner_action", "lesson", "rule_room")


@pytest.fixture
def old(areas: Areas) -> Areas:
    """As it was before: two deliveries, one of them approved, national figures, and two publications."""
    load_school_leavers(areas)
    published(areas, published_at=PUBLISHED_AT)
    number = taken(areas.intake, content(_as_it_was)).delivery_id
    approved(areas.intake, number, "ministerie")
    taken(areas.intake, content(_mended))
    published(areas, published_at=PUBLISHED_AT, note="eerste regio")
    with areas.warehouse.connect() as connection:
        hashes = {number: _without_provenance(connection, number) for number in (1, 2)}
    _downgrade(areas)
    with areas.warehouse.execution_options(writing=True).begin() as connection:
        for number, held in hashes.items():
            connection.execute(update(PUBLICATION).where(PUBLICATION.c.number == number).values(content_hash=held))
    return areas


def _as_it_was(rows: Rows) -> None:
    """Before there were sheets about courses and outcomes and those of `ADDED_SHEETS`, and before some told more."""
    for sheet in (*COURSES, *map(sheet_of, ADDED_SHEETS)):
        rows[sheet.subject].clear()
    for subject, columns in ADDED_COLUMNS.items():
        for row in rows[subject]:
            row.update(dict.fromkeys(columns))


def _mended(rows: Rows) -> None:
    _as_it_was(rows)
    rows["delivery"][0].update(correction_reason="telfout")


def _without_provenance(connection: Connection, number: int) -> str:
    tables = [table for table in VERSIONED if table not in ADDED_LATER]
    return content_hash({table: versions.stood_in(connection, table, number) for table in tables})


def _downgrade(areas: Areas) -> None:
    for engine, module in ((areas.warehouse, area), (areas.intake, intake)):
        with engine.execution_options(writing=True).begin() as connection:
            command.downgrade(config_of(module, connection), f"{module.AREA}_0001")


def _change(engine: Engine, table: str) -> None:
    name = table.split(".")[1] if engine.dialect.name == "sqlite" else table
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {name} SET number = number"))


def test_what_was_done_before_is_written_down_in_order_of_time(old: Areas) -> None:
    migrate(old.intake, old.warehouse)
    with old.intake.connect() as connection:
        found = chain.links(connection, intake.journal)
        assert verify_intake(connection).broken == ()
    assert [link["act_code"] for link in found] == ["bron", "levering", "levering", *LEVELS]
    assert [link["version"] for link in found][1:] == [1, 2, *(1 for _ in LEVELS)]
    assert [link["reason"] for link in found][1:3] == [None, "telfout"]
    assert {link["written_by"] for link in found} == {"onbekend", "postvak", "manager"}


def test_publications_from_before_are_tied_together_as_they_were(old: Areas) -> None:
    migrate(old.intake, old.warehouse)
    assert [(entry.restores, entry.journal_hash, entry.sources_hash) for entry in entries(old)] == [(None, "", "")] * 2
    third = published(old)
    with old.intake.connect() as given, old.warehouse.connect() as connection:
        hashes = frozenset(verify_intake(given).hashes)
        assert verify_publications(connection, hashes).broken == ()
    assert third.added.keys() == {"fact_source", "delivery_act", "sought"}
    assert entries(old)[-1].journal_hash in hashes


def test_from_then_on_nothing_of_it_is_changed_and_before_that_it_could_be(old: Areas) -> None:
    _change(old.warehouse, "published.publication")
    assert not inspect(old.intake).has_table("journal", schema=_schema(old.intake, "intake"))
    migrate(old.intake, old.warehouse)
    for engine, table in ((old.warehouse, "published.publication"), (old.intake, "intake.journal")):
        with pytest.raises(DatabaseError, match="only grows"):
            _change(engine, table)


def _schema(engine: Engine, area_name: str) -> str | None:
    return None if engine.dialect.name == "sqlite" else area_name
