"""Protected, numbered tables: all that pages, exports and slides may know.

A *versioned* table keeps every row that was ever published: `first_publication` is the publication that brought
the row, `last_publication` the last one in which it stood, null while it stands.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from warehouse.schema import columns, lists
from warehouse.schema.versioned import counted, versioned

AREA, metadata = lists.AREA, lists.metadata


# publications ----------------------------------------------------------------------------------------------------

publication = Table(
    "publication",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("published_at", DateTime, nullable=False),
    Column("published_by", String(80), nullable=False),
    Column("reference_date", Date, nullable=False),
    Column("demonstration", Boolean, nullable=False),
    Column("note", Text, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("key_fingerprint", String(64), nullable=False),
    # The publication of which this one shows the state again, when a mistake was undone.
    Column("restores", Integer),
    # What was approved when it was made, and the newest entry of the journal of intake.
    Column("sources_hash", String(64), nullable=False),
    Column("journal_hash", String(64), nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# young people, protected -----------------------------------------------------------------------------------------

phase_count = versioned(
    "phase_count",
    [
        Column("region_code", String(8)),
        Column("reference_date", Date),
        columns.code("phase_code"),
        columns.code("age_band_code"),
    ],
    columns.youths(),
)
phase_flow = versioned(
    "phase_flow",
    [
        Column("region_code", String(8)),
        Column("period", Date),
        columns.code("from_code"),
        columns.code("to_code"),
    ],
    columns.youths(),
)
# Exits of the twelve months before the reference date together; monthly ones are published nowhere.
exit_count = versioned(
    "exit_count",
    [
        Column("region_code", String(8)),
        Column("reference_date", Date),
        columns.code("destination_code"),
        columns.code("age_band_code"),
    ],
    columns.youths(),
)


waiting_count = counted("waiting_count", "reference_date", "waiting_class_code")
# Of the twelve months before the reference date together, as exits.
intake_count = counted("intake_count", "reference_date", "waiting_class_code")
# Likewise, but of the twelve months that ended three months before the reference date.
turning_18 = counted("turning_18", "reference_date", "support_code")
registration_count = counted("registration_count", "reference_date", "approach_code", "system_count_code")
domain_count = counted("domain_count", "reference_date", "domain_code", "state_code")
# `period` is the first day of the quarter in which the young people left; of few places all quarters are asked.
retention_count = counted("retention_count", "period", "after_code", "state_code", asked_by=("region_code", "period"))
# `period` is the first day of the quarter in which young people were asked.
pulse_count = counted("pulse_count", "period", "question_code", "answer_code")
# Two sides of the same steps forward, of twelve months together.
step_age = counted("step_age", "reference_date", "progress_code", "age_band_code")
step_duration = counted("step_duration", "reference_date", "progress_code", "duration_code")
COURSES = (
    *(waiting_count, intake_count, turning_18, registration_count, domain_count, retention_count),
    *(step_age, step_duration, pulse_count),
)

# pilots ----------------------------------------------------------------------------------------------------------

participation = versioned(
    "participation",
    [Column("region_code", String(8))],
    Column("rhythm_code", String(24), nullable=False),
    Column("since_on", Date, nullable=False),
)
# Whether a young person was at the table of the steering group.
steering_meeting = versioned(
    "steering_meeting", [Column("region_code", String(8)), Column("held_on", Date)], columns.code("at_table_code")
)
pilot = versioned(
    "pilot",
    [Column("region_code", String(8)), columns.code("pilot_code")],
    *columns.pilot(),
)
milestone = versioned(
    "milestone",
    [Column("region_code", String(8)), columns.code("pilot_code"), columns.code("step_code")],
    *columns.milestone(),
)
experiment = versioned(
    "experiment",
    [Column("region_code", String(8)), columns.code("experiment_code")],
    *columns.experiment(),
)
experiment_note = versioned(
    "experiment_note",
    [Column("region_code", String(8)), columns.code("experiment_code"), Column("noted_on", Date)],
    *columns.told_note(),
)
obstacle = versioned(
    "obstacle",
    [Column("region_code", String(8)), columns.code("obstacle_code")],
    *columns.obstacle(),
)
partner = versioned(
    "partner",
    [
        Column("region_code", String(8)),
        columns.code("pilot_code"),
        columns.code("partner_kind_code"),
        Column("organisation", String(120)),
    ],
    *columns.partner(),
)
# What partners must have done before a pilot goes on, by the list of actions.
partner_action = versioned(
    "partner_action",
    [Column("region_code", String(8)), columns.code("pilot_code"), columns.code("action_code")],
    *columns.partner_action(),
)
lesson = versioned("lesson", [Column("region_code", String(8)), columns.code("lesson_code")], *columns.told_lesson())
rule_room = versioned("rule_room", [Column("region_code", String(8)), columns.code("rule_code")], *columns.rule_room())
# What can be found of experiments and lessons: `tokens` as `warehouse.schema.tokens` makes them of their texts, and
# `place`, which is where the full-text index of the database keeps these tokens.
sought = versioned(
    "sought",
    [Column("region_code", String(8)), columns.code("kind_code"), columns.code("sought_code")],
    Column("place", BigInteger, nullable=False),
    Column("tokens", Text, nullable=False),
    columns.internal(),
)
Index("ix_sought_place", sought.c.place)

# promises --------------------------------------------------------------------------------------------------------

target = versioned(
    "target",
    [Column("region_code", String(8)), columns.code("indicator_code")],
    Column("target_on", Date, nullable=False),
    Column("amount", Float, nullable=False),
)
# What must be met on the way to a target, when the path is not straight.
interim_target = versioned(
    "interim_target",
    [Column("region_code", String(8)), columns.code("indicator_code"), Column("due_on", Date)],
    Column("amount", Float, nullable=False),
)
baseline = versioned(
    "baseline",
    [Column("region_code", String(8)), columns.code("indicator_code")],
    Column("baseline_on", Date, nullable=False),
    Column("amount", Float, nullable=False),
    Column("content_hash", String(64), nullable=False),
)

# figures from elsewhere, and deliveries --------------------------------------------------------------------------

indicator_value = versioned(
    "indicator_value",
    [
        columns.code("indicator_code"),
        Column("version", Integer),
        Column("region_code", String(8)),
        columns.code("period"),
    ],
    Column("period_from", Date, nullable=False),
    Column("numerator", Integer, nullable=False),
    Column("denominator", Integer, nullable=False),
    Column("rounding_base", Integer, nullable=False),
    Column("status", String(24), nullable=False),
    Column("source", Text, nullable=False),
)
delivery_status = versioned(
    "delivery_status",
    [Column("region_code", String(8)), Column("reference_date", Date)],
    Column("due_on", Date, nullable=False),
    Column("received_on", Date),
    Column("approved_on", Date),
    Column("version", Integer),
    Column("correction_reason", Text),
)
# Which delivery tells the counts of a day: `fact` is a table of counts, `day` its reference date or month.
fact_source = versioned(
    "fact_source",
    [Column("region_code", String(8)), columns.code("fact"), Column("day", Date)],
    Column("reference_date", Date, nullable=False),
    Column("version", Integer, nullable=False),
)
# Who delivered and approved, of deliveries that the ministry approved: `act_code` is "levering" or a level.
delivery_act = versioned(
    "delivery_act",
    [
        Column("region_code", String(8)),
        Column("reference_date", Date),
        Column("version", Integer),
        columns.code("act_code"),
    ],
    Column("acted_at", DateTime, nullable=False),
    Column("acted_by", String(80), nullable=False),
    Column("reason", Text),
)

# rollups: region_code is also "NL01", the sum of the regions that delivered --------------------------------------

phase_total = counted("phase_total", "reference_date", "phase_code")
flow_total = counted("flow_total", "period", "from_code", "to_code")
exit_total = counted("exit_total", "reference_date", "destination_code")
indicator_count = versioned(
    "indicator_count",
    [columns.code("indicator_code"), Column("region_code", String(8)), Column("reference_date", Date)],
    Column("numerator", Integer, nullable=False),
    Column("denominator", Integer, nullable=False),
    Column("regions", Integer, nullable=False),
)
