"""What stands in the workbook of a region and a reference date: a row per line of each sheet.

The first workbook holds the whole history. Each later one holds its new month, and repeats the stock of the date before
so that the balance can be checked within the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from warehouse import reference
from warehouse.demo import aftercare, calendar, checklist, courses, plans, stories, tables, voices
from warehouse.demo.lives import Flow, Life, flow_of, lives
from warehouse.demo.promises import interim_targets_of, targets_of
from warehouse.demo.simulation import Bands, History, history_of
from warehouse.reference import Row
from warehouse.schema.calendar import begins_quarter

SheetRow = dict[str, object]

RHYTHM = "maand"
FILLED_BY = "gegevenscoördinator"


@dataclass(frozen=True)
class Mistake:
    """Young people who were counted too many, from one month until another, until a second version left them out."""

    came: Flow
    went: Flow
    youths: int
    came_in: date
    went_out: date
    reason: str
    received_on: date

    @property
    def phase(self) -> str:
        return self.came[1]

    def counts_on(self, day: date) -> bool:
        return self.came_in < day <= self.went_out


def rows_of(region_code: str, reference_date: date, version: int = 1) -> Mapping[str, list[SheetRow]]:
    """The rows of a workbook by subject, with the keys of the sheet's columns."""
    life, mistake = lives()[region_code], mistake_of(region_code, reference_date)
    days = _days(life, reference_date)
    counted_wrong = mistake if version == 1 else None
    return {
        "delivery": [_delivery(region_code, reference_date, mistake if version > 1 else None)],
        **_counts(history_of(region_code), days, counted_wrong),
        **_courses(region_code, days, counted_wrong, is_correction=version > 1),
        "target": targets_of(life),
        "interim_target": interim_targets_of(life),
        "pilot": plans.pilots(region_code),
        "milestone": plans.milestones(region_code, reference_date),
        "experiment": stories.experiments(region_code, reference_date),
        "experiment_note": stories.notes(region_code, reference_date),
        "obstacle": stories.obstacles(region_code, reference_date),
        "partner": stories.partners(region_code, reference_date),
        "partner_action": checklist.actions(region_code, reference_date),
        "lesson": stories.lessons(region_code, reference_date),
        "rule_room": stories.rules(region_code, reference_date),
    }


def _courses(code: str, days: list[date], mistake: Mistake | None, *, is_correction: bool) -> dict[str, list[SheetRow]]:
    """Only new dates. A correction tells nothing anew of aftercare, of which more may be known by now."""
    new = days if days[0] == lives()[code].first else days[1:]
    too_many = {day: mistake.youths for day in new if mistake and mistake.counts_on(day)}
    tells_aftercare = not is_correction and (len(new) > 1 or begins_quarter(new[-1]))
    found = {
        **courses.sheets(code, new, too_many),
        "retention_count": aftercare.followed(code, new[-1]) if tells_aftercare else [],
        "step_count": aftercare.steps(code, days[:-1]),
        "pulse_count": [] if is_correction else voices.answers(code, new, is_first=len(new) > 1),
        "steering_meeting": voices.meetings(code, days[-1]),
    }
    left_out = courses.course_of(code).leaves_out
    return {subject: [] if subject in left_out else rows for subject, rows in found.items()}


def mistake_of(region_code: str, reference_date: date) -> Mistake | None:
    """The mistake in the first version of a workbook, if there was one."""
    for row in tables.rows_of("corrections", region_code):
        if row["reference_date"] == reference_date.isoformat():
            return _mistake(row)
    return None


def _mistake(row: Row) -> Mistake:
    came = flow_of(row)
    return Mistake(
        came=came,
        went=(came[1], "GONE"),
        youths=int(row["youths"]),
        came_in=date.fromisoformat(row["came_in"]),
        went_out=date.fromisoformat(row["went_out"]),
        reason=row["reason"],
        received_on=date.fromisoformat(row["received_on"]),
    )


def _days(life: Life, reference_date: date) -> list[date]:
    is_first = reference_date == calendar.rounds()[0].reference_date
    return calendar.months(life.first if is_first else calendar.later(reference_date, -1), reference_date)


def _delivery(region_code: str, reference_date: date, mended: Mistake | None) -> SheetRow:
    return {
        "region_code": region_code,
        "reference_date": reference_date,
        "rhythm_code": RHYTHM,
        "filled_by": FILLED_BY,
        "correction_reason": mended.reason if mended else None,
    }


def _counts(history: History, days: list[date], mistake: Mistake | None) -> dict[str, list[SheetRow]]:
    """Stocks of all days, flows and exits of the months between them."""
    months = days[:-1]
    return {
        "phase_count": [row for day in days for row in _stock(history, day, mistake)],
        "phase_flow": [row for month in months for row in _flows(history, month, mistake)],
        "exit_count": [row for month in months for row in _exits(history, month)],
    }


def _stock(history: History, day: date, mistake: Mistake | None) -> list[SheetRow]:
    rows = []
    for phase, bands in history.stocks[day].items():
        wrong = mistake if mistake and mistake.phase == phase and mistake.counts_on(day) else None
        rows.append({"reference_date": day, "phase_code": phase} | _spread(bands + _too_many(wrong)))
    return rows


def _too_many(mistake: Mistake | None) -> Bands:
    """All of them in one age band: the oldest, in which the two registers overlap."""
    return Bands({reference.codes_of("age_band")[-1]: mistake.youths}) if mistake else Bands()


def _spread(bands: Bands) -> SheetRow:
    return {f"count:{band}": bands[band] for band in reference.codes_of("age_band")}


def _flows(history: History, month: date, mistake: Mistake | None) -> list[SheetRow]:
    flows = dict(history.flows[month])
    if mistake and month == mistake.came_in:
        flows[mistake.came] += mistake.youths
    if mistake and month == mistake.went_out:
        flows[mistake.went] += mistake.youths
    return [
        {"period": month, "from_code": origin, "to_code": goal, "youths": youths}
        for (origin, goal), youths in flows.items()
    ]


def _exits(history: History, month: date) -> list[SheetRow]:
    return [
        {"period": month, "destination_code": code} | _spread(bands) for code, bands in history.exits[month].items()
    ]
