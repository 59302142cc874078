"""What partners of a pilot did in its first steps, as a region knew it on a reference date."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from warehouse import reference
from warehouse.demo import calendar, tables
from warehouse.demo.plans import SheetRow, steps_of
from warehouse.reference import Row

WITHOUT_EVIDENCE, NEVER_DONE = 0.2, 0.1


def actions(region: str, day: date) -> list[SheetRow]:
    """The rows of the sheet with partner actions: of each pilot all that were begun."""
    pilots = [row["pilot_code"] for row in tables.rows_of("pilots", region)]
    return [row for pilot in pilots for action in reference.rows("checklist") if (row := _action(pilot, action, day))]


def _action(pilot: str, action: Row, day: date) -> SheetRow | None:
    """It is done some weeks before its step; begun two months earlier."""
    rng = Random(f"{pilot} {action['code']}")  # noqa: S311  # repeatable, not secret
    step = next(one for one in steps_of(pilot) if one.code == action["step_code"])
    planned = calendar.workday(step.expected_on(day) - timedelta(days=rng.randint(5, 40)))
    if planned - timedelta(days=60) > day:
        return None
    is_done = planned <= day and rng.random() > NEVER_DONE
    told = is_done and rng.random() > WITHOUT_EVIDENCE
    return {
        "pilot_code": pilot,
        "action_code": action["code"],
        "done_on": planned if is_done else None,
        "evidence": rng.choice(_evidence(action["code"])) if told else None,
    }


def _evidence(action: str) -> list[str]:
    return [row["evidence"] for row in tables.rows("evidence") if row["action"] == action]
