"""The workbook that a region sends: which sheets, which columns, what may stand in them.

One description serves the template, the reader, the screening, the demonstration and the documentation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from warehouse.reference import codes_of


@dataclass(frozen=True)
class SheetColumn:
    """`kind`: code, date, month (first day of it), count, amount, text or flag. `codes` names a reference list."""

    key: str
    header: str
    kind: str
    codes: str | None = None
    required: bool = True
    help_nl: str = ""
    help_en: str = ""


@dataclass(frozen=True)
class Sheet:
    """`spread` names a reference list with one count column per code (`count:<code>`); `keys` identify a row."""

    subject: str
    title: str
    columns: tuple[SheetColumn, ...]
    keys: tuple[str, ...]
    spread: str | None = None
    required: bool = False
    help_nl: str = ""
    help_en: str = ""
    aliases: tuple[str, ...] = field(default=())

    @property
    def all_columns(self) -> tuple[SheetColumn, ...]:
        """The fixed columns, then the spread ones."""
        return self.columns + _spread_columns(self.spread)


@cache
def _spread_columns(codes: str | None) -> tuple[SheetColumn, ...]:
    if codes is None:
        return ()
    return tuple(SheetColumn(f"count:{code}", f"{code} jaar", "count") for code in codes_of(codes))


C = SheetColumn

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "delivery",
        "Levering",
        (
            C("region_code", "regio", "code", "region", help_nl="Code of naam van de arbeidsmarktregio."),
            C("reference_date", "peildatum", "date", help_nl="De eerste dag van een maand."),
            C("rhythm_code", "ritme", "code", "rhythm", help_nl="Levert u per maand of per kwartaal?"),
            C("filled_by", "ingevuld door (functie)", "text", help_nl="Een functie, geen naam."),
            C("correction_reason", "reden van correctie", "text", required=False),
        ),
        keys=("region_code", "reference_date"),
        required=True,
        help_nl="Eén regel: van wie en van wanneer zijn deze cijfers?",
    ),
    Sheet(
        "phase_count",
        "Fasen",
        (C("reference_date", "peildatum", "date"), C("phase_code", "fase", "code", "phase")),
        keys=("reference_date", "phase_code"),
        spread="age_band",
        required=True,
        help_nl="Jongeren per fase op de peildatum. Iedere jongere telt in precies één fase.",
    ),
    Sheet(
        "phase_flow",
        "Stromen",
        (
            C("period", "maand", "month"),
            C("from_code", "van", "code", "flow_from"),
            C("to_code", "naar", "code", "flow_to"),
            C("youths", "jongeren", "count"),
        ),
        keys=("period", "from_code", "to_code"),
        required=True,
        help_nl="Jongeren die in de maand van fase wisselden. NEW: voor het eerst geteld. GONE: niet meer geteld.",
    ),
    Sheet(
        "exit_count",
        "Uitstroom",
        (C("period", "maand", "month"), C("destination_code", "bestemming", "code", "destination")),
        keys=("period", "destination_code"),
        spread="age_band",
        required=True,
        help_nl="Jongeren van wie het traject in de maand eindigde, naar bestemming. Iedere jongere telt één keer.",
    ),
    Sheet(
        "target",
        "Doelen",
        (
            C("indicator_code", "indicator", "code", "indicator"),
            C("amount", "streefwaarde", "amount"),
            C("target_on", "te bereiken op", "date"),
            C("baseline_on", "startfoto op", "date"),
        ),
        keys=("indicator_code",),
        help_nl="Wat de stuurgroep wil bereiken, en wanneer.",
    ),
    Sheet(
        "pilot",
        "Pilots",
        (
            C("pilot_code", "pilotcode", "text"),
            C("pilot_line_code", "pilotlijn", "code", "pilot_line"),
            C("name", "naam", "text"),
            C("baseline_on", "plan vastgesteld op", "date"),
        ),
        keys=("pilot_code",),
    ),
    Sheet(
        "milestone",
        "Mijlpalen",
        (
            C("pilot_code", "pilotcode", "text"),
            C("step_code", "stap", "code", "step"),
            C("title", "mijlpaal", "text"),
            C("baseline_on", "vastgesteld plan", "date", help_nl="Verandert nooit meer; te laat telt vanaf hier."),
            C("planned_on", "huidig plan", "date"),
            C("forecast_on", "verwacht op", "date", required=False),
            C("done_on", "bereikt op", "date", required=False),
            C("cancelled_on", "vervallen op", "date", required=False),
            C("replan_reason", "reden van nieuw plan", "text", required=False),
            C("judged", "oordeel", "code", "judgement", required=False),
            C("judged_on", "oordeel op", "date", required=False),
            C("judged_reason", "toelichting op oordeel", "text", required=False),
            C("recovery_action", "herstelactie", "text", required=False),
            C("recovery_owner", "wie (functie)", "text", required=False),
            C("recovery_due_on", "klaar op", "date", required=False),
        ),
        keys=("pilot_code", "step_code"),
    ),
    Sheet(
        "experiment",
        "Experimenten",
        (
            C("experiment_code", "code", "text"),
            C("pilot_code", "pilotcode", "text"),
            C("title", "titel", "text"),
            C("question", "vraag", "text"),
            C("small_step", "kleine stap", "text"),
            C("method", "werkvorm", "text"),
            C("for_whom", "voor wie", "text"),
            C("owner", "eigenaar (functie)", "text"),
            C("started_on", "gestart op", "date"),
            C("check_on", "check op", "date"),
            C("ended_on", "geëindigd op", "date", required=False),
            C("verdict_code", "besluit", "code", "verdict", required=False),
            C("lesson", "les", "text", required=False),
            C("comes_from", "komt voort uit", "text", required=False),
            C("life_domain_code", "leefgebied", "code", "life_domain"),
            C("funding", "dekking", "code", "funding", required=False),
        ),
        keys=("experiment_code",),
    ),
    Sheet(
        "experiment_note",
        "Logboek",
        (
            C("experiment_code", "experiment", "text"),
            C("noted_on", "datum", "date"),
            C("observed", "wat gebeurde er", "text"),
            C("learned", "wat leerden we", "text", required=False),
        ),
        keys=("experiment_code", "noted_on"),
    ),
    Sheet(
        "obstacle",
        "Knelpunten",
        (
            C("obstacle_code", "code", "text"),
            C("pilot_code", "pilotcode", "text"),
            C("title", "knelpunt", "text"),
            C("level_code", "niveau", "code", "obstacle_level"),
            C("theme_code", "landelijk thema", "code", "obstacle_theme", required=False),
            C("reported_on", "gemeld op", "date"),
            C("solved_on", "opgelost op", "date", required=False),
        ),
        keys=("obstacle_code",),
    ),
)


def sheet_of(subject: str) -> Sheet:
    """The sheet of a subject; KeyError when there is none."""
    return next(sheet for sheet in SHEETS if sheet.subject == subject)
