"""When a pilot starts, who judges a milestone, what comes next for an obstacle, and what partners did.

Revision ID: intake_0008
Revises: intake_0007
"""

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.schemas import schema_of

revision = "intake_0008"
down_revision = "intake_0007"
branch_labels = None
depends_on = None

ADDED = (
    ("pilot", "starts_on", sa.Date()),
    ("milestone", "judged_by", sa.String(length=80)),
    ("obstacle", "next_step", sa.Text()),
)


def upgrade() -> None:
    for table, name, kind in ADDED:
        with op.batch_alter_table(table, schema=schema_of("intake")) as changed:
            changed.add_column(sa.Column(name, kind, nullable=True))
    op.create_table(
        "partner_action",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("action_code", sa.String(length=24), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["delivery_id"], ["intake.delivery.delivery_id"]),
        sa.PrimaryKeyConstraint("delivery_id", "pilot_code", "action_code"),
        schema="intake",
    )


def downgrade() -> None:
    op.drop_table("partner_action", schema="intake")
    for table, name, _kind in reversed(ADDED):
        with op.batch_alter_table(table, schema=schema_of("intake")) as changed:
            changed.drop_column(name)
