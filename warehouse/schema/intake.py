"""Exact counts and texts as regions sent them. Only `warehouse` may import this module."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from warehouse.schema import columns

AREA = "intake"
metadata = MetaData(schema=AREA)

delivery = Table(
    "delivery",
    metadata,
    Column("delivery_id", Integer, primary_key=True),
    Column("region_code", String(8), nullable=False),
    Column("reference_date", Date, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("rhythm_code", String(24), nullable=False),
    Column("filled_by", String(80), nullable=False),
    Column("correction_reason", Text),
    Column("file_name", String(200), nullable=False),
    Column("workbook", LargeBinary, nullable=False),
    Column("received_at", DateTime, nullable=False),
    Column("received_by", String(80), nullable=False),
    Column("texts_confirmed_by", String(80)),
    UniqueConstraint("region_code", "reference_date", "sha256", name="uq_delivery_file"),
    UniqueConstraint("region_code", "reference_date", "version", name="uq_delivery_version"),
)
approval = Table(
    "approval",
    metadata,
    Column("delivery_id", ForeignKey("delivery.delivery_id"), primary_key=True),
    Column("level_code", String(24), primary_key=True),
    Column("approved_at", DateTime, nullable=False),
    Column("approved_by", String(80), nullable=False),
)
# Everything that was done with a delivery, append-only: each entry holds the hash of the entry before it.
journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("written_at", DateTime, nullable=False),
    Column("written_by", String(80), nullable=False),
    columns.code("act_code"),
    Column("region_code", String(8), nullable=False),
    Column("reference_date", Date, nullable=False),
    Column("version", Integer, nullable=False),
    Column("reason", Text),
    Column("content_hash", String(64), nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
# Files that were sent and wait at the door: whoever puts one in cannot read it back.
inbox = Table(
    "inbox",
    metadata,
    Column("inbox_id", String(36), primary_key=True),
    Column("file_name", String(200), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("sent_at", DateTime, nullable=False),
    Column("sent_by", String(80), nullable=False),
    Column("texts_confirmed", Boolean, nullable=False),
)


def _delivered(name: str, keys: list[Column[Any]], *values: Column[Any]) -> Table:
    """Rows of one subject as they stood in one delivery."""
    for column in keys:
        column.primary_key, column.nullable = True, False
    return Table(
        name,
        metadata,
        Column("delivery_id", ForeignKey("delivery.delivery_id"), primary_key=True),
        *keys,
        *values,
    )


phase_count = _delivered(
    "phase_count",
    [Column("reference_date", Date), columns.code("phase_code"), columns.code("age_band_code")],
    columns.youths(),
)
phase_flow = _delivered(
    "phase_flow",
    [Column("period", Date), columns.code("from_code"), columns.code("to_code")],
    columns.youths(),
)
exit_count = _delivered(
    "exit_count",
    [Column("period", Date), columns.code("destination_code"), columns.code("age_band_code")],
    columns.youths(),
)
waiting_count = _delivered(
    "waiting_count", [Column("reference_date", Date), columns.code("waiting_class_code")], columns.youths()
)
intake_count = _delivered(
    "intake_count", [Column("period", Date), columns.code("waiting_class_code")], columns.youths()
)
turning_18 = _delivered("turning_18", [Column("period", Date), columns.code("support_code")], columns.youths())
registration_count = _delivered(
    "registration_count",
    [Column("reference_date", Date), columns.code("approach_code"), columns.code("system_count_code")],
    columns.youths(),
)
domain_count = _delivered(
    "domain_count",
    [Column("reference_date", Date), columns.code("domain_code"), columns.code("state_code")],
    columns.youths(),
)
retention_count = _delivered(
    "retention_count",
    [Column("period", Date), columns.code("after_code"), columns.code("state_code")],
    columns.youths(),
)
pulse_count = _delivered(
    "pulse_count",
    [Column("period", Date), columns.code("question_code"), columns.code("answer_code")],
    columns.youths(),
)
step_count = _delivered(
    "step_count",
    [
        Column("period", Date),
        columns.code("progress_code"),
        columns.code("duration_code"),
        columns.code("age_band_code"),
    ],
    columns.youths(),
)
steering_meeting = _delivered("steering_meeting", [Column("held_on", Date)], columns.code("at_table_code"))
target = _delivered(
    "target",
    [columns.code("indicator_code")],
    Column("target_on", Date, nullable=False),
    Column("amount", Float, nullable=False),
    Column("baseline_on", Date, nullable=False),
)
interim_target = _delivered(
    "interim_target",
    [columns.code("indicator_code"), Column("due_on", Date)],
    Column("amount", Float, nullable=False),
)
pilot = _delivered(
    "pilot",
    [columns.code("pilot_code")],
    *columns.pilot(),
)
milestone = _delivered(
    "milestone",
    [columns.code("pilot_code"), columns.code("step_code")],
    *columns.milestone(),
)
experiment = _delivered(
    "experiment",
    [columns.code("experiment_code")],
    *columns.experiment(),
)
experiment_note = _delivered(
    "experiment_note",
    [columns.code("experiment_code"), Column("noted_on", Date)],
    *columns.experiment_note(),
)
obstacle = _delivered(
    "obstacle",
    [columns.code("obstacle_code")],
    *columns.obstacle(),
)
partner = _delivered(
    "partner",
    [columns.code("pilot_code"), columns.code("partner_kind_code"), Column("organisation", String(120))],
    *columns.partner(),
)
partner_action = _delivered(
    "partner_action",
    [columns.code("pilot_code"), columns.code("action_code")],
    *columns.partner_action(),
)
lesson = _delivered("lesson", [columns.code("lesson_code")], *columns.lesson())
rule_room = _delivered("rule_room", [columns.code("rule_code")], *columns.rule_room())

# Figures of a national source; protected by that source, so they need no region's approval.
indicator_value = Table(
    "indicator_value",
    metadata,
    Column("indicator_code", String(24), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("region_code", String(8), primary_key=True),
    Column("period", String(24), primary_key=True),
    Column("period_from", Date, nullable=False),
    Column("numerator", Integer, nullable=False),
    Column("denominator", Integer, nullable=False),
    Column("rounding_base", Integer, nullable=False),
    Column("status", String(24), nullable=False),
    Column("source", Text, nullable=False),
    Column("loaded_at", DateTime, nullable=False),
)
