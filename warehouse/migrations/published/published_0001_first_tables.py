"""First tables.

Revision ID: published_0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "published_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "age_band",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("from_age", sa.Integer(), nullable=False),
        sa.Column("to_age", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "baseline",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("indicator_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("baseline_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "indicator_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_baseline_standing",
        "baseline",
        ["last_publication", "region_code", "indicator_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "delivery_status",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("correction_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("region_code", "reference_date", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_delivery_status_standing",
        "delivery_status",
        ["last_publication", "region_code", "reference_date"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "destination",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("placed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "division",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note_nl", sa.Text(), nullable=True),
        sa.Column("note_en", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "exit_count",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("destination_code", sa.String(length=24), nullable=False),
        sa.Column("age_band_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "region_code", "reference_date", "destination_code", "age_band_code", "first_publication"
        ),
        schema="published",
    )
    op.create_index(
        "ix_exit_count_standing",
        "exit_count",
        ["last_publication", "region_code", "reference_date", "destination_code", "age_band_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "exit_total",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("destination_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.Column("regions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "reference_date", "destination_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_exit_total_standing",
        "exit_total",
        ["last_publication", "region_code", "reference_date", "destination_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "experiment",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("experiment_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
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
        sa.PrimaryKeyConstraint("region_code", "experiment_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_experiment_standing",
        "experiment",
        ["last_publication", "region_code", "experiment_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "experiment_note",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("experiment_code", sa.String(length=24), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("observed", sa.Text(), nullable=False),
        sa.Column("learned", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("region_code", "experiment_code", "noted_on", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_experiment_note_standing",
        "experiment_note",
        ["last_publication", "region_code", "experiment_code", "noted_on"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "factor",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "flow_end",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "flow_total",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("from_code", sa.String(length=24), nullable=False),
        sa.Column("to_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.Column("regions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "period", "from_code", "to_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_flow_total_standing",
        "flow_total",
        ["last_publication", "region_code", "period", "from_code", "to_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "indicator",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=24), nullable=False),
        sa.Column("polarity", sa.String(length=8), nullable=False),
        sa.Column("source_nl", sa.Text(), nullable=False),
        sa.Column("source_en", sa.Text(), nullable=False),
        sa.Column("owner_nl", sa.String(length=80), nullable=False),
        sa.Column("owner_en", sa.String(length=80), nullable=False),
        sa.Column("rhythm_code", sa.String(length=24), nullable=False),
        sa.Column("disclosure_nl", sa.Text(), nullable=False),
        sa.Column("disclosure_en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "indicator_count",
        sa.Column("indicator_code", sa.String(length=24), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("numerator", sa.Integer(), nullable=False),
        sa.Column("denominator", sa.Integer(), nullable=False),
        sa.Column("regions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("indicator_code", "region_code", "reference_date", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_indicator_count_standing",
        "indicator_count",
        ["last_publication", "indicator_code", "region_code", "reference_date"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "indicator_value",
        sa.Column("indicator_code", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("period", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("numerator", sa.Integer(), nullable=False),
        sa.Column("denominator", sa.Integer(), nullable=False),
        sa.Column("rounding_base", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("indicator_code", "version", "region_code", "period", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_indicator_value_standing",
        "indicator_value",
        ["last_publication", "indicator_code", "version", "region_code", "period"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "indicator_version",
        sa.Column("indicator_code", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("numerator_nl", sa.Text(), nullable=False),
        sa.Column("numerator_en", sa.Text(), nullable=False),
        sa.Column("denominator_nl", sa.Text(), nullable=False),
        sa.Column("denominator_en", sa.Text(), nullable=False),
        sa.Column("fact", sa.String(length=24), nullable=True),
        sa.Column("numerator_codes", sa.String(length=200), nullable=True),
        sa.Column("denominator_codes", sa.String(length=200), nullable=True),
        sa.Column("window_months", sa.Integer(), nullable=True),
        sa.Column("norm", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("indicator_code", "version"),
        schema="published",
    )
    op.create_table(
        "life_domain",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "membership",
        sa.Column("municipality_code", sa.String(length=8), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("municipality_code", "region_code", "valid_from"),
        schema="published",
    )
    op.create_table(
        "milestone",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("step_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
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
        sa.PrimaryKeyConstraint("region_code", "pilot_code", "step_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_milestone_standing",
        "milestone",
        ["last_publication", "region_code", "pilot_code", "step_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "municipality",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("inhabitants", sa.Integer(), nullable=False),
        sa.Column("inhabitants_15_24", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "obstacle",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("obstacle_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("level_code", sa.String(length=24), nullable=False),
        sa.Column("theme_code", sa.String(length=24), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("solved_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("region_code", "obstacle_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_obstacle_standing",
        "obstacle",
        ["last_publication", "region_code", "obstacle_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "obstacle_level",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "obstacle_theme",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ministry", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "participation",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("rhythm_code", sa.String(length=24), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_participation_standing",
        "participation",
        ["last_publication", "region_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "partner_kind",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "phase",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("meaning_nl", sa.Text(), nullable=False),
        sa.Column("meaning_en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "phase_count",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("phase_code", sa.String(length=24), nullable=False),
        sa.Column("age_band_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "reference_date", "phase_code", "age_band_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_phase_count_standing",
        "phase_count",
        ["last_publication", "region_code", "reference_date", "phase_code", "age_band_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "phase_flow",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("from_code", sa.String(length=24), nullable=False),
        sa.Column("to_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "period", "from_code", "to_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_phase_flow_standing",
        "phase_flow",
        ["last_publication", "region_code", "period", "from_code", "to_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "phase_total",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("phase_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.Column("regions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "reference_date", "phase_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_phase_total_standing",
        "phase_total",
        ["last_publication", "region_code", "reference_date", "phase_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "pilot",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("pilot_line_code", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("baseline_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "pilot_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_pilot_standing",
        "pilot",
        ["last_publication", "region_code", "pilot_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "pilot_line",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "publication",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.Column("published_by", sa.String(length=80), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("key_fingerprint", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        schema="published",
    )
    op.create_table(
        "region",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("division_code", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("sort_name", sa.String(length=80), nullable=False),
        sa.Column("inhabitants", sa.Integer(), nullable=False),
        sa.Column("inhabitants_15_24", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "rhythm",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("due_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "rule",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "step",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("planned_months", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "target",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("indicator_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("target_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "indicator_code", "first_publication"),
        schema="published",
    )
    op.create_index(
        "ix_target_standing",
        "target",
        ["last_publication", "region_code", "indicator_code"],
        unique=False,
        schema="published",
    )
    op.create_table(
        "verdict",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )


def downgrade() -> None:
    op.drop_table("verdict", schema="published")
    op.drop_index("ix_target_standing", table_name="target", schema="published")
    op.drop_table("target", schema="published")
    op.drop_table("step", schema="published")
    op.drop_table("rule", schema="published")
    op.drop_table("rhythm", schema="published")
    op.drop_table("region", schema="published")
    op.drop_table("publication", schema="published")
    op.drop_table("pilot_line", schema="published")
    op.drop_index("ix_pilot_standing", table_name="pilot", schema="published")
    op.drop_table("pilot", schema="published")
    op.drop_index("ix_phase_total_standing", table_name="phase_total", schema="published")
    op.drop_table("phase_total", schema="published")
    op.drop_index("ix_phase_flow_standing", table_name="phase_flow", schema="published")
    op.drop_table("phase_flow", schema="published")
    op.drop_index("ix_phase_count_standing", table_name="phase_count", schema="published")
    op.drop_table("phase_count", schema="published")
    op.drop_table("phase", schema="published")
    op.drop_table("partner_kind", schema="published")
    op.drop_index("ix_participation_standing", table_name="participation", schema="published")
    op.drop_table("participation", schema="published")
    op.drop_table("obstacle_theme", schema="published")
    op.drop_table("obstacle_level", schema="published")
    op.drop_index("ix_obstacle_standing", table_name="obstacle", schema="published")
    op.drop_table("obstacle", schema="published")
    op.drop_table("municipality", schema="published")
    op.drop_index("ix_milestone_standing", table_name="milestone", schema="published")
    op.drop_table("milestone", schema="published")
    op.drop_table("membership", schema="published")
    op.drop_table("life_domain", schema="published")
    op.drop_table("indicator_version", schema="published")
    op.drop_index("ix_indicator_value_standing", table_name="indicator_value", schema="published")
    op.drop_table("indicator_value", schema="published")
    op.drop_index("ix_indicator_count_standing", table_name="indicator_count", schema="published")
    op.drop_table("indicator_count", schema="published")
    op.drop_table("indicator", schema="published")
    op.drop_index("ix_flow_total_standing", table_name="flow_total", schema="published")
    op.drop_table("flow_total", schema="published")
    op.drop_table("flow_end", schema="published")
    op.drop_table("factor", schema="published")
    op.drop_index("ix_experiment_note_standing", table_name="experiment_note", schema="published")
    op.drop_table("experiment_note", schema="published")
    op.drop_index("ix_experiment_standing", table_name="experiment", schema="published")
    op.drop_table("experiment", schema="published")
    op.drop_index("ix_exit_total_standing", table_name="exit_total", schema="published")
    op.drop_table("exit_total", schema="published")
    op.drop_index("ix_exit_count_standing", table_name="exit_count", schema="published")
    op.drop_table("exit_count", schema="published")
    op.drop_table("division", schema="published")
    op.drop_table("destination", schema="published")
    op.drop_index("ix_delivery_status_standing", table_name="delivery_status", schema="published")
    op.drop_table("delivery_status", schema="published")
    op.drop_index("ix_baseline_standing", table_name="baseline", schema="published")
    op.drop_table("baseline", schema="published")
    op.drop_table("age_band", schema="published")
