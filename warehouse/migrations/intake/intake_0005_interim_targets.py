"""What must be met on the way to a target, as regions sent it.

Revision ID: intake_0005
Revises: intake_0004
"""

import sqlalchemy as sa
from alembic import op

revision = "intake_0005"
down_revision = "intake_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "interim_target",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("indicator_code", sa.String(length=24), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["intake.delivery.delivery_id"]),
        sa.PrimaryKeyConstraint("delivery_id", "indicator_code", "due_on"),
        schema="intake",
    )


def downgrade() -> None:
    op.drop_table("interim_target", schema="intake")
