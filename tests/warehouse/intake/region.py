"""A small, spotless workbook, and ways to spoil it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.warehouse.intake.region_courses import courses
from tests.warehouse.intake.region_learned import LEARNED
from warehouse.intake.screening import Screening, screen
from warehouse.intake.template import filled
from warehouse.reference import codes_of

Rows = dict[str, list[dict[str, Any]]]

MONTHS = tuple(date(2026, month, 1) for month in range(3, 12))
REFERENCE_DATE = MONTHS[-1]
MOVES = (
    ("NEW", "F1"),
    ("F0", "F1"),
    ("F1", "F2"),
    ("F2", "F3"),
    ("F3", "F4"),
    ("F4", "F5"),
    ("F4", "F6"),
    ("F6", "F2"),
)


def rows() -> Rows:
    """Nine months of one region; nothing is wrong with it."""
    counts = _counts()
    return deepcopy(
        {
            "delivery": [
                {
                    "region_code": "AM05",
                    "reference_date": REFERENCE_DATE,
                    "rhythm_code": "maand",
                    "filled_by": "beleidsadviseur jeugd",
                    "correction_reason": None,
                }
            ],
            **counts,
            **courses(counts),
            "target": [
                {
                    "indicator_code": "K01",
                    "amount": 400.0,
                    "target_on": date(2026, 12, 31),
                    "baseline_on": date(2026, 3, 1),
                }
            ],
            "interim_target": [{"indicator_code": "K01", "due_on": date(2026, 10, 1), "amount": 420.0}],
            **_pilot(),
            "milestone": [_milestone(step) for step in codes_of("step")],
            "experiment": [_experiment("E1", None), _experiment("E2", "E1")],
            "partner": [_partner("gemeente"), _partner("onderwijs")],
            **LEARNED,
        }
    )


def _partner(kind: str) -> dict[str, Any]:
    told = {"organisation": f"Partner uit {kind}", "role": "doet mee", "since_on": date(2026, 1, 5)}
    return {"pilot_code": "P1", "partner_kind_code": kind, **told}


def _pilot() -> Rows:
    return {
        "pilot": [
            {
                "pilot_code": "P1",
                "pilot_line_code": "JBB",
                "name": "Twente in beeld",
                "baseline_on": date(2025, 11, 1),
                "starts_on": date(2025, 12, 1),
            }
        ],
        "experiment_note": [
            {
                "experiment_code": "E1",
                "noted_on": date(2026, 5, 4),
                "observed": "Tien jongeren kwamen langs.",
                "learned": "Een vaste plek helpt.",
            }
        ],
        "obstacle": [
            {
                "obstacle_code": "N1",
                "pilot_code": "P1",
                "title": "Gegevens delen",
                "level_code": "rijk",
                "theme_code": "GEGEVENS",
                "reported_on": date(2026, 2, 1),
                "solved_on": None,
                "next_step": "Overleg met het ministerie, 3 december",
            }
        ],
        "partner_action": [
            {
                "pilot_code": "P1",
                "action_code": "netwerkanalyse",
                "done_on": date(2026, 2, 2),
                "evidence": "Sociale kaart, vastgesteld in de stuurgroep",
            }
        ],
    }


def _counts() -> Rows:
    stock = {phase: dict.fromkeys(codes_of("age_band"), 12) for phase in codes_of("phase")}
    counts: Rows = {"phase_count": [], "phase_flow": [], "exit_count": []}
    for number, month in enumerate(MONTHS):
        counts["phase_count"] += [
            {"reference_date": month, "phase_code": phase, **_spread(bands)} for phase, bands in stock.items()
        ]
        if month == REFERENCE_DATE:
            break
        exits = 0
        for place, (start, end) in enumerate(MOVES):
            band, youths = codes_of("age_band")[(number + place) % 4], 1 + (number + place) % 2
            counts["phase_flow"].append({"period": month, "from_code": start, "to_code": end, "youths": youths})
            stock.get(start, Counter())[band] -= youths
            stock[end][band] += youths
            exits += youths if start == "F4" else 0
        bands = dict.fromkeys(codes_of("age_band"), 0) | {"18-20": exits}
        counts["exit_count"].append({"period": month, "destination_code": "werk", **_spread(bands)})
    return counts


def _spread(bands: dict[str, int]) -> dict[str, int]:
    return {f"count:{band}": youths for band, youths in bands.items()}


def _milestone(step: str) -> dict[str, Any]:
    planned = date(2026, int(step) + 6, 1)
    done = planned if int(step) < 4 else None
    return {
        "pilot_code": "P1",
        "step_code": step,
        "title": f"Mijlpaal {step}",
        "baseline_on": planned,
        "planned_on": planned,
        "forecast_on": None if done else planned,
        "done_on": done,
        "cancelled_on": None,
        "replan_reason": None,
        "judged": "op_koers",
        "judged_on": date(2026, 10, 20),
        "judged_reason": "De partners doen mee.",
        "recovery_action": None,
        "recovery_owner": None,
        "recovery_due_on": None,
        "judged_by": "projectleider",
    }


def _experiment(code: str, comes_from: str | None) -> dict[str, Any]:
    return {
        "experiment_code": code,
        "pilot_code": "P1",
        "title": "Koffie op het plein",
        "question": "Komen jongeren naar ons toe?",
        "small_step": "Iedere maandag een uur",
        "method": "spreekuur",
        "for_whom": "jongeren zonder opleiding",
        "owner": "projectleider",
        "started_on": date(2026, 5, 1),
        "check_on": date(2026, 6, 1),
        "ended_on": date(2026, 9, 1) if comes_from is None else None,
        "verdict_code": "doorgaan" if comes_from is None else None,
        "lesson": "Een vaste plek helpt." if comes_from is None else None,
        "comes_from": comes_from,
        "life_domain_code": "SEW",
        "funding": "tijdelijk",
        "policy_domain_code": "dienstverlening",
        "next_step": "Vraag de bibliotheek mee te doen.",
        "funding_until": date(2027, 3, 31),
        "internal": "nee",
        "language": "nl",
    }


def content(spoil: Callable[[Rows], object] | None = None) -> bytes:
    """The workbook, after its rows were spoiled."""
    if spoil is None:
        return _spotless()
    spoiled = rows()
    spoil(spoiled)
    return filled(spoiled)


@cache
def _spotless() -> bytes:
    """The same rows are always the same file, and hundreds of tests ask for this one."""
    return filled(rows())


def edited(edit: Callable[[Workbook], object], before: bytes | None = None) -> bytes:
    """The workbook, after it was edited as in Excel."""
    workbook = load_workbook(io.BytesIO(before or content()))
    edit(workbook)
    edited_content = io.BytesIO()
    workbook.save(edited_content)
    return edited_content.getvalue()


def screened(workbook: bytes, file_name: str = "AM05.xlsx") -> Screening:
    return screen(workbook, file_name)


def codes(screening: Screening) -> set[str]:
    return {finding.code for finding in screening.findings}
