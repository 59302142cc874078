"""What the page of milestones says of plans equals what is worked out from the workbooks by another road."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from statistics import median, median_high
from typing import Any

import pandas as pd
import pytest

from dashboard.address import Filters
from tests.asking import Site
from tests.recomputed import shown
from tests.recomputed.stories import Told, course, expected, is_open, judgement, told
from tests.recomputed.workbooks import codes, region_names
from tests.serving import Demonstration

PUBLICATIONS = (2, 4)
WORDS = {"op_koers": "op koers", "let_op": "let op", "achter": "achter", "onbekend": "onbekend"}
WORST = ("achter", "let_op", "op_koers")
# Whoever told nothing for longer than its rhythm in the last publication.
SILENT = {2: set[str](), 4: {"Midden-Limburg"}}
Pilots = dict[tuple[str, str], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def stood(demonstration: Demonstration) -> dict[int, Told]:
    return told(demonstration.workbooks)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[int, Any]:
    return {number: site.page("/mijlpalen", Filters(publication=number)) for number in PUBLICATIONS}


def _pilots(now: Told) -> Pilots:
    found: Pilots = defaultdict(list)
    for (region, pilot, _step), row in now.sheets["Mijlpalen"].items():
        found[region, pilot].append(row)
    return found


def _written(day: date | None) -> str:
    return f"{day.day}-{day.month}-{day.year}" if day else "–"


def _late(row: dict[str, Any], today: date) -> int:
    until = min(row["bereikt op"] or today, today)
    return max((until - row["vastgesteld plan"]).days, 0) if row["vervallen op"] is None else 0


def _row(name: str, own: list[dict[str, Any]], now: Told, silent: bool) -> list[str]:
    kept = [row for row in own if row["vervallen op"] is None]
    coming = [row for row in kept if is_open(row)]
    statuses = {course(row, now.today) for row in coming}
    computed = next((one for one in WORST if one in statuses), "op_koers")
    judged = [row for row in own if row["oordeel"] and coming]
    newest = max(judged, key=lambda row: row["oordeel op"], default=None)
    return [
        _written(max(row["vastgesteld plan"] for row in kept)),
        _written(max(row["bereikt op"] or expected(row) for row in kept)),
        f"{len(kept) - len(coming)}/{len(kept)}",
        "×" if silent else str(max((_late(row, now.today) for row in coming), default=0)),
        WORDS["onbekend" if silent else computed],
        WORDS[judgement(newest, now.today) if newest else "onbekend"],
        _written(newest["oordeel op"] if newest else None),
        newest["oordeel van (functie)"] if newest else "–",
    ]


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_every_pilot_stands_as_its_workbook_says(stood: dict[int, Told], pages: dict[int, Any], number: int) -> None:
    now, names = stood[number], region_names()
    lines = {code: name for name, code in codes("pilot_line").items()}
    wanted = {
        (names[region], lines[pilot.split("-")[1]]): _row(names[region], own, now, names[region] in SILENT[number])
        for (region, pilot), own in _pilots(now).items()
    }
    found = {(row[0], row[1]): row[2:] for row in shown.rows(pages[number], "Plannen van pilots") if len(row) == 10}
    found.pop(("Regio", "Pilotlijn"))
    assert found == wanted
    assert len(wanted) == 37


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_the_tiles_are_what_the_workbooks_add_up_to(stood: dict[int, Told], pages: dict[int, Any], number: int) -> None:
    now, tiles = stood[number], shown.tiles(pages[number])
    every = [row for own in _pilots(now).values() for row in own]
    due = [row for row in every if row["vervallen op"] is None and row["vastgesteld plan"] <= now.today]
    on_time = [row for row in due if row["bereikt op"] and row["bereikt op"] <= row["vastgesteld plan"]]
    assert f"{round(100 * len(on_time) / len(due))}%" in tiles["Mijlpalen op tijd"]
    assert f"{median_high(_late(row, now.today) for row in due)}" in tiles["Vertraging van mijlpalen"]
    assert f"dagen, middelste van {len(due)} mijlpalen" in tiles["Vertraging van mijlpalen"]


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_what_is_behind_without_an_action(stood: dict[int, Told], pages: dict[int, Any], number: int) -> None:
    now, names = stood[number], region_names()
    behind = [
        (names[region], row)
        for (region, _pilot), own in _pilots(now).items()
        for row in own
        if is_open(row) and course(row, now.today) == "achter" and names[region] not in SILENT[number]
    ]
    wanted = {(name, str(_late(row, now.today))): row["herstelactie"] or "geen herstelactie" for name, row in behind}
    rows = shown.rows(pages[number], "Mijlpalen die achter zijn") if behind else []
    assert {(row[0], row[2]): row[3] for row in rows[1:]} == wanted


def test_new_plans_are_told_with_their_reasons(stood: dict[int, Told], pages: dict[int, Any]) -> None:
    wanted = set()
    for number in (2, 3, 4):
        was, now = (stood[one].sheets["Mijlpalen"] for one in (number - 1, number))
        for key in was.keys() & now.keys():
            if was[key]["huidig plan"] != now[key]["huidig plan"]:
                dates = [_written(one[key]["huidig plan"]) for one in (was, now)]
                wanted.add((region_names()[key[0]], *dates, now[key]["reden van nieuw plan"]))
    rows = shown.rows(pages[4], "Datums die een publicatie anders noemde")
    assert {(row[1], row[5], row[6], row[7]) for row in rows if row[4] == "nieuw plan"} == wanted
    assert len(wanted) > 5


def test_obstacles_for_central_government(stood: dict[int, Told], pages: dict[int, Any]) -> None:
    now = stood[4]
    themes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    regions: dict[str, set[str]] = defaultdict(set)
    for (region, _code), row in now.sheets["Knelpunten"].items():
        if row["niveau"] == "Rijk" and row["opgelost op"] is None:
            themes[row["landelijk thema"]].append(row)
            regions[row["landelijk thema"]].add(region)
    days = {name: (now.today - min(row["gemeld op"] for row in found)).days for name, found in themes.items()}
    told_of = shown.rows(pages[4], f"{len(themes)} knelpunten kan alleen het Rijk")[1:]
    by_name = {name: cells for name in themes for cells in told_of if cells[0].startswith(name)}
    assert by_name.keys() == themes.keys()
    for name, cells in by_name.items():
        assert cells[2] == f"{len(regions[name])} regio’s"
        assert cells[3] == str(days[name])


def test_ratios_of_taken_to_planned_days(
    demonstration: Demonstration, stood: dict[int, Told], pages: dict[int, Any]
) -> None:
    starts = _starts(demonstration)
    ratios: dict[str, list[float]] = defaultdict(list)
    for key, own in _pilots(stood[4]).items():
        planned_from = began_on = starts[key]
        for row in sorted(own, key=lambda one: codes("step")[one["stap"]]):
            if row["vervallen op"] is not None:
                continue
            if row["bereikt op"] is None:
                break
            days = max((row["bereikt op"] - began_on).days, 0)
            ratios[codes("step")[row["stap"]]].append(days / (row["vastgesteld plan"] - planned_from).days)
            planned_from, began_on = row["vastgesteld plan"], max(began_on, row["bereikt op"])
    rows = shown.table(pages[4], "Duur per stap in maanden")
    for code, found in ratios.items():
        [cells] = [cells for name, cells in rows.items() if name.startswith(f"{code}. ")]
        assert cells[3] == str(len(found))
        assert cells[4] == f"{median(found):.2f}".replace(".", ",")


def _starts(demonstration: Demonstration) -> dict[tuple[str, str], date]:
    found = {}
    for path in sorted(demonstration.workbooks.rglob("*.xlsx")):
        for row in pd.read_excel(path, sheet_name="Pilots").to_dict("records"):
            found[str(row["pilotcode"]).split("-")[0], str(row["pilotcode"])] = pd.Timestamp(
                row["start volgens plan"]
            ).date()
    return found
