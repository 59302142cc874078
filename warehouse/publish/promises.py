"""What a region promised, and the baseline it is measured from: frozen on the day it is first published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from warehouse.publish.indicator_counts import IndicatorCounts
from warehouse.schema import published

Rows = list[dict[str, Any]]


def targets(delivered: Rows) -> Rows:
    """The baseline date of a target is left out: it is a wish, and `baseline` says what came of it."""
    return [{name: value for name, value in row.items() if name != "baseline_on"} for row in delivered]


def frozen_baselines(connection: Connection) -> Rows:
    """Baselines that were published before. They stay, whatever is corrected, re-promised or left out later."""
    names = ("region_code", "indicator_code", "baseline_on", "amount", "content_hash")
    columns = (published.baseline.c[name] for name in names)
    standing = select(*columns).where(published.baseline.c.last_publication.is_(None))
    return [dict(row) for row in connection.execute(standing).mappings()]


def baselines(frozen: Rows, delivered: Rows, counts: IndicatorCounts) -> Rows:
    """The frozen ones, and one for every new target from the first figure on or after the date it asks for."""
    known = {(row["region_code"], row["indicator_code"]) for row in frozen}
    asked = [row for row in delivered if (row["region_code"], row["indicator_code"]) not in known]
    days = _days(counts)
    fresh = (_baseline(row, days.get((row["indicator_code"], row["region_code"]), ()), counts) for row in asked)
    return [*frozen, *(row for row in fresh if row is not None)]


def content_hash(region: str, indicator: str, day: date, amount: float) -> str:
    """What the page shows beside a baseline, so that anyone can see that it never changed."""
    return hashlib.sha256(f"{region}|{indicator}|{day.isoformat()}|{amount:g}".encode()).hexdigest()


def _days(counts: IndicatorCounts) -> Mapping[tuple[str, str], list[date]]:
    days: dict[tuple[str, str], list[date]] = {}
    for indicator, region, day in counts:
        days.setdefault((indicator, region), []).append(day)
    return days


def _baseline(target: Mapping[str, Any], days: Iterable[date], counts: IndicatorCounts) -> dict[str, Any] | None:
    region, indicator = target["region_code"], target["indicator_code"]
    day = min((day for day in days if day >= target["baseline_on"]), default=None)
    if day is None:
        return None
    amount = float(counts[indicator, region, day].numerator)
    return {
        "region_code": region,
        "indicator_code": indicator,
        "baseline_on": day,
        "amount": amount,
        "content_hash": content_hash(region, indicator, day, amount),
    }
