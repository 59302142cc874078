"""Indicators that count no young people, worked out from the workbooks by another road."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import pytest

from dashboard.address import Filters, region_path
from tests.asking import Site
from tests.dashboard.components.rendered import of_class
from tests.recomputed import shown
from tests.recomputed.stories import Rows, Told, told
from tests.serving import Demonstration
from warehouse.demo.calendar import rounds
from warehouse.demo.deliveries import arrivals

PUBLICATIONS = (2, 4)
LABELS = {"K20": "Vertraging van mijlpalen", "K23": "Breedte van het netwerk", "K24": "Tijdige aanlevering"}
DUE_DAYS = 14


@pytest.fixture(scope="module")
def workbooks(demonstration: Demonstration) -> dict[int, Told]:
    return told(demonstration.workbooks)


@pytest.fixture(scope="module")
def tiles(site: Site) -> dict[int, dict[str, list[str]]]:
    pages = {number: site.page("/definities", Filters(publication=number)) for number in PUBLICATIONS}
    return {number: shown.tiles(page) for number, page in pages.items()}


def _due(found: Told, region: str | None = None) -> list[dict[str, Any]]:
    rows = [row for key, row in found.sheets["Mijlpalen"].items() if region in (None, key[0])]
    return [row for row in rows if row["vervallen op"] is None and row["vastgesteld plan"] <= found.today]


def _on_time(rows: list[dict[str, Any]]) -> Any:
    return sum(bool(row["bereikt op"] and row["bereikt op"] <= row["vastgesteld plan"]) for row in rows)


def _late(row: dict[str, Any], today: date) -> int:
    until = min(row["bereikt op"] or today, today)
    return max(int((until - row["vastgesteld plan"]).days), 0)


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_milestones_on_time(workbooks: dict[int, Told], tiles: dict[int, Any], number: int) -> None:
    due, said = _due(workbooks[number]), tiles[number]["Mijlpalen op tijd"]
    assert f"{round(100 * _on_time(due) / len(due))}%" in said
    assert f"{_on_time(due)} van {len(due)} mijlpalen" in said
    before = _due(workbooks[number - 1])
    points = round(100 * _on_time(due) / len(due) - 100 * _on_time(before) / len(before))
    assert shown.signed(points) in " ".join(said) if points else "gelijk" in said


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_days_late(workbooks: dict[int, Told], tiles: dict[int, Any], number: int) -> None:
    found = workbooks[number]
    days = sorted(_late(row, found.today) for row in _due(found))
    said = tiles[number][LABELS["K20"]]
    assert str(days[len(days) // 2]) in said
    assert f"dagen, middelste van {len(days)} mijlpalen" in said


@pytest.mark.parametrize("region", ["AM05", "AM11", "AM22"])
def test_days_late_of_a_region(workbooks: dict[int, Told], site: Site, region: str) -> None:
    found = workbooks[4]
    days = sorted(_late(row, found.today) for row in _due(found, region))
    page = site.page(region_path(region, "/geschiedenis/K20"))
    said = "".join(shown.texts(of_class(page, "delivery-facts") or page))
    assert f"Getoond: {days[len(days) // 2]} dagen (middelste van {len(days)})" in said


def _ended(found: Told) -> Rows:
    rows = found.sheets["Experimenten"]
    return {key: row for key, row in rows.items() if row["geëindigd op"] and row["geëindigd op"] <= found.today}


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_experiments_with_a_verdict_and_those_that_led_on(
    workbooks: dict[int, Told], tiles: dict[int, Any], number: int
) -> None:
    found = workbooks[number]
    ended, every = _ended(found), found.sheets["Experimenten"]
    decided = sum(row["besluit"] is not None for row in ended.values())
    origins = {(key[0], row["komt voort uit"]) for key, row in every.items() if row["gestart op"] <= found.today}
    led_on = sum(str(row["besluit"]).lower() == "opschalen" or key in origins for key, row in ended.items())
    assert 0 < led_on < len(ended)
    for label, part in (("Experimenten met een besluit", decided), ("Doorgroei van experimenten", led_on)):
        said = tiles[number][label]
        assert f"{round(100 * part / len(ended))}%" in said
        assert f"{part} van {len(ended)} beëindigde experimenten" in said


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_groups_of_partners(workbooks: dict[int, Told], tiles: dict[int, Any], number: int) -> None:
    found = workbooks[number]
    kinds: dict[Any, set[str]] = defaultdict(set)
    for row in found.sheets["Partners"].values():
        if row["doet mee sinds"] <= found.today:
            kinds[row["pilotcode"]].add(row["groep"])
    mean = sum(map(len, kinds.values())) / len(kinds)
    said = tiles[number][LABELS["K23"]]
    assert f"{mean:.1f}".replace(".", ",") in said
    assert f"groepen per pilot, {len(kinds)} pilots" in said
    assert min(map(len, kinds.values())) >= 2


def test_deliveries_in_time(tiles: dict[int, Any]) -> None:
    this, before = rounds()[3], rounds()[2]
    came = {one.region_code: one.received_on for one in arrivals(this, before) if one.version == 1}
    last = this.reference_date + timedelta(days=DUE_DAYS)
    in_time = sum(on <= last for region, on in came.items())
    said = tiles[4][LABELS["K24"]]
    assert f"{in_time} van 33 aanleveringen" in said
    assert f"{round(100 * in_time / 33)}%" in said
