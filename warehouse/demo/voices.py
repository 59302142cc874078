"""What young people of one region answer to three questions, and whether one of them is at the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from warehouse import reference
from warehouse.demo import calendar, tables
from warehouse.demo.courses import SheetRow, dealt, draws, spread
from warehouse.demo.simulation import history_of
from warehouse.schema.calendar import MONTHS_IN_QUARTER, begins_quarter

ASKED_SINCE = date(2025, 7, 1)
MET_SINCE = date(2025, 10, 1)
IN_CONTACT = ("F2", "F3", "F4", "F5")
NO_ANSWER = 0.06
A_LITTLE = 0.65  # of those who do not say yes
TUESDAY = 2


@dataclass(frozen=True)
class Voice:
    """Shares: who says yes to each question, how many are asked, how often a young person is at the table."""

    yes: dict[str, float]
    asked: float
    meets_every: int
    at_table: float


@cache
def _voice_of(code: str) -> Voice | None:
    """None for a region that does not ask."""
    for row in tables.rows_of("voices", code):
        yes = {"gehoord": float(row["heard"]), "verder": float(row["further"]), "weet_wie": float(row["knows"])}
        return Voice(yes, float(row["asked"]), int(row["meets_every"]), float(row["at_table"]))
    return None


def answers(code: str, new: list[date], *, is_first: bool) -> list[SheetRow]:
    """Of every quarter that ended on a new reference date; the first workbook tells the quarters before it too."""
    voice = _voice_of(code)
    if voice is None:
        return []
    ended = [day for day in (calendar.months(ASKED_SINCE, new[-1]) if is_first else new) if begins_quarter(day)]
    quarters = [calendar.later(day, -MONTHS_IN_QUARTER) for day in ended]
    return [row for quarter in quarters if quarter >= ASKED_SINCE for row in _quarter(code, voice, quarter)]


def _quarter(code: str, voice: Voice, quarter: date) -> Iterator[SheetRow]:
    stock = history_of(code).stocks.get(calendar.later(quarter, MONTHS_IN_QUARTER))
    if stock is None:
        return
    rng = draws(code, "voice", quarter)
    size = round(sum(stock[phase].total() for phase in IN_CONTACT) * voice.asked)
    for question in reference.codes_of("pulse_question"):
        yes = voice.yes[question] * (1 - NO_ANSWER)
        rest = 1 - NO_ANSWER - yes
        weights = {"ja": yes, "beetje": rest * A_LITTLE, "nee": rest * (1 - A_LITTLE), "geen_antwoord": NO_ANSWER}
        yield {"period": quarter, "question_code": question} | spread("pulse_answer", dealt(rng, weights, size))


def meetings(code: str, known_on: date) -> list[SheetRow]:
    """All of them up to a day."""
    voice = _voice_of(code)
    if voice is None:
        return []
    months = calendar.months(MET_SINCE, known_on)[:: voice.meets_every]
    days = [day for month in months if (day := _second_tuesday(month)) < known_on]
    return [
        {"held_on": day, "at_table_code": "ja" if draws(code, "table", day).random() < voice.at_table else "nee"}
        for day in days
    ]


def _second_tuesday(month: date) -> date:
    return month + timedelta(days=(TUESDAY - month.isoweekday()) % 7 + 7)
