"""A page says the same in whatever order a database happens to find its rows."""

import shutil
from pathlib import Path

from sqlalchemy import Engine

from tests.contracts.every_page import PATHS, every_page, in_bytes
from tests.serving import Demonstration
from warehouse.areas import open_engine
from warehouse.schema import published


def test_a_page_does_not_follow_the_order_in_which_a_database_happens_to_find_rows(
    demonstration: Demonstration, tmp_path: Path
) -> None:
    """An index that is added, or one publication more, changes that order; it may change nothing that is seen."""
    turned = _with_rows_the_other_way_round(demonstration, tmp_path)
    found, other_way_round = every_page(demonstration.warehouse, 3), every_page(turned, 3)
    turned.dispose()
    assert [path for path in PATHS if in_bytes(found[path]) != in_bytes(other_way_round[path])] == []


def _with_rows_the_other_way_round(demonstration: Demonstration, folder: Path) -> Engine:
    """The same rows in tables that were filled from the last row to the first, without what sorts them."""
    shutil.copy(demonstration.folder / "warehouse.db", folder)
    turned = open_engine(f"sqlite:///{folder}/warehouse.db")
    with turned.execution_options(writing=True).begin() as connection:
        for table in filter(lambda table: table.info.get("versioned"), published.metadata.sorted_tables):
            for index in table.indexes:
                connection.exec_driver_sql(f"DROP INDEX {index.name}")
            connection.exec_driver_sql(f"CREATE TEMP TABLE kept AS SELECT * FROM {table.name}")
            connection.exec_driver_sql(f"DELETE FROM {table.name}")
            connection.exec_driver_sql(f"INSERT INTO {table.name} SELECT * FROM kept ORDER BY rowid DESC")
            connection.exec_driver_sql("DROP TABLE kept")
    return turned
