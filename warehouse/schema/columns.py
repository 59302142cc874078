"""Columns of the subjects that a region delivers: the same in intake (exact, per delivery) and in published."""

from typing import Any

from sqlalchemy import Column, Date, Integer, String, Text

ADDED_LATER = "added_later"


def code(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, String(24), nullable=nullable)


def _added(name: str, kind: Any) -> Column[Any]:
    """A column that a table got when rows of it had been published; it stands last, after those before it."""
    return Column(name, kind, info={ADDED_LATER: True})


def internal() -> Column[Any]:
    """`ja` for what is of its region alone; what is published before this was told is as an experiment without it."""
    return _added("internal", String(24))


def youths() -> Column[int]:
    """A count of young people: exact in intake, a multiple of its base in published."""
    return Column("youths", Integer, nullable=False)


def pilot() -> list[Column[Any]]:
    return [
        code("pilot_line_code"),
        Column("name", String(120), nullable=False),
        Column("baseline_on", Date, nullable=False),
        _added("starts_on", Date),
    ]


def milestone() -> list[Column[Any]]:
    return [
        Column("title", String(160), nullable=False),
        Column("baseline_on", Date, nullable=False),
        Column("planned_on", Date, nullable=False),
        Column("forecast_on", Date),
        Column("done_on", Date),
        Column("cancelled_on", Date),
        Column("replan_reason", Text),
        code("judged", nullable=True),
        Column("judged_on", Date),
        Column("judged_reason", Text),
        Column("recovery_action", Text),
        Column("recovery_owner", String(80)),
        Column("recovery_due_on", Date),
        _added("judged_by", String(80)),
    ]


def experiment() -> list[Column[Any]]:
    return [
        code("pilot_code"),
        Column("title", String(160), nullable=False),
        Column("question", Text, nullable=False),
        Column("small_step", Text, nullable=False),
        Column("method", String(120), nullable=False),
        Column("for_whom", String(160), nullable=False),
        Column("owner", String(80), nullable=False),
        Column("started_on", Date, nullable=False),
        Column("check_on", Date, nullable=False),
        Column("ended_on", Date),
        code("verdict_code", nullable=True),
        Column("lesson", Text),
        code("comes_from", nullable=True),
        code("life_domain_code"),
        code("funding", nullable=True),
        _added("policy_domain_code", String(24)),
        _added("next_step", Text),
        _added("funding_until", Date),
        internal(),
        _added("language", String(24)),
    ]


def experiment_note() -> list[Column[Any]]:
    return [
        Column("observed", Text, nullable=False),
        Column("learned", Text),
    ]


def partner() -> list[Column[Any]]:
    return [
        Column("role", String(80)),
        Column("since_on", Date, nullable=False),
    ]


def obstacle() -> list[Column[Any]]:
    return [
        code("pilot_code"),
        Column("title", String(160), nullable=False),
        code("level_code"),
        code("theme_code", nullable=True),
        Column("reported_on", Date, nullable=False),
        Column("solved_on", Date),
        _added("next_step", Text),
    ]


def partner_action() -> list[Column[Any]]:
    return [Column("done_on", Date), Column("evidence", Text)]


def lesson() -> list[Column[Any]]:
    return [
        code("experiment_code"),
        code("lens_code"),
        Column("learned", Text, nullable=False),
        Column("learned_on", Date, nullable=False),
    ]


def rule_room() -> list[Column[Any]]:
    """Room that a pilot was given, or needs, in a rule."""
    return [
        code("pilot_code"),
        Column("rule", String(160), nullable=False),
        Column("why", Text, nullable=False),
        code("scope_code"),
        Column("until_on", Date),
        Column("result", Text),
        Column("change_asked", Text),
        Column("reported_on", Date, nullable=False),
    ]


def told_note() -> list[Column[Any]]:
    """As it is published: regions tell of an experiment whether it is internal, and not of what belongs to it."""
    return [*experiment_note(), internal()]


def told_lesson() -> list[Column[Any]]:
    return [*lesson(), internal()]
