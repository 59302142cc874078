"""Two warehouses with other exact counts and the same protected ones: nobody can tell one from the other.

So an order, a colour, a length, an axis, decimals and the text of an error follow from protected counts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

import pytest
from sqlalchemy import Engine, Table, select

from tests.areas import Areas, in_folder
from tests.attack.asking import MONTHS, REGIONS, answers_on, deliver_years
from tests.warehouse.publish.deliveries import ALWAYS, AUGUST, KEY, months_until, published, usual
from warehouse.publish import facts, windows
from warehouse.publish.facts import EXIT_COUNT, PHASE_COUNT, Fact, ProtectedCounts
from warehouse.publish.protect import Node
from warehouse.schema import intake
from warehouse.schema import published as area

TRIES = 400
# Of a publication: they say from which deliveries it was made, and are shown to nobody.
MADE_FROM = {"sources_hash", "journal_hash", "previous_hash", "hash"}

Place = tuple[str, date]
Exact = dict[Place, dict[Node, int]]


def delivered(fact: Fact) -> Exact:
    """As `deliver_years` delivers it: stocks on each date, flows and exits of the month before."""
    dates = months_until(AUGUST, MONTHS + 1)
    days = dates[1:] if fact is PHASE_COUNT else dates[:-1]
    return {(region, day): dict(usual(fact.name, region, day)) for region in REGIONS for day in days}


def protected(fact: Fact, exact: Exact) -> ProtectedCounts:
    """Of the same regions: a region is protected apart from the others."""
    regions = {region for region, _day in exact}
    moments = [(region, day) for region in regions for day in months_until(AUGUST, MONTHS)]
    return facts.protected(fact, windows.together(fact, exact, moments) if fact.months else exact, KEY)


def disguised(fact: Fact) -> Exact:
    """As many other counts as can be found by chance, of which nothing protected changes."""
    dice, found = Random(fact.name), delivered(fact)
    for _ in range(TRIES):
        place = dice.choice(sorted(found))
        together = [other for other in found if other == place or (fact is EXIT_COUNT and other[0] == place[0])]
        around = {other: found[other] for other in together}
        one_more, one_less = dice.sample(sorted(found[place]), 2)
        moved = {one_more: found[place][one_more] + 1, one_less: max(0, found[place][one_less] - 1)}
        if protected(fact, around) == protected(fact, {**around, place: {**found[place], **moved}}):
            found[place] |= moved
    return found


@pytest.fixture(scope="module")
def pair(migrated_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Areas, Areas]]:
    """What was delivered, and what might have been."""
    found = {fact.name: disguised(fact) for fact in ALWAYS}
    folders = [copytree(migrated_files, tmp_path_factory.mktemp("pair") / "files") for _ in range(2)]
    one, other = (in_folder(folder) for folder in folders)
    deliver_years(one)
    deliver_years(other, lambda table, region, month: found[table][region, month])
    for areas in (one, other):
        published(areas)
    yield one, other
    for engine in (one.intake, one.warehouse, other.intake, other.warehouse):
        engine.dispose()


def rows(engine: Engine, table: Table) -> list[Mapping[str, Any]]:
    with engine.connect() as connection:
        return [dict(row._mapping) for row in connection.execute(select(table).order_by(*table.primary_key))]


def test_many_exact_counts_differ(pair: tuple[Areas, Areas]) -> None:
    for table in (intake.phase_count, intake.phase_flow, intake.exit_count):
        one, other = (rows(areas.intake, table) for areas in pair)
        assert sum(first != second for first, second in zip(one, other, strict=True)) > 20


def test_what_is_published_is_the_same(pair: tuple[Areas, Areas]) -> None:
    for table in area.metadata.sorted_tables:
        one, other = (
            [
                {name: value for name, value in row.items() if name not in MADE_FROM}
                for row in rows(areas.warehouse, table)
            ]
            for areas in pair
        )
        assert one == other, table.name


def test_every_answer_is_the_same(pair: tuple[Areas, Areas]) -> None:
    one, other = (answers_on(areas) for areas in pair)
    assert one.keys() == other.keys()
    assert [asked for asked in one if one[asked] != other[asked]] == []
