"""Who takes part in the pilots, as regions sent it.

Revision ID: intake_0007
Revises: intake_0006
"""

import sqlalchemy as sa
from alembic import op

revision = "intake_0007"
down_revision = "intake_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "partner",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("partner_kind_code", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=80), nullable=True),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["intake.delivery.delivery_id"]),
        sa.PrimaryKeyConstraint("delivery_id", "pilot_code", "partner_kind_code", "organisation"),
        schema="intake",
    )


def downgrade() -> None:
    op.drop_table("partner", schema="intake")
