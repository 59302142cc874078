"""Lessons, and room in the rules, as regions sent them.

Revision ID: intake_0010
Revises: intake_0009
"""

import sqlalchemy as sa
from alembic import op

revision = "intake_0010"
down_revision = "intake_0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lesson",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("lesson_code", sa.String(length=24), nullable=False),
        sa.Column("experiment_code", sa.String(length=24), nullable=False),
        sa.Column("lens_code", sa.String(length=24), nullable=False),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.Column("learned_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["intake.delivery.delivery_id"]),
        sa.PrimaryKeyConstraint("delivery_id", "lesson_code"),
        schema="intake",
    )
    op.create_table(
        "rule_room",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("rule_code", sa.String(length=24), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("rule", sa.String(length=160), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("scope_code", sa.String(length=24), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("change_asked", sa.Text(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["intake.delivery.delivery_id"]),
        sa.PrimaryKeyConstraint("delivery_id", "rule_code"),
        schema="intake",
    )


def downgrade() -> None:
    for name in ("rule_room", "lesson"):
        op.drop_table(name, schema="intake")
