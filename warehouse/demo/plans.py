"""Pilots and milestones as a region knew them on a reference date: the story moves on between the rounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from warehouse import reference
from warehouse.demo import calendar, tables
from warehouse.reference import Row

SheetRow = dict[str, object]

MUCH_TOO_LATE = 42


@dataclass(frozen=True)
class Step:
    """One milestone: when it should be reached, and how late the region thought it would be, round after round."""

    code: str
    title: str
    baseline_on: date
    days_late: tuple[int, ...]

    def late(self, day: date) -> int:
        """Days after the frozen plan, as the region sees it on a day; negative when it is early."""
        known = min(calendar.round_of(day).number, len(self.days_late) - 1)
        return self.days_late[known]

    def expected_on(self, day: date) -> date:
        return calendar.workday(self.baseline_on + timedelta(days=self.late(day)))

    def is_done(self, day: date) -> bool:
        return self.expected_on(day) <= day


def pilots(region: str) -> list[SheetRow]:
    """The rows of the sheet with pilots."""
    return [
        {
            "pilot_code": row["pilot_code"],
            "pilot_line_code": row["line"],
            "name": row["name"],
            "baseline_on": date.fromisoformat(row["adopted_on"]),
            "starts_on": date.fromisoformat(row["start_on"]),
        }
        for row in tables.rows_of("pilots", region)
    ]


def milestones(region: str, day: date) -> list[SheetRow]:
    """The rows of the sheet with milestones, as known on a day."""
    return [row for pilot in tables.rows_of("pilots", region) for row in _milestones(pilot, day)]


def _milestones(pilot: Row, day: date) -> list[SheetRow]:
    code = pilot["pilot_code"]
    rows = {step: _milestone(code, step, day) for step in steps_of(code)}
    still_open = [step for step, row in rows.items() if not row["done_on"] and not row.get("cancelled_on")]
    if still_open:
        rows[still_open[0]] |= _judgement(pilot, still_open[0].late(day), day)
    return list(rows.values())


@cache
def steps_of(pilot_code: str) -> tuple[Step, ...]:
    """The six steps of a pilot, with the planned months of the template after one another."""
    pilot = next(row for row in tables.rows("pilots") if row["pilot_code"] == pilot_code)
    ends, months = [], 0
    for row in reference.rows("step"):
        months += int(row["planned_months"])
        ends.append((row["code"], _planned_end(date.fromisoformat(pilot["start_on"]), months)))
    return tuple(
        Step(code, _title(pilot["line"], code), end, tuple(int(days) for days in late.split("/")))
        for (code, end), late in zip(ends, pilot["days_late"].split(), strict=True)
    )


def _planned_end(start: date, months: int) -> date:
    return calendar.later(start.replace(day=1), months) + timedelta(days=start.day - 2)


def _title(line: str, step: str) -> str:
    return next(row["title"] for row in tables.rows("titles") if (row["line"], row["step"]) == (line, step))


def _milestone(pilot_code: str, step: Step, day: date) -> SheetRow:
    row: SheetRow = {
        "pilot_code": pilot_code,
        "step_code": step.code,
        "title": step.title,
        "baseline_on": step.baseline_on,
    }
    return row | _progress(pilot_code, step, day) | _recovery(pilot_code, step, day)


def _progress(pilot_code: str, step: Step, day: date) -> SheetRow:
    replan = _known("replans", pilot_code, step.code, day) or {"planned_on": "", "cancelled_on": "", "reason": ""}
    planned = _date(replan["planned_on"]) or step.baseline_on
    cancelled = _date(replan["cancelled_on"])
    is_open = not step.is_done(day) and not cancelled
    return {
        "planned_on": planned,
        "forecast_on": _forecast(step.expected_on(day), _date(replan["planned_on"])) if is_open else None,
        "done_on": step.expected_on(day) if step.is_done(day) else None,
        "cancelled_on": cancelled,
        "replan_reason": replan["reason"] or None,
    }


def _forecast(expected: date, replanned: date | None) -> date:
    """A new plan says at least when it is expected."""
    return max(expected, replanned) if replanned else expected


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _recovery(pilot_code: str, step: Step, day: date) -> SheetRow:
    found = _known("recoveries", pilot_code, step.code, day)
    if found is None or step.is_done(day):
        return {}
    return {
        "recovery_action": found["action"],
        "recovery_owner": found["owner"],
        "recovery_due_on": date.fromisoformat(found["due_on"]),
    }


def _known(table: str, pilot_code: str, step: str, day: date) -> Row | None:
    """What stands in a table about a milestone, once it is known."""
    for row in tables.rows(table):
        if (row["pilot_code"], row["step"]) == (pilot_code, step) and row["known_on"] <= day.isoformat():
            return row
    return None


def _judgement(pilot: Row, late: int, day: date) -> SheetRow:
    """What the leader of the pilot thinks of the first open milestone: told in a table, else what the dates say."""
    rng = Random(f"{pilot['pilot_code']} judgement {day}")  # noqa: S311  # repeatable, not secret
    recent = calendar.workday(day - timedelta(days=rng.randint(2, 14)))
    told = [row for row in _told(pilot["pilot_code"]) if row["since"] <= day.isoformat()]
    judged = told[-1]["judged"] if told else _computed(late)
    reason = told[-1]["reason"] if told else rng.choice(_reasons(judged))
    return {
        "judged": judged,
        "judged_on": (_date(told[-1]["judged_on"]) if told else None) or recent,
        "judged_by": pilot["leader"],
        "judged_reason": f"{reason[:1].upper()}{reason[1:]}.",
    }


def _told(pilot_code: str) -> list[Row]:
    return [row for row in tables.rows("judgements") if row["pilot_code"] == pilot_code]


def _computed(late: int) -> str:
    if late <= 0:
        return "op_koers"
    return "let_op" if late <= MUCH_TOO_LATE else "achter"


def _reasons(judged: str) -> list[str]:
    return [row["reason"] for row in tables.rows("judgement_reasons") if row["judged"] == judged]
