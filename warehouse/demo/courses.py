"""Waiting, intakes, turning 18, registrations and life domains of one region: chance around what its table tells.

Every draw has a `random.Random` of its own, by region, subject and date, so that a workbook that tells a date again
tells the same, and no other figure changes when a subject is added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from warehouse import reference
from warehouse.demo import calendar, tables
from warehouse.demo.lives import Life, lives
from warehouse.demo.simulation import History, history_of
from warehouse.schema.calendar import begins_quarter, months_between

SheetRow = dict[str, object]

IN_SIGHT = ("F1", "F2", "F3", "F4", "F5")
WITH_A_PLAN = ("F3", "F4", "F5")
LONGEST = "vanaf_6"
APPROACHED_IN_SIGHT = 0.35  # of those in F1; whoever is further on was approached
INTAKE_AFTER_CONTACT = 0.8
TURNS_18 = 0.028  # of the young people who are followed, in one month
ASSESSED = 0.8  # of those with a plan
GROWTH = 0.05  # of the share with all life domains in order, from the beginning to the end
SUPPORT_AFTER_KNOWN = 4  # months after the beginning of the month in which somebody turned 18
# In a queue stand more of those who wait long than among those who are helped.
QUEUE = 0.75


@dataclass(frozen=True)
class Course:
    """`arranged`, `unknown`, `quick`, `one_system` and `all_in_order` are shares, `pace` a factor of durations; the
    part `waits` of those in F1 waits for an intake.

    On the day `cleared_on` `remains` was left of those who waited longest; on `back_on` they were as many as ever.
    """

    arranged: float
    unknown: float
    quick: float
    one_system: float
    all_in_order: float
    pace: float
    waits: float
    leaves_out: frozenset[str]
    cleared_on: date | None
    back_on: date | None
    remains: float

    def longest(self, day: date) -> float:
        """Which part of those who would wait longest is there."""
        if self.cleared_on is None or self.back_on is None or not self.cleared_on < day < self.back_on:
            return 1.0
        return self.remains + (1 - self.remains) * ((day - self.cleared_on) / (self.back_on - self.cleared_on))


@cache
def course_of(code: str) -> Course:
    """KeyError when the region is not simulated."""
    row = {row["region"]: row for row in tables.rows("courses")}[code]
    shares = ("arranged", "unknown", "quick", "one_system", "all_in_order", "pace", "waits")
    return Course(
        **{name: float(row[name]) for name in shares},
        leaves_out=frozenset(row["leaves_out"].split()),
        cleared_on=_day(row["cleared_on"]),
        back_on=_day(row["back_on"]),
        remains=float(row["remains"] or 1),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def draws(code: str, subject: str, day: date) -> Random:
    return Random(f"{code} {subject} {day}")  # noqa: S311  # repeatable, not secret


def sheets(code: str, days: Sequence[date], too_many: Mapping[date, int]) -> dict[str, list[SheetRow]]:
    """The rows of these sheets on new reference dates; `too_many` were counted twice on a date, by mistake."""
    history, life = history_of(code), lives()[code]
    quarters = [day for day in days if begins_quarter(day)]
    months = [calendar.later(day, -1) for day in days if day > life.first]
    birthdays = [calendar.later(day, -SUPPORT_AFTER_KNOWN) for day in days]
    return {
        "waiting_count": [_waiting(code, history, day) for day in days],
        "intake_count": [_intakes(code, history, month) for month in months],
        "turning_18": [_turned_18(life, month) for month in birthdays if month >= life.first],
        "registration_count": [
            row for day in quarters for row in _registered(code, history, day, too_many.get(day, 0))
        ],
        "domain_count": [row for day in quarters for row in _domains(code, history, day)],
    }


def dealt(rng: Random, weights: Mapping[str, float], size: int) -> Counter[str]:
    return Counter(rng.choices(list(weights), list(weights.values()), k=size))


def spread(name: str, counts: Mapping[str, int]) -> SheetRow:
    return {f"count:{code}": counts.get(code, 0) for code in reference.codes_of(name)}


def _waiting(code: str, history: History, day: date) -> SheetRow:
    rng, own = draws(code, "waiting", day), course_of(code)
    size = round(history.stocks[day]["F1"].total() * own.waits * rng.uniform(0.9, 1.1))
    waiting = dealt(rng, _waits(own.quick * QUEUE), size)
    waiting[LONGEST] = round(waiting[LONGEST] * own.longest(day))
    return {"reference_date": day} | spread("waiting_class", waiting)


def _intakes(code: str, history: History, month: date) -> SheetRow:
    rng, own = draws(code, "intakes", month), course_of(code)
    size = round(history.flows[month]["F1", "F2"] * INTAKE_AFTER_CONTACT)
    return {"period": month} | spread("waiting_class", dealt(rng, _waits(own.quick), size))


def _waits(quick: float) -> dict[str, float]:
    return {"tot_4": quick, "4_tot_6": (1 - quick) * 0.5, LONGEST: (1 - quick) * 0.5}


def _turned_18(life: Life, month: date) -> SheetRow:
    rng, own = draws(life.code, "turning 18", month), course_of(life.code)
    weights = {
        "loopt_door": own.arranged * 0.72,
        "gestopt": 1 - own.arranged - own.unknown,
        "niet_nodig": own.arranged * 0.28,
        "onbekend": own.unknown,
    }
    size = round(life.tracked * TURNS_18 * rng.uniform(0.8, 1.2))
    return {"period": month} | spread("support_after_18", dealt(rng, weights, size))


def _registered(code: str, history: History, day: date, too_many: int) -> Iterator[SheetRow]:
    """Who was counted twice by mistake, stood in two registers."""
    rng, own = draws(code, "registrations", day), course_of(code)
    stock = {phase: history.stocks[day][phase].total() for phase in IN_SIGHT}
    waits = round(stock["F1"] * (1 - APPROACHED_IN_SIGHT))
    weights = {"1": own.one_system, "2": (1 - own.one_system) * 0.74, "3": (1 - own.one_system) * 0.26}
    for approach, size in (("benaderd", sum(stock.values()) - waits), ("niet_benaderd", waits)):
        systems = dealt(rng, weights, size)
        systems["2"] += too_many if approach == "niet_benaderd" else 0
        yield {"reference_date": day, "approach_code": approach} | spread("system_count", systems)


def _domains(code: str, history: History, day: date) -> Iterator[SheetRow]:
    rng, own = draws(code, "life domains", day), course_of(code)
    size = round(sum(history.stocks[day][phase].total() for phase in WITH_A_PLAN) * ASSESSED)
    since = months_between(calendar.FIRST, day) / months_between(calendar.FIRST, calendar.LAST)
    share = own.all_in_order + GROWTH * (since - 1)
    fine = sum(rng.random() < share for _ in range(size))
    found = dealt(rng, {row["domains"]: float(row["weight"]) for row in tables.rows("problems")}, size - fine)
    for domain in reference.codes_of("domain_scope"):
        wrong = sum(count for domains, count in found.items() if domain == "ALLE" or domain in domains.split())
        states = {"op_orde": size - wrong, "niet_op_orde": wrong}
        yield {"reference_date": day, "domain_code": domain} | spread("domain_state", states)
