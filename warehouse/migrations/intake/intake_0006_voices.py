"""What young people themselves answer, and whether one is at the table, as regions sent it.

Revision ID: intake_0006
Revises: intake_0005
"""

import sqlalchemy as sa
from alembic import op

revision = "intake_0006"
down_revision = "intake_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pulse_count",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("question_code", sa.String(length=24), nullable=False),
        sa.Column("answer_code", sa.String(length=24), nullable=False),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["intake.delivery.delivery_id"]),
        sa.PrimaryKeyConstraint("delivery_id", "period", "question_code", "answer_code"),
        schema="intake",
    )
    op.create_table(
        "steering_meeting",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("at_table_code", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["intake.delivery.delivery_id"]),
        sa.PrimaryKeyConstraint("delivery_id", "held_on"),
        schema="intake",
    )


def downgrade() -> None:
    op.drop_table("steering_meeting", schema="intake")
    op.drop_table("pulse_count", schema="intake")
