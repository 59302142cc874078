"""What the region of the small workbook learned, and the rule that stands in its way."""

from __future__ import annotations

from datetime import date
from typing import Any

LEARNED: dict[str, list[dict[str, Any]]] = {
    "lesson": [
        {
            "lesson_code": "L1",
            "experiment_code": "E1",
            "lens_code": "professional",
            "learned": "Begin met koffie en dan pas met een vraag.",
            "learned_on": date(2026, 9, 1),
        }
    ],
    "rule_room": [
        {
            "rule_code": "R1",
            "pilot_code": "P1",
            "rule": "Reiskosten worden pas na een maand vergoed",
            "why": "Een jongere kan de bus niet voorschieten.",
            "scope_code": "lokaal",
            "until_on": date(2027, 1, 1),
            "result": "Er viel niemand af.",
            "change_asked": "Vooraf betalen toestaan.",
            "reported_on": date(2026, 3, 2),
        }
    ],
}
