"""The workbook that a region sends: which sheets, in the order in which they stand in it.

One description serves the template, the reader, the screening, the demonstration and the documentation.
"""

from __future__ import annotations

from warehouse.intake.course_sheets import COURSES
from warehouse.intake.pilot_sheets import PILOTS
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
    *PILOTS,
)


def sheet_of(subject: str) -> Sheet:
    """The sheet of a subject; KeyError when there is none."""
    return {found.subject: found for found in SHEETS}[subject]
