"""The young people of one region, month by month: exact stocks, flows and exits that always balance.

Nobody real is in it. Every draw comes from `random.Random` seeded with the region's code, so that each run gives the
same young people.

Drechtsteden carries the figures that MatchMakers Zuid-Holland Zuid published: 837 contacts and 428 intakes, and of
these 34 % went to work, 14 % to school or a combination, 26 % to care or their own way; of the rest nothing is said.
The source does not state what those are percentages of. We take the 428 intakes: 146, 60, 111 and 111 exits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import chain, pairwise
from random import Random

from warehouse import reference
from warehouse.demo import calendar, tables
from warehouse.demo.course import MONTHS, course_of
from warehouse.demo.lives import Flow, Life, flow_of, lives
from warehouse.schema.calendar import months_between

Bands = Counter[str]

NOISE = 0.8  # of the noise that pure chance would give
OUTFLOW = (("F4", "F5"), ("F4", "F6"))


@dataclass
class History:
    """What a region counted: stocks per reference date, flows and exits per month."""

    stocks: dict[date, dict[str, Bands]] = field(default_factory=dict)
    flows: dict[date, dict[Flow, int]] = field(default_factory=dict)
    exits: dict[date, dict[str, Bands]] = field(default_factory=dict)


@cache
def history_of(code: str) -> History:
    """The whole history of a region; KeyError when it is not simulated."""
    return _Region(lives()[code]).lived()


class _Region:
    """The young people of one region while they move."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.course = course_of(life)
        self.rng = Random(f"{life.code} young people")  # noqa: S311  # repeatable, not secret
        self.stock = {phase: self._arrived(phase) for phase in reference.codes_of("phase")}
        self.quotas = _monthly_quotas(life)
        self.destinations = {phase: _destinations(life, phase) for _, phase in OUTFLOW}

    def lived(self) -> History:
        history = History()
        for month in calendar.months(self.life.first, calendar.LAST):
            history.stocks[month] = {phase: Counter(bands) for phase, bands in self.stock.items()}
            if month < calendar.LAST:
                history.flows[month], history.exits[month] = self._month(month)
        return history

    def _arrived(self, phase: str) -> Bands:
        size = round(self.course.stock(phase, self.life.first))
        return self._new(phase, size)

    def _new(self, phase: str, size: int) -> Bands:
        weights = _age_weights(phase)
        return Counter(self.rng.choices(list(weights), list(weights.values()), k=size))

    def _month(self, month: date) -> tuple[dict[Flow, int], dict[str, Bands]]:
        self._have_birthdays()
        flows: dict[Flow, int] = {}
        exits: dict[str, Bands] = {code: Counter() for code in reference.codes_of("destination")}
        for flow in self.course.flows_in_order():
            movers = self._move(flow, self._size(flow, month))
            flows[flow] = movers.total()
            if flow in OUTFLOW:
                for band in movers.elements():
                    exits[next(self.destinations[flow[1]])][band] += 1
        return flows, exits

    def _move(self, flow: Flow, size: int) -> Bands:
        origin, goal = flow
        movers = self._new(origin, size) if origin == "NEW" else self._taken(origin, goal, size)
        if goal != "GONE":
            self.stock[goal].update(movers)
        return movers

    def _taken(self, phase: str, goal: str, size: int) -> Bands:
        """By chance, but half of those who are no longer counted turn 27."""
        bands, oldest = self.stock[phase], reference.codes_of("age_band")[-1]
        movers = Counter({oldest: min(size // 2, bands[oldest]) if goal == "GONE" else 0})
        bands.subtract(movers)
        others = self.rng.sample(list(bands.elements()), min(size - movers.total(), bands.total()))
        bands.subtract(others)
        return movers + Counter(others)

    def _size(self, flow: Flow, month: date) -> int:
        """How many move in a month: a quota, or the usual size with this life's turns, pressure and chance."""
        if month in self.quotas.get(flow, {}):
            return self.quotas[flow][month]
        usual = self.course.flows[flow] * _drift(flow, month) * self.life.factor(flow, month)
        if flow not in self.quotas:
            usual *= self._pressure(flow[0], month)
        noisy = max(0.0, self.rng.gauss(usual, NOISE * max(usual, 0.0) ** 0.5))
        return int(noisy + self.rng.random())

    def _pressure(self, phase: str, month: date) -> float:
        """More leave a phase that is fuller than its course."""
        if phase == "NEW":
            return 1.0
        return min(1.6, max(0.4, self.stock[phase].total() / max(1.0, self.course.stock(phase, month))))

    def _have_birthdays(self) -> None:
        for bands in self.stock.values():
            for band, next_band, months in _ageing():
                older = sum(self.rng.random() < 1 / months for _ in range(bands[band]))
                bands[band] -= older
                bands[next_band] += older


@cache
def _age_weights(phase: str) -> dict[str, float]:
    row = next(row for row in tables.rows("ages") if row["phase"] == phase)
    return {band: float(row[band]) for band in reference.codes_of("age_band")}


@cache
def _ageing() -> list[tuple[str, str, int]]:
    """Each age band with the next one and the months that one stays in it."""
    bands = reference.rows("age_band")
    return [
        (band["code"], older["code"], 12 * (int(band["to_age"]) - int(band["from_age"]) + 1))
        for band, older in pairwise(bands)
    ][::-1]


@cache
def _drifts() -> dict[Flow, float]:
    return {flow_of(row): float(row["drift"]) for row in tables.rows("flows")}


def _drift(flow: Flow, month: date) -> float:
    """Some flows grow while the programme gets under way: below 1 at the start, above 1 at the end."""
    part = months_between(calendar.FIRST, month) / MONTHS
    return 1 + _drifts()[flow] * (part - 0.5)


def _monthly_quotas(life: Life) -> dict[Flow, dict[date, int]]:
    """The total of a quota, dealt over the months of the first workbook."""
    months = calendar.months(life.first, calendar.later(calendar.rounds()[0].reference_date, -1))
    rng = Random(f"{life.code} quotas")  # noqa: S311
    return {flow: _dealt(total, months, rng) for flow, total in life.flow_quotas.items()}


def _dealt(total: int, months: list[date], rng: Random) -> dict[date, int]:
    by_chance = Counter(rng.choices(months, k=total))
    return {month: by_chance[month] for month in months}


def _destinations(life: Life, phase: str) -> Iterator[str]:
    """Where one young person after the other goes: first what the quotas hold, then by chance."""
    rng = Random(f"{life.code} destinations {phase}")  # noqa: S311
    rows = [row for row in tables.rows("destinations") if row["phase"] == phase]
    dealt = [row["destination"] for row in rows for _ in range(life.destination_quotas.get(row["destination"], 0))]
    rng.shuffle(dealt)
    codes, weights = [row["destination"] for row in rows], [float(row["weight"]) for row in rows]
    return chain(dealt, iter(lambda: rng.choices(codes, weights)[0], None))
