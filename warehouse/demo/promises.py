"""What the steering groups promised: targets, set so that each region gets as far as its life says."""

from __future__ import annotations

from datetime import date

from warehouse import reference
from warehouse.demo import calendar, tables
from warehouse.demo.lives import Life
from warehouse.demo.simulation import History, history_of
from warehouse.reference import Row

BASELINE = date(2025, 1, 1)
FEWEST_FOR_EXITS = 100
IN_SIGHT = ("F1", "F2", "F3", "F4", "F5")

Target = dict[str, object]


def targets_of(life: Life) -> list[Target]:
    """The rows of the sheet with targets: numbers of young people to reach."""
    return [_target(life, indicator) for indicator in _promised_indicators(life)]


def interim_targets_of(life: Life) -> list[Target]:
    """Of the few regions that expect a slow start: so far they want to be on those days."""
    targets = {target["indicator_code"]: target for target in targets_of(life)}
    return [_interim(life, targets[row["indicator"]], row) for row in tables.rows_of("interim_targets", life.code)]


def _interim(life: Life, target: Target, row: Row) -> Target:
    first, indicator = baseline_on(life, row["indicator"]), row["indicator"]
    start = reached_on(life, indicator, first)
    risen = (int(str(target["amount"])) - start) * int(row["percent"]) / 100
    return {"indicator_code": indicator, "due_on": date.fromisoformat(row["due_on"]), "amount": round(start + risen)}


def _promised_indicators(life: Life) -> tuple[str, ...]:
    """A region with a handful of exits a year makes no promise about them."""
    return ("K01", "K06", "K07") if life.tracked >= FEWEST_FOR_EXITS else ("K01", "K06")


def baseline_on(life: Life, indicator: str) -> date:
    """The baseline of a stock is its first one; exits need the twelve months before."""
    first = max(BASELINE, life.first)
    return calendar.later(first, 12) if indicator == "K07" else first


def reached_on(life: Life, indicator: str, day: date) -> int:
    """How many young people count for an indicator on a reference date."""
    history = history_of(life.code)
    if indicator == "K07":
        return _placed(history, day)
    phases = IN_SIGHT if indicator == "K01" else ("F4",)
    return sum(history.stocks[day][phase].total() for phase in phases)


def _placed(history: History, day: date) -> int:
    placed = [row["code"] for row in reference.rows("destination") if row["placed"] == "1"]
    year = calendar.months(calendar.later(day, -12), calendar.later(day, -1))
    return sum(history.exits[month][code].total() for month in year for code in placed)


def _target(life: Life, indicator: str) -> Target:
    first = baseline_on(life, indicator)
    return {
        "indicator_code": indicator,
        "amount": _promised(life, indicator, first),
        "target_on": life.target_on,
        "baseline_on": first,
    }


def _promised(life: Life, indicator: str, first: date) -> int:
    """The end of the straight path that starts at the baseline, and of which the life reaches its part today."""
    start, today = reached_on(life, indicator, first), reached_on(life, indicator, calendar.LAST)
    expected = today / life.reached[indicator]
    whole = (life.target_on - first) / (calendar.LAST - first)
    promised = start + (expected - start) * whole
    return max(start + 1, _round_number(promised))


def _round_number(promised: float) -> int:
    """Steering groups promise round numbers, unless they are small."""
    step = 5 if promised >= 100 else 1
    return step * round(promised / step)
