"""How young people fared after they left, and how long they took for each step: made to agree with the flows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from math import log
from random import Random

from warehouse import reference
from warehouse.demo import calendar, tables
from warehouse.demo.courses import SheetRow, course_of, draws, spread
from warehouse.demo.lives import Life, lives
from warehouse.demo.simulation import History, history_of
from warehouse.reference import Row
from warehouse.schema.calendar import MONTHS_IN_QUARTER, begins_quarter, months_between, months_of_quarter

LASTING = ("F4", "F5")
# A region that took part from the beginning knows whom it followed before that.
FOLLOWED_SINCE = date(2024, 7, 1)
DURATIONS_SINCE = date(2025, 7, 1)
NOT_FOLLOWED = 0.1
# The chance to come back within so many months, of those who can be followed.
COMES_BACK = {"3": 0.05, "6": 0.1, "12": 0.18, "24": 0.24}

Person = tuple[date, bool, float]


def followed(code: str, known_on: date) -> list[SheetRow]:
    """Every quarter that was over, as it is known on a day."""
    life = lives()[code]
    first = FOLLOWED_SINCE if life.first == calendar.FIRST else _next_quarter(life.first)
    ended = calendar.months(first, calendar.later(known_on, -MONTHS_IN_QUARTER))
    return [row for quarter in filter(begins_quarter, ended) for row in _quarter(life, quarter, known_on)]


def _next_quarter(day: date) -> date:
    return next(filter(begins_quarter, calendar.months(day, calendar.LAST)))


def _quarter(life: Life, quarter: date, known_on: date) -> Iterator[SheetRow]:
    people = list(_left(life, quarter))
    for moment in reference.rows("follow_moment"):
        states = Counter(_state(person, moment, known_on) for person in people)
        yield {"period": quarter, "after_code": moment["code"]} | spread("follow_state", states)


def _left(life: Life, quarter: date) -> Iterator[Person]:
    """The month in which each left, whether it is known how they fare, and how soon they would come back."""
    rng, history = draws(life.code, "aftercare", quarter), history_of(life.code)
    for month in months_of_quarter(quarter):
        for _ in range(_size(history, month, rng)):
            yield month, rng.random() >= NOT_FOLLOWED, rng.random()


def _size(history: History, month: date, rng: Random) -> int:
    """Of before the programme about as many as in its first month."""
    if month in history.flows:
        return history.flows[month][LASTING]
    return round(history.flows[min(history.flows)][LASTING] * rng.uniform(0.7, 1.1))


def _state(person: Person, moment: Row, known_on: date) -> str:
    left_in, is_known, chance = person
    if months_between(left_in, known_on) <= int(moment["months"]):
        return "nog_niet"
    if not is_known:
        return "niet_gevolgd"
    return "terug" if chance < COMES_BACK[moment["code"]] else "goed"


def steps(code: str, months: Sequence[date]) -> list[SheetRow]:
    """A duration that nobody had is left out."""
    return [row for month in months if month >= DURATIONS_SINCE for row in _steps(code, month)]


def _steps(code: str, month: date) -> Iterator[SheetRow]:
    rng, flows = draws(code, "steps", month), history_of(code).flows[month]
    for row in reference.rows("progress"):
        taken = _taken(row, flows[row["from_code"], row["to_code"]], course_of(code).pace, rng)
        for duration in reference.codes_of("duration"):
            bands = Counter(band for found, band in taken if found == duration)
            if bands:
                told: SheetRow = {"period": month, "progress_code": row["code"], "duration_code": duration}
                yield told | spread("age_band", bands)


def _taken(progress: Row, size: int, pace: float, rng: Random) -> list[tuple[str, str]]:
    """Duration and age band of each."""
    usual = next(row for row in tables.rows("durations") if row["progress"] == progress["code"])
    ages = next(row for row in tables.rows("ages") if row["phase"] == progress["from_code"])
    bands = reference.codes_of("age_band")
    drawn = rng.choices(bands, [float(ages[band]) for band in bands], k=size)
    middle, around = log(float(usual["median"]) * pace), float(usual["spread"])
    return [(_duration(rng.lognormvariate(middle, around)), band) for band in drawn]


def _duration(days: float) -> str:
    return next(row["code"] for row in reference.rows("duration") if not row["to_days"] or days < int(row["to_days"]))
