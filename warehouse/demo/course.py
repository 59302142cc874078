"""The course that a region would run without chance: its stocks per phase, and the monthly flows that lead there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from warehouse.demo import calendar, tables
from warehouse.demo.lives import Flow, Life, flow_of
from warehouse.schema.calendar import months_between

MONTHS = months_between(calendar.FIRST, calendar.LAST)
SIZE_AT_START = 0.885  # of the young people who are followed at the end, so many were followed at the start


@dataclass(frozen=True)
class Course:
    """Stocks at the start of the programme and at the end, and the usual size of each monthly flow."""

    start: dict[str, float]
    end: dict[str, float]
    flows: dict[Flow, float]

    def flows_in_order(self) -> list[Flow]:
        """Those who come back move first, those who leave move last."""
        return [flow_of(row) for row in tables.rows("flows")]

    def stock(self, phase: str, month: date) -> float:
        """The stock on the straight line from start to end."""
        part = months_between(calendar.FIRST, month) / MONTHS
        return self.start[phase] + (self.end[phase] - self.start[phase]) * part


def course_of(life: Life) -> Course:
    in_sight = life.tracked * life.in_sight
    start = _stocks("start_share", in_sight * life.growth, life.tracked * SIZE_AT_START)
    end = _stocks("end_share", in_sight, life.tracked)
    return Course(start, end, _balanced(_given(life, in_sight), start, end))


def _stocks(column: str, in_sight: float, tracked: float) -> dict[str, float]:
    stocks = {row["phase"]: float(row[column]) * in_sight for row in tables.rows("phases")}
    return stocks | {"F0": tracked - in_sight}


def _given(life: Life, in_sight: float) -> dict[Flow, float]:
    """The flows with a size of their own; the others follow from the balance."""
    scale = in_sight * (1 + life.growth) / 2 / 1000 * life.turnover
    usual = {flow_of(row): float(row["per_1000"]) * scale for row in tables.rows("flows") if row["per_1000"]}
    return usual | dict(life.own_flows)


def _balanced(flows: dict[Flow, float], start: dict[str, float], end: dict[str, float]) -> dict[Flow, float]:
    """Each remaining flow is what its phase needs: what leaves it, and its growth, less what else comes in."""
    growth = {phase: (end[phase] - start[phase]) / MONTHS for phase in start}
    for flow, phase in (
        (("F5", "GONE"), "F5"),
        (("F6", "F2"), "F6"),
        (("F3", "F4"), "F4"),
        (("F2", "F3"), "F3"),
        (("F1", "F2"), "F2"),
        (("F0", "F1"), "F1"),
        (("NEW", "F0"), "F0"),
    ):
        coming = sum(size for (_, goal), size in flows.items() if goal == phase)
        leaving = sum(size for (origin, _), size in flows.items() if origin == phase)
        needed = growth[phase] + leaving - coming
        flows[flow] = needed if flow[1] == phase else -needed
    return flows
