"""The simulated regions: how large they are, how fast they go, and what happens to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from warehouse import reference
from warehouse.demo import tables
from warehouse.reference import Row

Flow = tuple[str, str]


@dataclass(frozen=True)
class Turn:
    """From `since` up to and including `until`, a flow runs at a multiple of its usual size."""

    flow: Flow
    since: date
    until: date
    factor: float


@dataclass(frozen=True)
class Life:
    """One region.

    `tracked` young people stand in F0 to F5 at the end, the part `in_sight` of them in F1 to F5; at the start of the
    programme it was `growth` times as many. `reached` is, per indicator, how far the region gets on the path to its
    target; `quotas` are totals that flows and destinations add up to over the first workbook.
    """

    code: str
    tracked: int
    in_sight: float
    growth: float
    turnover: float
    first: date
    last: date
    reached: Mapping[str, float]
    target_on: date
    received_days: int
    own_flows: Mapping[Flow, float]
    turns: tuple[Turn, ...]
    flow_quotas: Mapping[Flow, int]
    destination_quotas: Mapping[str, int]

    def factor(self, flow: Flow, month: date) -> float:
        """What the turns of this life make of a flow in a month: 1 when nothing happens."""
        factors = [turn.factor for turn in self.turns if turn.flow == flow and turn.since <= month <= turn.until]
        return factors[0] if factors else 1.0


def flow_of(row: Row) -> Flow:
    return row["from"], row["to"]


@cache
def lives() -> dict[str, Life]:
    """All simulated regions by code."""
    return {row["region"]: _life(row) for row in tables.rows("lives")}


def _life(row: Row) -> Life:
    code = row["region"]
    return Life(
        code=code,
        tracked=round(_youths()[code] * float(row["tracked_per_1000"]) / 1000),
        in_sight=float(row["in_sight"]),
        growth=float(row["growth"]),
        turnover=float(row["turnover"]),
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        reached={indicator: float(row[indicator]) for indicator in ("K01", "K06", "K07")},
        target_on=date.fromisoformat(row["target_on"]),
        received_days=int(row["received_days"]),
        own_flows={flow_of(own): float(own["per_month"]) for own in tables.rows_of("own_flows", code)},
        turns=tuple(_turn(turn) for turn in tables.rows_of("turns", code)),
        flow_quotas={_ends(flow): amount for flow, amount in _quotas(code, "flow").items()},
        destination_quotas=_quotas(code, "destination"),
    )


@cache
def _youths() -> dict[str, int]:
    return {row["code"]: int(row["inhabitants_15_24"]) for row in reference.rows("region")}


def _ends(flow: str) -> Flow:
    origin, _, goal = flow.partition(">")
    return origin, goal


def _turn(row: Row) -> Turn:
    since, until = date.fromisoformat(row["since"]), date.fromisoformat(row["until"])
    return Turn(flow_of(row), since, until, float(row["factor"]))


def _quotas(code: str, kind: str) -> dict[str, int]:
    return {row["code"]: int(row["amount"]) for row in tables.rows_of("quotas", code) if row["kind"] == kind}
