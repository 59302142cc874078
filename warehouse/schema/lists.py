"""Lists of codes with their names, regions and their municipalities, and the registry of indicators.

They stand in the published area, and are made equal to the files in `warehouse/reference` at every migration.
"""

from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, Integer, MetaData, String, Table, Text

AREA = "published"
NATIONAL_CODE = "NL01"
metadata = MetaData(schema=AREA)


def _reference(name: str, *columns: Column[Any]) -> Table:
    """A list of codes with a Dutch and an English name, in the order in which people read it."""
    return Table(
        name,
        metadata,
        Column("code", String(24), primary_key=True),
        Column("name_nl", String(120), nullable=False),
        Column("name_en", String(120), nullable=False),
        Column("position", Integer, nullable=False),
        *columns,
    )


division = _reference("division", Column("note_nl", Text), Column("note_en", Text))
pilot_line = _reference("pilot_line")
phase = _reference("phase", Column("meaning_nl", Text, nullable=False), Column("meaning_en", Text, nullable=False))
flow_end = _reference("flow_end")
age_band = _reference(
    "age_band", Column("from_age", Integer, nullable=False), Column("to_age", Integer, nullable=False)
)
step = _reference("step", Column("planned_months", Integer, nullable=False))
life_domain = _reference("life_domain")
destination = _reference("destination", Column("placed", Boolean, nullable=False))
waiting_class = _reference("waiting_class")
# `arranged`: the next step was arranged when somebody in youth care turned 18.
support_after_18 = _reference("support_after_18", Column("arranged", Boolean, nullable=False))
system_count = _reference("system_count", Column("systems", Integer, nullable=False))
approach = _reference("approach")
# The life domains, and all five of them together.
domain_scope = _reference("domain_scope")
domain_state = _reference("domain_state")
follow_moment = _reference("follow_moment", Column("months", Integer, nullable=False))
follow_state = _reference("follow_state")
# What young people themselves are asked, and what they answer.
pulse_question = _reference("pulse_question")
pulse_answer = _reference("pulse_answer")
at_table = _reference("at_table")
progress = _reference(
    "progress", Column("from_code", String(24), nullable=False), Column("to_code", String(24), nullable=False)
)
# From `from_days` on, up to and not including `to_days`, which is null where there is no end.
duration = _reference("duration", Column("from_days", Integer, nullable=False), Column("to_days", Integer))
# What happened in the whole country on one day, for whoever reads a line.
event = _reference("event", Column("happened_on", Date, nullable=False), Column("url", Text))
partner_kind = _reference("partner_kind")
factor = _reference("factor")
verdict = _reference("verdict")
# What partners do, and in which step of the trajectory it belongs.
checklist = _reference("checklist", Column("step_code", String(24), nullable=False))
# Who a lesson is for.
lesson_lens = _reference("lesson_lens")
# Who may change a rule.
rule_scope = _reference("rule_scope")
obstacle_level = _reference("obstacle_level")
obstacle_theme = _reference("obstacle_theme", Column("ministry", String(24), nullable=False))
rule = _reference("rule", Column("amount", Float, nullable=False))
rhythm = _reference("rhythm", Column("months", Integer, nullable=False), Column("due_days", Integer, nullable=False))
# Which data are kept, why and for how long; `retention_days` is null where no number of days ends it, `dpia` as long as
# the controller has not filled in where its assessment stands.
dataset = _reference(
    "dataset",
    *(
        Column(f"{told}_{language}", Text, nullable=False)
        for told in ("purpose", "holds", "ground", "keeper", "counted", "afterwards")
        for language in ("nl", "en")
    ),
    Column("retention_days", Integer),
    Column("dpia", Text),
)

region = Table(
    "region",
    metadata,
    Column("code", String(8), primary_key=True),
    Column("division_code", String(24), nullable=False),
    Column("name", String(80), nullable=False),
    Column("sort_name", String(80), nullable=False),
    Column("inhabitants", Integer, nullable=False),
    Column("inhabitants_15_24", Integer, nullable=False),
)
municipality = Table(
    "municipality",
    metadata,
    Column("code", String(8), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("inhabitants", Integer, nullable=False),
    Column("inhabitants_15_24", Integer, nullable=False),
)
membership = Table(
    "membership",
    metadata,
    Column("municipality_code", String(8), primary_key=True),
    Column("region_code", String(8), primary_key=True),
    Column("valid_from", Date, primary_key=True),
    Column("valid_to", Date),
)
# Regions and municipalities that were split, merged or moved. `counted_from` is the first year of which national
# sources count what came of it, `changed_on` the day on which the rule changed; null where that is not known.
region_change = Table(
    "region_change",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("municipality_code", String(8)),
    Column("from_code", String(8), nullable=False),
    Column("from_name", String(80), nullable=False),
    Column("to_code", String(8), nullable=False),
    Column("to_name", String(80), nullable=False),
    Column("counted_from", Integer),
    Column("changed_on", Date),
    Column("seen_in", Text, nullable=False),
)
indicator = _reference(
    "indicator",
    Column("unit", String(24), nullable=False),
    Column("polarity", String(8), nullable=False),
    Column("source_nl", Text, nullable=False),
    Column("source_en", Text, nullable=False),
    Column("owner_nl", String(80), nullable=False),
    Column("owner_en", String(80), nullable=False),
    Column("rhythm_code", String(24), nullable=False),
    Column("disclosure_nl", Text, nullable=False),
    Column("disclosure_en", Text, nullable=False),
    # Of those that no region delivers: why there may be no figure, and who acts.
    *(Column(f"{told}_{language}", Text) for told in ("absent", "acting") for language in ("nl", "en")),
)
indicator_version = Table(
    "indicator_version",
    metadata,
    Column("indicator_code", String(24), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("numerator_nl", Text, nullable=False),
    Column("numerator_en", Text, nullable=False),
    Column("denominator_nl", Text, nullable=False),
    Column("denominator_en", Text, nullable=False),
    Column("fact", String(24)),
    Column("numerator_codes", String(200)),
    Column("denominator_codes", String(200)),
    Column("window_months", Integer),
    # How many months before the reference date the window ends, where its fact is counted by month or quarter.
    Column("lag_months", Integer),
    Column("norm", Float),
)
