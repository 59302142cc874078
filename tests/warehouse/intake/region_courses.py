"""The sheets about courses and outcomes in the spotless workbook, of its first months."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from warehouse.reference import codes_of, rows

Sheet = list[dict[str, Any]]
Sheets = dict[str, Sheet]

MONTHS = tuple(date(2026, month, 1) for month in range(3, 7))
QUARTERS = (date(2026, 4, 1), date(2026, 7, 1))
LASTING = ("F4", "F5")


def courses(counts: Sheets) -> Sheets:
    """As many young people as the stocks and flows of the same workbook count."""
    stocks, flows = _stocks(counts["phase_count"]), _flows(counts["phase_flow"])
    left = sum(flows[QUARTERS[0].replace(day=1, month=month)][LASTING] for month in (4, 5, 6))
    return {
        "waiting_count": [{"reference_date": month, **_spread("waiting_class", 14, 5, 3)} for month in MONTHS],
        "intake_count": [{"period": month, **_spread("waiting_class", 6, 2, 1)} for month in MONTHS],
        "turning_18": [{"period": month, **_spread("support_after_18", 3, 1, 1, 2)} for month in MONTHS],
        "registration_count": [row for day in QUARTERS for row in _registrations(day, stocks[day])],
        "domain_count": [row for day in QUARTERS for row in _domains(day)],
        "retention_count": [_followed(code, left) for code in codes_of("follow_moment")],
        "pulse_count": [_asked(code) for code in codes_of("pulse_question")],
        "steering_meeting": [{"held_on": date(2026, 5, 12), "at_table_code": "ja"}],
        "step_count": [_step(month, row, flows[month]) for month in MONTHS for row in rows("progress")],
    }


def _stocks(sheet: Sheet) -> Counter[date]:
    found: Counter[date] = Counter()
    for row in sheet:
        if row["phase_code"] not in ("F0", "F6"):
            found[row["reference_date"]] += sum(row[f"count:{band}"] for band in codes_of("age_band"))
    return found


def _flows(sheet: Sheet) -> dict[date, Counter[tuple[str, str]]]:
    found: dict[date, Counter[tuple[str, str]]] = {}
    for row in sheet:
        found.setdefault(row["period"], Counter())[row["from_code"], row["to_code"]] += row["youths"]
    return found


def _spread(name: str, *youths: int) -> dict[str, int]:
    return {f"count:{code}": count for code, count in zip(codes_of(name), youths, strict=True)}


def _registrations(day: date, stock: int) -> Sheet:
    spreads = {"benaderd": (stock - 24, 10, 4), "niet_benaderd": (7, 2, 1)}
    return [
        {"reference_date": day, "approach_code": code, **_spread("system_count", *spreads[code])} for code in spreads
    ]


def _asked(code: str) -> dict[str, Any]:
    return {"period": QUARTERS[0], "question_code": code, **_spread("pulse_answer", 12, 4, 2, 1)}


def _domains(day: date) -> Sheet:
    in_order = dict.fromkeys(codes_of("domain_scope"), 30) | {"INK": 21, "ALLE": 18}
    return [
        {"reference_date": day, "domain_code": code, **_spread("domain_state", count, 40 - count)}
        for code, count in in_order.items()
    ]


def _followed(after: str, left: int) -> dict[str, Any]:
    states = (0, 0, 0, left) if after in ("12", "24") else (left - 2, 1, 1, 0)
    return {"period": QUARTERS[0], "after_code": after, **_spread("follow_state", *states)}


def _step(month: date, row: dict[str, str], flows: Counter[tuple[str, str]]) -> dict[str, Any]:
    moved = flows[row["from_code"], row["to_code"]]
    told = {"period": month, "progress_code": row["code"], "duration_code": "30_tot_60"}
    return told | _spread("age_band", 0, moved, 0, 0)
