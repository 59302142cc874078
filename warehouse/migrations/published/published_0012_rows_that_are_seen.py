"""Rows are found by whom and which day they are of; what was replaced is passed over in the index.

Revision ID: published_0012
Revises: published_0011
"""

from alembic import op

revision = "published_0012"
down_revision = "published_0011"
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
KEYS = {
    "baseline": ("region_code", "indicator_code"),
    "delivery_act": ("region_code", "reference_date", "version", "act_code"),
    "delivery_status": ("region_code", "reference_date"),
    "domain_count": ("region_code", "reference_date", "domain_code", "state_code"),
    "exit_count": ("region_code", "reference_date", "destination_code", "age_band_code"),
    "exit_total": ("region_code", "reference_date", "destination_code"),
    "experiment": ("region_code", "experiment_code"),
    "experiment_note": ("region_code", "experiment_code", "noted_on"),
    "fact_source": ("region_code", "fact", "day"),
    "flow_total": ("region_code", "period", "from_code", "to_code"),
    "indicator_count": ("indicator_code", "region_code", "reference_date"),
    "indicator_value": ("indicator_code", "version", "region_code", "period"),
    "intake_count": ("region_code", "reference_date", "waiting_class_code"),
    "interim_target": ("region_code", "indicator_code", "due_on"),
    "lesson": ("region_code", "lesson_code"),
    "milestone": ("region_code", "pilot_code", "step_code"),
    "obstacle": ("region_code", "obstacle_code"),
    "participation": ("region_code",),
    "partner": ("region_code", "pilot_code", "partner_kind_code", "organisation"),
    "partner_action": ("region_code", "pilot_code", "action_code"),
    "phase_count": ("region_code", "reference_date", "phase_code", "age_band_code"),
    "phase_flow": ("region_code", "period", "from_code", "to_code"),
    "phase_total": ("region_code", "reference_date", "phase_code"),
    "pilot": ("region_code", "pilot_code"),
    "pulse_count": ("region_code", "period", "question_code", "answer_code"),
    "registration_count": ("region_code", "reference_date", "approach_code", "system_count_code"),
    "retention_count": ("region_code", "period", "after_code", "state_code"),
    "rule_room": ("region_code", "rule_code"),
    "sought": ("region_code", "kind_code", "sought_code"),
    "steering_meeting": ("region_code", "held_on"),
    "step_age": ("region_code", "reference_date", "progress_code", "age_band_code"),
    "step_duration": ("region_code", "reference_date", "progress_code", "duration_code"),
    "target": ("region_code", "indicator_code"),
    "turning_18": ("region_code", "reference_date", "support_code"),
    "waiting_count": ("region_code", "reference_date", "waiting_class_code"),
}


def upgrade() -> None:
    for table, columns in SEEN_BY.items():
        op.drop_index(f"ix_{table}_standing", table_name=table, schema="published")
        op.create_index(f"ix_{table}_seen", table, [*columns, "last_publication"], schema="published")


def downgrade() -> None:
    for table, keys in KEYS.items():
        op.drop_index(f"ix_{table}_seen", table_name=table, schema="published")
        op.create_index(f"ix_{table}_standing", table, ["last_publication", *keys], schema="published")
