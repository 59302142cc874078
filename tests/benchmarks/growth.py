"""The demonstration with more behind it: every fact and rollup revised in earlier publications."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Engine, Table, func, insert, literal, select

from tests.serving import Demonstration
from warehouse.schema import published

GROWING = (
    published.phase_count,
    published.phase_flow,
    published.exit_count,
    published.phase_total,
    published.flow_total,
    published.exit_total,
    published.indicator_count,
    *published.COURSES,
)


def grown(demonstration: Demonstration, folder: Path, facts: int) -> Demonstration:
    """A copy with at least so many rows; no page shows the rows that were added."""
    folder.mkdir()
    for file in ("intake.db", "warehouse.db", "accounts.db"):
        shutil.copy(demonstration.folder / file, folder)
    copy = Demonstration(folder)
    times = -(-facts // fact_count(demonstration))
    for table in GROWING:
        for publication in range(1, times):
            _revise(copy.warehouse, table, -publication)
    copy.warehouse.dispose()
    return copy


def _revise(engine: Engine, table: Table, publication: int) -> None:
    """As if publication `publication`, long ago, had held other rows in place of those that stand."""
    replaced = {"first_publication": literal(publication), "last_publication": literal(publication)}
    columns = [replaced.get(column.name, column) for column in table.c]
    standing = select(*columns).where(table.c.last_publication.is_(None))
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(insert(table).from_select([column.name for column in table.c], standing))


def fact_count(demonstration: Demonstration) -> int:
    with demonstration.warehouse.connect() as connection:
        return sum(connection.scalar(select(func.count()).select_from(table)) or 0 for table in GROWING)
