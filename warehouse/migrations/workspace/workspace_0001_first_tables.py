"""First tables.

Revision ID: workspace_0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "workspace_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "remark",
        sa.Column("remark_id", sa.Integer(), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("publication", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("written_by", sa.String(length=80), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("remark_id"),
        schema="workspace",
    )
    op.create_index("ix_remark_region", "remark", ["region_code", "publication"], unique=False, schema="workspace")


def downgrade() -> None:
    op.drop_index("ix_remark_region", table_name="remark", schema="workspace")
    op.drop_table("remark", schema="workspace")
