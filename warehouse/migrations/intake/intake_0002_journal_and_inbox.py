"""The journal of what is done with deliveries, and the inbox before the door.

Revision ID: intake_0002
Revises: intake_0001
"""

import sqlalchemy as sa
from alembic import op

revision = "intake_0002"
down_revision = "intake_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("written_by", sa.String(length=80), nullable=False),
        sa.Column("act_code", sa.String(length=24), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        schema="intake",
    )
    op.create_table(
        "inbox",
        sa.Column("inbox_id", sa.String(length=36), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("sent_by", sa.String(length=80), nullable=False),
        sa.Column("texts_confirmed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("inbox_id"),
        schema="intake",
    )


def downgrade() -> None:
    op.drop_table("inbox", schema="intake")
    op.drop_table("journal", schema="intake")
