"""Sheets about the courses and outcomes of young people. A region that leaves one out did not count none."""

from __future__ import annotations

from warehouse.intake.sheet import Sheet, sheet

COURSES: tuple[Sheet, ...] = (
    sheet(
        "waiting_count",
        "Wachtenden",
        (("reference_date", "peildatum", "date"),),
        keys=("reference_date",),
        spread="waiting_class",
        aliases=("Wachtlijst",),
    ),
    sheet(
        "intake_count",
        "Intakes",
        (("period", "maand", "month"),),
        keys=("period",),
        spread="waiting_class",
        aliases=("Intake",),
    ),
    sheet(
        "turning_18",
        "Achttien",
        (("period", "maand", "month"),),
        keys=("period",),
        spread="support_after_18",
        aliases=("18 jaar",),
    ),
    sheet(
        "registration_count",
        "Registraties",
        (("reference_date", "peildatum", "date"), ("approach_code", "benadering", "code approach")),
        keys=("reference_date", "approach_code"),
        spread="system_count",
        aliases=("Registratie",),
    ),
    sheet(
        "domain_count",
        "Leefgebieden",
        (("reference_date", "peildatum", "date"), ("domain_code", "leefgebied", "code domain_scope")),
        keys=("reference_date", "domain_code"),
        spread="domain_state",
        aliases=("Leefgebied",),
    ),
    sheet(
        "retention_count",
        "Nazorg",
        (("period", "kwartaal vanaf", "month"), ("after_code", "gevolgd", "code follow_moment")),
        keys=("period", "after_code"),
        spread="follow_state",
        aliases=("Terugkeer",),
    ),
    sheet(
        "pulse_count",
        "Stem",
        (("period", "kwartaal vanaf", "month"), ("question_code", "vraag", "code pulse_question")),
        keys=("period", "question_code"),
        spread="pulse_answer",
        aliases=("Peiling",),
    ),
    sheet(
        "steering_meeting",
        "Overleggen",
        (("held_on", "datum", "date"), ("at_table_code", "jongere aan tafel", "code at_table")),
        keys=("held_on",),
        aliases=("Stuurgroepen",),
    ),
    sheet(
        "step_count",
        "Doorlooptijden",
        (
            ("period", "maand", "month"),
            ("progress_code", "stap vooruit", "code progress"),
            ("duration_code", "duur", "code duration"),
        ),
        keys=("period", "progress_code", "duration_code"),
        spread="age_band",
        aliases=("Doorlooptijd",),
    ),
)
