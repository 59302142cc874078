"""What must be met on the way to a target.

Revision ID: published_0006
Revises: published_0005
"""

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.rights import has_roles, keep_to_regions, open_to_all_regions

revision = "published_0006"
down_revision = "published_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "interim_target",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("indicator_code", sa.String(length=24), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "indicator_code", "due_on", "first_publication"),
        schema="published",
    )
    keys = ["last_publication", "region_code", "indicator_code", "due_on"]
    op.create_index("ix_interim_target_standing", "interim_target", keys, unique=False, schema="published")
    if has_roles():
        keep_to_regions("published.interim_target")


def downgrade() -> None:
    if has_roles():
        open_to_all_regions("published.interim_target")
    op.drop_index("ix_interim_target_standing", table_name="interim_target", schema="published")
    op.drop_table("interim_target", schema="published")
