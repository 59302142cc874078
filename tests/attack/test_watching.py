"""That nothing is read which the attacker does not hear of: the database itself is asked what was read."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import Select, event, exists, func, select, union_all

from dashboard.attack import collecting
from dashboard.attack.driving import Drive
from dashboard.attack.known import EVERYTHING
from dashboard.attack.visitors import Visitor, visitors
from dashboard.attack.watching import tables_of
from dashboard.settings import WebSettings
from queries.reader import Access
from tests.areas import Areas
from tests.attack.asking import ASKING, REGIONS, asked_of, deliver_years, settings_of
from tests.warehouse.publish.deliveries import published
from warehouse.migrations.searching import FULL_TEXT
from warehouse.schema.lists import NATIONAL_CODE, phase
from warehouse.schema.published import exit_total, phase_total, pilot
from warehouse.schema.role_codes import ROLE_CODES

IN_A_SUBQUERY = select(phase_total).subquery()
IN_A_CTE = select(exit_total.c.youths).cte()


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        (select(phase_total), {"phase_total"}),
        (select(func.count()).select_from(phase_total), {"phase_total"}),
        (
            select(phase.c.code).join(IN_A_SUBQUERY, IN_A_SUBQUERY.c.phase_code == phase.c.code),
            {"phase", "phase_total"},
        ),
        (select(phase.c.code).where(exists().where(pilot.c.name == phase.c.code)), {"phase", "pilot"}),
        (select(phase.c.code).where(phase.c.code.in_(select(pilot.c.name))), {"phase", "pilot"}),
        (select(select(func.max(pilot.c.name)).scalar_subquery()), {"pilot"}),
        (select(phase.alias().c.code, IN_A_CTE), {"phase", "exit_total"}),
        (union_all(select(phase.c.code), select(pilot.c.name)), {"phase", "pilot"}),
    ],
)
def test_every_table_of_a_statement_is_found(statement: Select[tuple[str]], names: set[str]) -> None:
    found = tables_of(statement)
    assert found is not None
    assert {table.name for table in found} == names


def test_what_the_database_says_was_read_is_what_was_heard(settings: WebSettings) -> None:
    read: set[str | None] = set()

    def note(action: int, table: str | None, *_about: str | None) -> int:
        read.update({table} if action == sqlite3.SQLITE_READ else set())
        return sqlite3.SQLITE_OK

    with asked_of(settings) as asked:
        event.listen(asked.engine, "connect", lambda connection, _record: connection.set_authorizer(note))
        known = asked.known()
        read.clear()
        asked.engine.dispose()
        assert list(Drive(asked.app, asked.watch, known).answers([Visitor(EVERYTHING, known.regions[0])]))
        asked.engine.dispose()
    # What the full-text index keeps for itself are the tokens of `sought`, and it is asked with a list.
    own = {name for name in read if name and name.startswith((FULL_TEXT, "sqlite_", "json_each"))}
    assert read - own == {table.name for _access, table in asked.watch.seen}
    assert len(read) > 20


def test_what_is_kept_for_one_visitor_hides_nothing_of_the_next(settings: WebSettings) -> None:
    with asked_of(settings) as asked:
        known = asked.known()
        asking = [Visitor(EVERYTHING, known.regions[0]), *visitors(known)[-2:]]
        assert list(Drive(asked.app, asked.watch, known).answers(asking))
    heard = {access for access, table in asked.watch.seen if table.name == "phase_total"}
    assert heard == {each.access for each in asking}


def test_the_same_is_known_from_either_database(sqlite_areas: Areas, postgres_areas: Areas) -> None:
    heard = []
    for areas in (sqlite_areas, postgres_areas):
        deliver_years(areas)
        published(areas)
        with asked_of(settings_of(areas)) as asked:
            assert list(Drive(asked.app, asked.watch, asked.known()).answers(ASKING[1:]))
            heard.append(collecting.numbers(asked.engine, asked.watch.seen))
    assert heard[0] == heard[1]
    assert {number.region_code for number in heard[0]} == {NATIONAL_CODE, REGIONS[0]}


def test_everyone_who_may_use_the_application_asks(settings: WebSettings) -> None:
    with asked_of(settings) as asked:
        known = asked.known()
    roles = {each.access.role: each.access for each in visitors(known)}
    assert roles.keys() == {"ministerie", "beheer", "regio", "bureau", "lezer", "gast"}
    assert roles.keys() >= set(ROLE_CODES)
    assert roles["lezer"] == Access("lezer", frozenset())
    assert {each.access.regions for each in visitors(known) if each.access.role == "regio"} == {
        frozenset({code}) for code in known.regions
    }
