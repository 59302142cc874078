"""Notes, lessons and what is found by words tell whether they are internal; what is not is shared between regions.

Revision ID: published_0015
Revises: published_0014
"""

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.rights import has_roles, keep_shared_to_regions, share_between_regions
from warehouse.migrations.schemas import schema_of
from warehouse.migrations.searching import find_what_is_shared, find_what_is_told

revision = "published_0015"
down_revision = "published_0014"
branch_labels = None
depends_on = None

FOLLOW_EXPERIMENT = ("experiment_note", "lesson", "sought")


def upgrade() -> None:
    for name in FOLLOW_EXPERIMENT:
        with op.batch_alter_table(name, schema=schema_of("published")) as table:
            table.add_column(sa.Column("internal", sa.String(length=24), nullable=True))
    if has_roles():
        for name in ("experiment", *FOLLOW_EXPERIMENT):
            share_between_regions(f"published.{name}")
    find_what_is_shared()


def downgrade() -> None:
    """Without `batch_alter_table`, which would lose the trigger of what is found by words."""
    find_what_is_told()
    if has_roles():
        for name in ("experiment", *FOLLOW_EXPERIMENT):
            keep_shared_to_regions(f"published.{name}")
    prefix = f"{schema}." if (schema := schema_of("published")) else ""
    for name in FOLLOW_EXPERIMENT:
        op.execute(f"ALTER TABLE {prefix}{name} DROP COLUMN internal")
