"""Waiting, intakes, turning 18, registrations, life domains, aftercare and steps forward, as regions sent them.

Revision ID: intake_0004
Revises: intake_0003
"""

import sqlalchemy as sa
from alembic import op

revision = "intake_0004"
down_revision = "intake_0003"
branch_labels = None
depends_on = None

COUNTS = {
    "waiting_count": ("reference_date", "waiting_class_code"),
    "intake_count": ("period", "waiting_class_code"),
    "turning_18": ("period", "support_code"),
    "registration_count": ("reference_date", "approach_code", "system_count_code"),
    "domain_count": ("reference_date", "domain_code", "state_code"),
    "retention_count": ("period", "after_code", "state_code"),
    "step_count": ("period", "progress_code", "duration_code", "age_band_code"),
}


def upgrade() -> None:
    for name, (day, *codes) in COUNTS.items():
        op.create_table(
            name,
            sa.Column("delivery_id", sa.Integer(), nullable=False),
            sa.Column(day, sa.Date(), nullable=False),
            *(sa.Column(code, sa.String(length=24), nullable=False) for code in codes),
            sa.Column("youths", sa.Integer(), nullable=False),
            sa.ForeignKeyConstraint(["delivery_id"], ["intake.delivery.delivery_id"]),
            sa.PrimaryKeyConstraint("delivery_id", day, *codes),
            schema="intake",
        )


def downgrade() -> None:
    for name in COUNTS:
        op.drop_table(name, schema="intake")
