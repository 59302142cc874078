"""Published courses and outcomes equal what is counted from the workbooks by another road, protection included."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from sqlalchemy import Table, select

from tests.recomputed.courses import TABLES, Courses, Shown
from tests.serving import Demonstration
from warehouse.schema import published

COUNTRY = "NL01"
# One that was corrected, one that cleared its backlog, those that leave out a sheet, and a large one.
REGIONS = ("AM01", "AM02", "AM22", "AM24", "AM33", "AM35")
PUBLICATIONS = (2, 4)


@pytest.fixture(scope="module", params=PUBLICATIONS)
def number(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def courses(demonstration: Demonstration, number: int) -> Courses:
    return Courses(demonstration.workbooks, number, REGIONS)


def standing(demonstration: Demonstration, table: Table, number: int) -> list[dict[str, Any]]:
    last = table.c.last_publication
    stood = (table.c.first_publication <= number) & (last.is_(None) | (last >= number))
    with demonstration.warehouse.connect() as connection:
        return [dict(row) for row in connection.execute(select(table).where(stood)).mappings()]


@pytest.mark.parametrize("name", TABLES)
def test_regions_are_told_what_they_delivered(
    demonstration: Demonstration, courses: Courses, number: int, name: str
) -> None:
    table = published.metadata.tables[f"published.{name}"]
    found: Shown = {
        tuple(row[key] for key in table.info["keys"]): row["youths"]
        for row in standing(demonstration, table, number)
        if row["region_code"] in REGIONS
    }
    assert len(found) > 20
    assert found == courses.shown(name)


@pytest.mark.parametrize("name", TABLES)
def test_the_country_is_the_sum_of_the_regions_that_delivered(
    demonstration: Demonstration, number: int, name: str
) -> None:
    table = published.metadata.tables[f"published.{name}"]
    sums: Counter[tuple[Any, ...]] = Counter()
    regions: dict[Any, set[str]] = {}
    country: dict[tuple[Any, ...], tuple[int, int]] = {}
    for row in standing(demonstration, table, number):
        region, day, *rest = (row[key] for key in table.info["keys"])
        if region == COUNTRY:
            country[day, *rest] = row["youths"], row["regions"]
        else:
            sums[day, *rest] += row["youths"]
            regions.setdefault(day, set()).add(region)
    assert country == {place: (count, len(regions[place[0]])) for place, count in sums.items()}
