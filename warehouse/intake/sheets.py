"""The workbook that a region sends: which sheets, in the order in which they stand in it.

One description serves the template, the reader, the screening, the demonstration and the documentation.
"""

from __future__ import annotations

from warehouse.intake.course_sheets import COURSES
from warehouse.intake.sheet import Sheet, sheet

SHEETS: tuple[Sheet, ...] = (
    sheet(
        "delivery",
        "Levering",
        (
            ("region_code", "regio", "code region"),
            ("reference_date", "peildatum", "date"),
            ("rhythm_code", "ritme", "code rhythm"),
            ("filled_by", "ingevuld door (functie)", "text"),
            ("correction_reason", "reden van correctie", "text"),
        ),
        keys=("region_code", "reference_date"),
        optional=("correction_reason",),
        required=True,
        aliases=("Aanlevering",),
    ),
    sheet(
        "phase_count",
        "Fasen",
        (("reference_date", "peildatum", "date"), ("phase_code", "fase", "code phase")),
        keys=("reference_date", "phase_code"),
        spread="age_band",
        required=True,
        aliases=("Fase",),
    ),
    sheet(
        "phase_flow",
        "Stromen",
        (
            ("period", "maand", "month"),
            ("from_code", "van", "code flow_from"),
            ("to_code", "naar", "code flow_to"),
            ("youths", "jongeren", "count"),
        ),
        keys=("period", "from_code", "to_code"),
        required=True,
        aliases=("Doorstroom",),
    ),
    sheet(
        "exit_count",
        "Uitstroom",
        (("period", "maand", "month"), ("destination_code", "bestemming", "code destination")),
        keys=("period", "destination_code"),
        spread="age_band",
        required=True,
        aliases=("Bestemmingen",),
    ),
    *COURSES,
    sheet(
        "target",
        "Doelen",
        (
            ("indicator_code", "indicator", "code indicator"),
            ("amount", "streefwaarde", "amount"),
            ("target_on", "te bereiken op", "date"),
            ("baseline_on", "startfoto op", "date"),
        ),
        keys=("indicator_code",),
        aliases=("Streefwaarden",),
    ),
    sheet(
        "interim_target",
        "Tussendoelen",
        (
            ("indicator_code", "indicator", "code indicator"),
            ("due_on", "te bereiken op", "date"),
            ("amount", "tussendoel", "amount"),
        ),
        keys=("indicator_code", "due_on"),
        aliases=("Tussendoel",),
    ),
    sheet(
        "pilot",
        "Pilots",
        (
            ("pilot_code", "pilotcode", "text"),
            ("pilot_line_code", "pilotlijn", "code pilot_line"),
            ("name", "naam", "text"),
            ("baseline_on", "plan vastgesteld op", "date"),
        ),
        keys=("pilot_code",),
        aliases=("Pilot",),
    ),
    sheet(
        "milestone",
        "Mijlpalen",
        (
            ("pilot_code", "pilotcode", "text"),
            ("step_code", "stap", "code step"),
            ("title", "mijlpaal", "text"),
            ("baseline_on", "vastgesteld plan", "date"),
            ("planned_on", "huidig plan", "date"),
            ("forecast_on", "verwacht op", "date"),
            ("done_on", "bereikt op", "date"),
            ("cancelled_on", "vervallen op", "date"),
            ("replan_reason", "reden van nieuw plan", "text"),
            ("judged", "oordeel", "code judgement"),
            ("judged_on", "oordeel op", "date"),
            ("judged_reason", "toelichting op oordeel", "text"),
            ("recovery_action", "herstelactie", "text"),
            ("recovery_owner", "wie (functie)", "text"),
            ("recovery_due_on", "klaar op", "date"),
        ),
        keys=("pilot_code", "step_code"),
        optional=(
            *("forecast_on", "done_on", "cancelled_on", "replan_reason", "judged", "judged_on", "judged_reason"),
            *("recovery_action", "recovery_owner", "recovery_due_on"),
        ),
        aliases=("Mijlpaal",),
    ),
    sheet(
        "experiment",
        "Experimenten",
        (
            ("experiment_code", "code", "text"),
            ("pilot_code", "pilotcode", "text"),
            ("title", "titel", "text"),
            ("question", "vraag", "text"),
            ("small_step", "kleine stap", "text"),
            ("method", "werkvorm", "text"),
            ("for_whom", "voor wie", "text"),
            ("owner", "eigenaar (functie)", "text"),
            ("started_on", "gestart op", "date"),
            ("check_on", "check op", "date"),
            ("ended_on", "geëindigd op", "date"),
            ("verdict_code", "besluit", "code verdict"),
            ("lesson", "les", "text"),
            ("comes_from", "komt voort uit", "text"),
            ("life_domain_code", "leefgebied", "code life_domain"),
            ("funding", "dekking", "code funding"),
        ),
        keys=("experiment_code",),
        optional=("ended_on", "verdict_code", "lesson", "comes_from", "funding"),
        aliases=("Experiment",),
    ),
    sheet(
        "experiment_note",
        "Logboek",
        (
            ("experiment_code", "experiment", "text"),
            ("noted_on", "datum", "date"),
            ("observed", "wat gebeurde er", "text"),
            ("learned", "wat leerden we", "text"),
        ),
        keys=("experiment_code", "noted_on"),
        optional=("learned",),
        aliases=("Log",),
    ),
    sheet(
        "obstacle",
        "Knelpunten",
        (
            ("obstacle_code", "code", "text"),
            ("pilot_code", "pilotcode", "text"),
            ("title", "knelpunt", "text"),
            ("level_code", "niveau", "code obstacle_level"),
            ("theme_code", "landelijk thema", "code obstacle_theme"),
            ("reported_on", "gemeld op", "date"),
            ("solved_on", "opgelost op", "date"),
        ),
        keys=("obstacle_code",),
        optional=("theme_code", "solved_on"),
        aliases=("Knelpunt",),
    ),
)


def sheet_of(subject: str) -> Sheet:
    """The sheet of a subject; KeyError when there is none."""
    return {found.subject: found for found in SHEETS}[subject]
