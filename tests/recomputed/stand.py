"""What a publication must show, counted from the workbooks in plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import inf

import numpy as np
import pandas as pd

from tests.recomputed.rounding import rounded
from tests.recomputed.workbooks import REFERENCE, Leaves, Milestone, Workbook
from warehouse.demo.build import DEMONSTRATION_KEY
from warehouse.demo.calendar import rounds

IN_SIGHT = ("F1", "F2", "F3", "F4", "F5")
PLACED = ("opleiding", "combinatie", "werk", "werk_startkwalificatie")
Part = tuple[int, int]


def months_back(day: date, months: int) -> date:
    return (pd.Timestamp(day) - pd.DateOffset(months=months)).date()


@dataclass(frozen=True)
class Promise:
    start: float
    start_on: date
    target: float
    target_on: date
    interim: dict[date, float]

    def on(self, day: date) -> float:
        """From the last point before the day to the first one after it."""
        points = {self.start_on: self.start, **self.interim, self.target_on: self.target}
        days = [one.toordinal() for one in sorted(points) if self.start_on <= one <= self.target_on]
        return float(np.interp(day.toordinal(), days, [points[date.fromordinal(one)] for one in days]))


class Stand:
    """As of publication `number`: only what had come in by then, and of each date what came last."""

    def __init__(self, deliveries: list[list[Workbook]], number: int) -> None:
        moment = rounds()[number - 1]
        self.number, self.day, self.today = number, moment.reference_date, moment.published_at.date()
        self.before = months_back(self.day, 1)
        self.came = [one for batch in deliveries[:number] for one in batch]
        self.earlier = Stand(deliveries, number - 1) if number > 1 else None
        self._phases: dict[tuple[str, date], Leaves] = {}
        self._flows: dict[tuple[str, date], Leaves] = {}
        self._exits: dict[tuple[str, date], Leaves] = {}
        self._domains: dict[tuple[str, date], Leaves] = {}
        self._followed: dict[tuple[str, date], Leaves] = {}
        for one in self.came:
            self._phases |= {(one.region, day): leaves for day, leaves in one.phases.items()}
            self._flows |= {(one.region, day): leaves for day, leaves in one.flows.items()}
            self._exits |= {(one.region, day): leaves for day, leaves in one.exits.items()}
            self._domains |= {(one.region, day): leaves for day, leaves in one.domains.items()}
            self._followed |= {(one.region, day): leaves for day, leaves in one.followed.items()}
        self._known: dict[tuple[str, str, date], dict[str, int] | None] = {}

    @cached_property
    def newest(self) -> dict[str, Workbook]:
        in_order = sorted(self.came, key=lambda one: (one.reference_date, one.version))
        return {one.region: one for one in in_order}

    @property
    def taking_part(self) -> list[str]:
        return sorted(self.newest)

    @property
    def present(self) -> list[str]:
        return [region for region in self.taking_part if (region, self.day) in self._phases]

    def phases(self, region: str, day: date) -> dict[str, int] | None:
        return self._first_level("phase_count", region, day, self._phases.get((region, day)))

    def by_age(self, region: str, day: date) -> dict[tuple[str, ...], int]:
        """By phase and age band."""
        leaves = self._phases.get((region, day))
        nodes = rounded(leaves, DEMONSTRATION_KEY, "phase_count", region) if leaves else {}
        return {node: count for node, count in nodes.items() if len(node) == 2}

    def exits(self, region: str, day: date) -> dict[str, int] | None:
        """Of the twelve months before the date together, if each of them was delivered."""
        together = self._exits_together(region, day)
        return None if together is None else self._first_level("exit_count", region, day, together)

    def exits_by_age(self, region: str, day: date) -> dict[tuple[str, ...], int]:
        """By destination and age band."""
        together = self._exits_together(region, day)
        nodes = rounded(together, DEMONSTRATION_KEY, "exit_count", region) if together else {}
        return {node: count for node, count in nodes.items() if len(node) == 2}

    def _exits_together(self, region: str, day: date) -> Leaves | None:
        months = [self._exits.get((region, months_back(day, back))) for back in range(1, 13)]
        if (region, day) not in self._phases or any(month is None for month in months):
            return None
        together: Counter[tuple[str, ...]] = Counter()
        for month in months:
            together.update(month or {})
        return dict(together)

    @property
    def quarter(self) -> date:
        """The newest date on which life domains are told."""
        return months_back(self.day, (self.day.month - 1) % 3)

    def domains(self, region: str) -> dict[tuple[str, ...], int]:
        leaves = self._domains.get((region, self.quarter))
        return rounded(leaves, DEMONSTRATION_KEY, "domain_count", region) if leaves else {}

    def followed(self, region: str, quarter: date) -> dict[tuple[str, ...], int]:
        leaves = self._followed.get((region, quarter))
        return rounded(leaves, DEMONSTRATION_KEY, "retention_count", region) if leaves else {}

    @property
    def quarters(self) -> list[date]:
        """In which young people left who are followed, of any region."""
        return sorted({quarter for _region, quarter in self._followed})

    def _first_level(self, table: str, region: str, day: date, leaves: Leaves | None) -> dict[str, int] | None:
        asked = (table, region, day)
        if asked not in self._known:
            nodes = rounded(leaves, DEMONSTRATION_KEY, table, region) if leaves else {}
            self._known[asked] = {node[0]: count for node, count in nodes.items() if len(node) == 1} or None
        return self._known[asked]

    def moved(self, regions: Iterable[str]) -> Counter[tuple[str, str]]:
        """In the three months before the reference date."""
        total: Counter[tuple[str, str]] = Counter()
        for region in regions:
            for back in (1, 2, 3):
                total.update(self.moved_in(region, months_back(self.day, back)))
        return total

    def moved_in(self, region: str, month: date) -> dict[tuple[str, str], int]:
        leaves = self._flows.get((region, month), {})
        nodes = rounded(leaves, DEMONSTRATION_KEY, "phase_flow", region) if leaves else {}
        return {(node[0], node[1]): count for node, count in nodes.items() if len(node) == 2}

    def measure(self, code: str, region: str, day: date) -> Part | None:
        """Numerator and denominator of K01, K06 or K07."""
        found = self.exits(region, day) if code == "K07" else self.phases(region, day)
        if found is None:
            return None
        if code == "K01":
            return sum(found[one] for one in IN_SIGHT), found["F0"] + sum(found[one] for one in IN_SIGHT)
        if code == "K06":
            return found["F4"], found["F3"] + found["F4"]
        return sum(found.get(one, 0) for one in PLACED), sum(found.values())

    def promise(self, code: str, region: str) -> Promise | None:
        """The start is frozen at the first publication that has it; the target is the newest."""
        target, start = self.newest[region].targets.get(code), self.start(code, region)
        if target is None or start is None:
            return None
        return Promise(start[1], start[0], target.amount, target.target_on, target.interim)

    def start(self, code: str, region: str) -> tuple[date, int] | None:
        frozen = self.earlier.start(code, region) if self.earlier else None
        if frozen or region not in self.newest or code not in self.newest[region].targets:
            return frozen
        asked = self.newest[region].targets[code].baseline_on
        days = sorted(day for place, day in self._phases if place == region and day >= asked)
        return next(((day, part[0]) for day in days if (part := self.measure(code, region, day))), None)

    def share_of_expected(self, code: str, regions: Iterable[str]) -> float | None:
        """In percent; regions without a promise or a figure do not count."""
        pairs = [
            (part[0], promise.on(self.day))
            for region in regions
            if (part := self.measure(code, region, self.day)) and (promise := self.promise(code, region))
        ]
        expected = sum(expected for _, expected in pairs)
        return 100 * sum(count for count, _ in pairs) / expected if expected else None

    def own_share(self, code: str, region: str) -> float | None:
        """There is none below fifty young people."""
        promise = self.promise(code, region)
        enough = promise is not None and promise.on(self.day) >= 50
        return self.share_of_expected(code, [region]) if enough else None

    def milestones(self, region: str) -> list[Milestone]:
        return self.newest[region].milestones

    def on_time(self, regions: Iterable[str]) -> Part:
        due = [
            one
            for region in regions
            for one in self.milestones(region)
            if one.cancelled_on is None and one.baseline_on <= self.today
        ]
        reached = [one for one in due if one.done_on is not None and one.done_on <= one.baseline_on]
        return len(reached), len(due)

    def attention(self, region: str) -> float:
        """Three points a percent below, two a week too late, sixty and one a day for a missing delivery."""
        shares = [share for code in ("K01", "K06", "K07") if (share := self.own_share(code, region)) is not None]
        below = max([round(100 - share) for share in shares if share < 95], default=0)
        late = [
            (self.today - one.baseline_on).days
            for one in self.milestones(region)
            if one.done_on is None and one.cancelled_on is None
        ]
        return 3 * below + 2 * max(0, *late, 0) / 7 + self._for_missing(region)

    def _for_missing(self, region: str) -> float:
        if region in self.present:
            return 0
        due = months_back(self.newest[region].reference_date, -1) + timedelta(days=14)
        days = (self.today - due).days
        return 60 + days if days > 0 else 0


def status(share: float | None) -> str:
    if share is None:
        return "onbekend"
    return next(word for least, word in ((95, "op koers"), (85, "let op"), (-inf, "achter")) if share >= least)


def school_leavers() -> dict[str, Part]:
    """Leavers and pupils of the newest school year in the table of CBS."""
    rows = pd.read_csv(REFERENCE / "cbs_84780NED_vsv_provincie.csv").to_dict("records")
    newest = max(row["schooljaar"] for row in rows)
    return {row["code"]: (row["vsv"], row["leerlingen"]) for row in rows if row["schooljaar"] == newest}
