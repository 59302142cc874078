"""What the page tells of a region from before it was split, worked out once more from the table that was loaded."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dashboard.address import Filters
from tests.asking import Site
from tests.recomputed import shown

ROOT = Path(__file__).parents[2] / "warehouse"
CAPTION = "Nieuwe voortijdig schoolverlaters"


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("code", "name"), [("MC40", "Rijk van Nijmegen"), ("MC41", "Arnhem")])
def test_every_year_is_of_the_region_as_it_was_counted(site: Site, code: str, name: str) -> None:
    (change,) = (row for row in _lines(ROOT / "reference" / "region_change.csv") if row["to_code"] == code)
    expected = []
    for row in _lines(ROOT / "demo" / "data" / "school_leavers.csv"):
        is_before = row["schooljaar"] < change["counted_from"]
        if row["code"] == (change["from_code"] if is_before else code):
            share = f"{100 * int(row['vsv']) / int(row['leerlingen']):.1f}%".replace(".", ",")
            place = "Arnhem/Nijmegen (MC14)" if is_before else name
            counts = [shown.number(int(row[key])) for key in ("vsv", "leerlingen")]
            expected.append([row["schooljaar"], place, share, *counts, row["status"], "1"])
    assert len(expected) == 7
    page = site.page("/uitkomsten", Filters(area=code))
    assert shown.rows(page, CAPTION)[1:] == expected
