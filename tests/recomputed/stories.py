"""What pilots told in their workbooks, read by pandas, and what of it differs between two publications."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from tests.recomputed.workbooks import codes
from warehouse.demo.calendar import rounds
from warehouse.demo.deliveries import arrivals

Key = tuple[str, ...]
Rows = dict[Key, dict[str, Any]]
KEYS = {
    "Mijlpalen": ("pilotcode", "stap"),
    "Experimenten": ("code",),
    "Logboek": ("experiment", "datum"),
    "Knelpunten": ("code",),
    "Partners": ("pilotcode", "organisatie"),
}


@dataclass(frozen=True)
class Told:
    """Per sheet the rows by region and key, of the newest workbook that each region had delivered."""

    today: date
    sheets: dict[str, Rows]


def told(folder: Path) -> dict[int, Told]:
    """By publication; a workbook of an older date takes nothing away from a newer one."""
    newest: dict[str, tuple[date, int, Path]] = {}
    found = {}
    for number, moment in enumerate(rounds(), start=1):
        for one in arrivals(moment, rounds()[number - 2] if number > 1 else None):
            path = folder / one.reference_date.isoformat() / one.file_name
            newest[one.region_code] = max(
                newest.get(one.region_code, (date.min, 0, path)), (one.reference_date, one.version, path)
            )
        found[number] = Told(moment.published_at.date(), _read({region: path for region, (*_, path) in newest.items()}))
    return found


def _read(paths: dict[str, Path]) -> dict[str, Rows]:
    sheets: dict[str, Rows] = {name: {} for name in KEYS}
    for region, path in paths.items():
        for name, sheet in pd.read_excel(path, sheet_name=list(KEYS)).items():
            for row in sheet.to_dict("records"):
                clean = {str(column): _value(value) for column, value in row.items()}
                key = tuple(str(clean[column]) for column in KEYS[name])
                sheets[name][(region, *key)] = clean
    return sheets


def _value(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def pairs(was: Told, now: Told, sheet: str) -> list[tuple[Key, dict[str, Any], dict[str, Any]]]:
    """What stood in both."""
    before, after = was.sheets[sheet], now.sheets[sheet]
    return [(key, before[key], after[key]) for key in before.keys() & after.keys()]


def expected(row: dict[str, Any]) -> date:
    found: date = row["verwacht op"] or row["huidig plan"]
    return found


def is_open(row: dict[str, Any]) -> bool:
    return row["bereikt op"] is None and row["vervallen op"] is None


def course(row: dict[str, Any], today: date) -> str:
    """On course, or late by days; more than 42 is behind."""
    late = (today - row["vastgesteld plan"]).days
    if late > 42:
        return "achter"
    return "let_op" if late > 0 or expected(row) > row["vastgesteld plan"] else "op_koers"


def judgement(row: dict[str, Any], today: date) -> str:
    """Nothing after 45 days."""
    if row["oordeel"] is None or today - row["oordeel op"] > timedelta(days=45):
        return "onbekend"
    return codes("judgement")[row["oordeel"]]
