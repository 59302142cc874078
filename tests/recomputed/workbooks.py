"""The demonstration's workbooks, read by pandas: another road than the product's own way in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from tests.serving import HOUSE
from warehouse.demo.calendar import rounds
from warehouse.demo.deliveries import Arrival, arrivals

BANDS = ("16-17", "18-20", "21-22", "23-26")
SHEETS = [
    *("Levering", "Fasen", "Stromen", "Uitstroom", "Leefgebieden", "Nazorg"),
    *("Doelen", "Tussendoelen", "Pilots", "Mijlpalen"),
]
REFERENCE = HOUSE / "warehouse" / "reference"
INDICATORS = {"In beeld": "K01", "Plan in uitvoering": "K06", "Succesvol afgerond": "K07"}
Leaves = dict[tuple[str, ...], int]


@dataclass(frozen=True)
class Milestone:
    baseline_on: date
    done_on: date | None
    cancelled_on: date | None
    step: str


@dataclass(frozen=True)
class Target:
    amount: float
    target_on: date
    baseline_on: date
    interim: dict[date, float]


@dataclass(frozen=True)
class Workbook:
    """`phases`, `flows` and `exits` by the first day of their month, `followed` of their quarter; codes, not names."""

    region: str
    reference_date: date
    version: int
    phases: dict[date, Leaves]
    flows: dict[date, Leaves]
    exits: dict[date, Leaves]
    domains: dict[date, Leaves]
    followed: dict[date, Leaves]
    targets: dict[str, Target]
    milestones: list[Milestone]
    pilots: int


@cache
def codes(name: str) -> dict[str, str]:
    """Codes of a reference list by their Dutch name."""
    table = pd.read_csv(REFERENCE / f"{name}.csv", dtype=str)
    return dict(zip(table["name_nl"], table["code"], strict=True))


@cache
def region_names() -> dict[str, str]:
    table = pd.read_csv(REFERENCE / "region.csv", dtype=str)
    return dict(zip(table["code"], table["name"], strict=True))


def delivered(folder: Path) -> list[list[Workbook]]:
    """By publication: what came in since the one before, in the order in which it came."""
    moments = rounds()
    earlier = [None, *moments[:-1]]
    return [[_read(folder, one) for one in arrivals(now, before)] for now, before in zip(moments, earlier, strict=True)]


def _read(folder: Path, arrival: Arrival) -> Workbook:
    path = folder / arrival.reference_date.isoformat() / arrival.file_name
    sheets = pd.read_excel(path, sheet_name=SHEETS)
    head = sheets["Levering"].iloc[0]
    assert region_names()[arrival.region_code] == head["regio"]
    return Workbook(
        region=arrival.region_code,
        reference_date=_day(head["peildatum"]),
        version=arrival.version,
        phases=_by_band(sheets["Fasen"], "peildatum", "fase", codes("phase")),
        flows=_flows(sheets["Stromen"]),
        exits=_by_band(sheets["Uitstroom"], "maand", "bestemming", codes("destination")),
        domains=_spread(
            sheets["Leefgebieden"], "peildatum", "leefgebied", codes("domain_scope"), codes("domain_state")
        ),
        followed=_spread(sheets["Nazorg"], "kwartaal vanaf", "gevolgd", codes("follow_moment"), codes("follow_state")),
        targets=_targets(sheets["Doelen"], sheets["Tussendoelen"]),
        milestones=_milestones(sheets["Mijlpalen"]),
        pilots=len(sheets["Pilots"]),
    )


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()


def _maybe(value: Any) -> date | None:
    return None if pd.isna(value) else _day(value)


def _records(sheet: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in sheet.to_dict("records")]


def _by_band(sheet: pd.DataFrame, when: str, what: str, known: dict[str, str]) -> dict[date, Leaves]:
    found: dict[date, Leaves] = {}
    for row in _records(sheet):
        leaves = found.setdefault(_day(row[when]), {})
        for band in BANDS:
            leaves[known[row[what]], band] = int(row[f"{band} jaar"])
    return found


def _flows(sheet: pd.DataFrame) -> dict[date, Leaves]:
    known = codes("phase") | codes("flow_end")
    found: dict[date, Leaves] = {}
    for row in _records(sheet):
        found.setdefault(_day(row["maand"]), {})[known[row["van"]], known[row["naar"]]] = int(row["jongeren"])
    return found


def _spread(
    sheet: pd.DataFrame, when: str, what: str, known: dict[str, str], columns: dict[str, str]
) -> dict[date, Leaves]:
    found: dict[date, Leaves] = {}
    for row in _records(sheet):
        leaves = found.setdefault(_day(row[when]), {})
        for name, code in columns.items():
            leaves[known[row[what]], code] = int(row[name])
    return found


def _targets(sheet: pd.DataFrame, on_the_way: pd.DataFrame) -> dict[str, Target]:
    found = {
        INDICATORS[row["indicator"]]: Target(
            float(row["streefwaarde"]), _day(row["te bereiken op"]), _day(row["startfoto op"]), {}
        )
        for row in _records(sheet)
    }
    for row in _records(on_the_way):
        found[INDICATORS[row["indicator"]]].interim[_day(row["te bereiken op"])] = float(row["tussendoel"])
    return found


def _milestones(sheet: pd.DataFrame) -> list[Milestone]:
    return [
        Milestone(
            baseline_on=_day(row["vastgesteld plan"]),
            done_on=_maybe(row["bereikt op"]),
            cancelled_on=_maybe(row["vervallen op"]),
            step=codes("step")[row["stap"]],
        )
        for row in _records(sheet)
    ]
