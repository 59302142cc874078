"""Runs the migrations of one area over the connection that `warehouse.migrate` hands over."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, MetaData

from warehouse.migrations.searching import FULL_TEXT
from warehouse.schema import accounts, intake, published, workspace

AREAS = {area.AREA: area.metadata for area in (accounts, intake, published, workspace)}


def _without_schema(metadata: MetaData) -> MetaData:
    bare = MetaData()
    for table in metadata.sorted_tables:
        table.to_metadata(bare, schema=None)  # type: ignore[arg-type]
    return bare


def run(connection: Connection, area: str) -> None:
    """On SQLite the areas share one file without schemas, so each looks only at its own tables."""
    in_file = connection.dialect.name == "sqlite"
    metadata = _without_schema(AREAS[area]) if in_file else AREAS[area]
    own_schema = None if in_file else area

    def is_ours(thing: Any, name: str | None, kind: str, reflected: bool, _compared: object) -> bool:
        if kind == "index" and name == FULL_TEXT:
            return False
        if kind != "table":
            return True
        return thing.schema == own_schema and (not reflected or not in_file or name in metadata.tables)

    context.configure(
        connection=connection,
        target_metadata=metadata,
        version_table=f"alembic_version_{area}",
        version_table_schema=own_schema,
        include_schemas=not in_file,
        include_object=is_ours,
        render_as_batch=in_file,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"], context.config.attributes["area"])
