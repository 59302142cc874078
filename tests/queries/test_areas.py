"""Areas are told as whole labour-market regions: nothing is split, and nothing is counted twice."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from queries.areas import Area, areas
from queries.reader import Reader
from queries.regions import LEADING_DIVISION, regions

REFERENCE = Path(__file__).parents[2] / "warehouse" / "reference"


def _areas(reader: Reader) -> list[Area]:
    others = [one for one in regions(reader) if one.division_code != LEADING_DIVISION]
    return areas(reader, others, reader.publication.reference_date)


@pytest.mark.parametrize("division", ["doorstroompunt", "provincie"])
def test_every_region_is_in_one_area_of_a_division(ministry: Reader, division: str) -> None:
    held = Counter(code for one in _areas(ministry) if one.region.division_code == division for code in one.parts)
    assert len(held) == 35
    assert set(held.values()) == {1}


def test_a_region_belongs_where_most_of_its_young_people_live(ministry: Reader) -> None:
    """Added up from the municipalities themselves."""
    both = _living_in_both("AM", "PV")
    for area in (one for one in _areas(ministry) if one.region.division_code == "provincie"):
        own = area.region.code
        assert all(both[part, own] == max(n for (am, _), n in both.items() if am == part) for part in area.parts)
        inside = sum(both[part, own] for part in area.parts)
        assert area.within == inside / sum(n for (am, _), n in both.items() if am in area.parts)
        assert area.reached == inside / sum(n for (_, pv), n in both.items() if pv == own)


def test_an_area_that_is_exactly_its_regions_says_so(ministry: Reader) -> None:
    exact = {one.region.name for one in _areas(ministry) if one.is_exact}
    assert "Twente" in exact
    assert "Gelderland" not in exact


def _living_in_both(leading: str, other: str) -> Counter[tuple[str, str]]:
    lives_in: dict[str, dict[str, str]] = {}
    for row in (row for row in _rows("membership") if not row["valid_to"]):
        lives_in.setdefault(row["municipality_code"], {})[row["region_code"][:2]] = row["region_code"]
    both: Counter[tuple[str, str]] = Counter()
    for row in _rows("municipality"):
        places = lives_in[row["code"]]
        both[places[leading], places[other]] += int(row["inhabitants_15_24"])
    return both


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
