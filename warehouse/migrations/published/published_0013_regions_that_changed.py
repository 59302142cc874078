"""Regions that were split, merged or moved, so that a series tells where it was counted before.

Revision ID: published_0013
Revises: published_0012
"""

import sqlalchemy as sa
from alembic import op

revision = "published_0013"
down_revision = "published_0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "region_change",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("municipality_code", sa.String(length=8), nullable=True),
        sa.Column("from_code", sa.String(length=8), nullable=False),
        sa.Column("from_name", sa.String(length=80), nullable=False),
        sa.Column("to_code", sa.String(length=8), nullable=False),
        sa.Column("to_name", sa.String(length=80), nullable=False),
        sa.Column("counted_from", sa.Integer(), nullable=True),
        sa.Column("changed_on", sa.Date(), nullable=True),
        sa.Column("seen_in", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
        schema="published",
    )


def downgrade() -> None:
    op.drop_table("region_change", schema="published")
