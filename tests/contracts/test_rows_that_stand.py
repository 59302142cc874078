"""What a page costs does not grow with how often its figures were revised: it passes over no row that was replaced."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import event

from dashboard.address import parse
from tests.asking import Site
from tests.benchmarks import PAGES
from tests.benchmarks.growth import GROWING

BY_PUBLICATION = "(last_publication"
READ = re.compile(r"(?:SCAN|SEARCH) (?:\w+\.)?(\w+)")
COUNTS = {table.name for table in GROWING}


def _reads_of_counts(site: Site, address: str) -> list[str]:
    """How SQLite finds counts for a page, in its own words."""
    engine = site.app.server.extensions["trajectmonitor"]["engine"]
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, given: Any, *_: object) -> None:
        asked.append((statement, given))

    event.listen(engine, "before_cursor_execute", note)
    site.page(*parse(address))
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        found = [
            str(step[-1])
            for statement, given in asked
            if statement.startswith("SELECT")
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
        ]
    return [step for step in found if (read := READ.match(step)) and read[1] in COUNTS]


@pytest.mark.parametrize("path", PAGES)
def test_counts_are_found_by_the_publication_in_which_they_stand(site: Site, path: str) -> None:
    reads = _reads_of_counts(site, path)
    assert reads or "mijlpalen" in path or "experimenten" in path
    assert [step for step in reads if BY_PUBLICATION not in step] == []


def test_this_shows_where_rows_that_were_replaced_are_passed_over(site: Site) -> None:
    reads = _reads_of_counts(site, "/trajecten?stand=2")
    assert [step for step in reads if BY_PUBLICATION not in step] != []
