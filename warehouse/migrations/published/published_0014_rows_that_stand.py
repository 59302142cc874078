"""Rows that stand are apart in the index from those that were replaced: then by which day they are of, and by whom.

Revision ID: published_0014
Revises: published_0013
"""

from alembic import op

revision = "published_0014"
down_revision = "published_0013"
branch_labels = None
depends_on = None

SEEN_BY = {
    "baseline": ("region_code", "indicator_code"),
    "delivery_act": ("reference_date", "region_code"),
    "delivery_status": ("reference_date", "region_code"),
    "domain_count": ("reference_date", "region_code"),
    "exit_count": ("reference_date", "region_code"),
    "exit_total": ("reference_date", "region_code"),
    "experiment": ("region_code", "experiment_code"),
    "experiment_note": ("noted_on", "region_code"),
    "fact_source": ("day", "region_code"),
    "flow_total": ("period", "region_code"),
    "indicator_count": ("indicator_code", "reference_date"),
    "indicator_value": ("indicator_code", "version"),
    "intake_count": ("reference_date", "region_code"),
    "interim_target": ("due_on", "region_code"),
    "lesson": ("region_code", "lesson_code"),
    "milestone": ("region_code", "pilot_code"),
    "obstacle": ("region_code", "obstacle_code"),
    "participation": ("region_code",),
    "partner": ("region_code", "pilot_code"),
    "partner_action": ("region_code", "pilot_code"),
    "phase_count": ("reference_date", "region_code"),
    "phase_flow": ("period", "region_code"),
    "phase_total": ("reference_date", "region_code"),
    "pilot": ("region_code", "pilot_code"),
    "pulse_count": ("period", "region_code"),
    "registration_count": ("reference_date", "region_code"),
    "retention_count": ("period", "region_code"),
    "rule_room": ("region_code", "rule_code"),
    "sought": ("region_code", "kind_code"),
    "steering_meeting": ("held_on", "region_code"),
    "step_age": ("reference_date", "region_code"),
    "step_duration": ("reference_date", "region_code"),
    "target": ("region_code", "indicator_code"),
    "turning_18": ("reference_date", "region_code"),
    "waiting_count": ("reference_date", "region_code"),
}
# Of few places all quarters are asked.
ASKED_BY = SEEN_BY | {"retention_count": ("region_code", "period")}


def upgrade() -> None:
    for table, columns in ASKED_BY.items():
        op.drop_index(f"ix_{table}_seen", table_name=table, schema="published")
        op.create_index(f"ix_{table}_standing", table, ["last_publication", *columns], schema="published")


def downgrade() -> None:
    for table, columns in SEEN_BY.items():
        op.drop_index(f"ix_{table}_standing", table_name=table, schema="published")
        op.create_index(f"ix_{table}_seen", table, [*columns, "last_publication"], schema="published")
