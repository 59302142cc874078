"""First tables.

Revision ID: intake_0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "intake_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "delivery",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("rhythm_code", sa.String(length=24), nullable=False),
        sa.Column("filled_by", sa.String(length=80), nullable=False),
        sa.Column("correction_reason", sa.Text(), nullable=True),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("workbook", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("received_by", sa.String(length=80), nullable=False),
        sa.Column("texts_confirmed_by", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("delivery_id"),
        sa.UniqueConstraint("region_code", "reference_date", "sha256", name="uq_delivery_file"),
        sa.UniqueConstraint("region_code", "reference_date", "version", name="uq_delivery_version"),
        schema="intake",
    )
    op.create_table(
        "indicator_value",
        sa.Column("indicator_code", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("period", sa.String(length=24), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("numerator", sa.Integer(), nullable=False),
        sa.Column("denominator", sa.Integer(), nullable=False),
        sa.Column("rounding_base", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("indicator_code", "version", "region_code", "period"),
        schema="intake",
    )
    op.create_table(
        "approval",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("level_code", sa.String(length=24), nullable=False),
        sa.Column("approved_at", sa.DateTime(), nullable=False),
        sa.Column("approved_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "level_code"),
        schema="intake",
    )
    op.create_table(
        "exit_count",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("destination_code", sa.String(length=24), nullable=False),
        sa.Column("age_band_code", sa.String(length=24), nullable=False),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "period", "destination_code", "age_band_code"),
        schema="intake",
    )
    op.create_table(
        "experiment",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("experiment_code", sa.String(length=24), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("small_step", sa.Text(), nullable=False),
        sa.Column("method", sa.String(length=120), nullable=False),
        sa.Column("for_whom", sa.String(length=160), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("check_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("verdict_code", sa.String(length=24), nullable=True),
        sa.Column("lesson", sa.Text(), nullable=True),
        sa.Column("comes_from", sa.String(length=24), nullable=True),
        sa.Column("life_domain_code", sa.String(length=24), nullable=False),
        sa.Column("funding", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "experiment_code"),
        schema="intake",
    )
    op.create_table(
        "experiment_note",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("experiment_code", sa.String(length=24), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("observed", sa.Text(), nullable=False),
        sa.Column("learned", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "experiment_code", "noted_on"),
        schema="intake",
    )
    op.create_table(
        "milestone",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("step_code", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("baseline_on", sa.Date(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("forecast_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("replan_reason", sa.Text(), nullable=True),
        sa.Column("judged", sa.String(length=24), nullable=True),
        sa.Column("judged_on", sa.Date(), nullable=True),
        sa.Column("judged_reason", sa.Text(), nullable=True),
        sa.Column("recovery_action", sa.Text(), nullable=True),
        sa.Column("recovery_owner", sa.String(length=80), nullable=True),
        sa.Column("recovery_due_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "pilot_code", "step_code"),
        schema="intake",
    )
    op.create_table(
        "obstacle",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("obstacle_code", sa.String(length=24), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("level_code", sa.String(length=24), nullable=False),
        sa.Column("theme_code", sa.String(length=24), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("solved_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "obstacle_code"),
        schema="intake",
    )
    op.create_table(
        "phase_count",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("phase_code", sa.String(length=24), nullable=False),
        sa.Column("age_band_code", sa.String(length=24), nullable=False),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "reference_date", "phase_code", "age_band_code"),
        schema="intake",
    )
    op.create_table(
        "phase_flow",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("from_code", sa.String(length=24), nullable=False),
        sa.Column("to_code", sa.String(length=24), nullable=False),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "period", "from_code", "to_code"),
        schema="intake",
    )
    op.create_table(
        "pilot",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("pilot_line_code", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("baseline_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "pilot_code"),
        schema="intake",
    )
    op.create_table(
        "target",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("indicator_code", sa.String(length=24), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.Column("baseline_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["intake.delivery.delivery_id"],
        ),
        sa.PrimaryKeyConstraint("delivery_id", "indicator_code"),
        schema="intake",
    )


def downgrade() -> None:
    op.drop_table("target", schema="intake")
    op.drop_table("pilot", schema="intake")
    op.drop_table("phase_flow", schema="intake")
    op.drop_table("phase_count", schema="intake")
    op.drop_table("obstacle", schema="intake")
    op.drop_table("milestone", schema="intake")
    op.drop_table("experiment_note", schema="intake")
    op.drop_table("experiment", schema="intake")
    op.drop_table("exit_count", schema="intake")
    op.drop_table("approval", schema="intake")
    op.drop_table("indicator_value", schema="intake")
    op.drop_table("delivery", schema="intake")
