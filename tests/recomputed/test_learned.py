"""Lessons, rules and chains of small steps as the pages tell them equal what pandas reads in the workbooks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.address import Filters
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, of_type, words
from tests.recomputed.shown import card_title, rows
from tests.recomputed.workbooks import region_names
from tests.serving import Demonstration
from warehouse.demo.calendar import rounds
from warehouse.demo.deliveries import arrivals

NUMBERS = (2, 4)
PLACES = (None, "AM05", "AM22")
LENSES = ("Professional", "Organisatie", "Financier")
Row = dict[str, Any]


def _newest(folder: Path, number: int) -> dict[str, Path]:
    """Of each region the workbook with the newest date and version that had come in by then."""
    every = rounds()[:number]
    found: dict[str, tuple[date, int, Path]] = {}
    for earlier, moment in zip([None, *every[:-1]], every, strict=True):
        for one in arrivals(moment, earlier):
            path = folder / one.reference_date.isoformat() / one.file_name
            found[one.region_code] = max(
                found.get(one.region_code, (date.min, 0, path)), (one.reference_date, one.version, path)
            )
    return {region: path for region, (_day, _version, path) in found.items()}


@pytest.fixture(scope="module")
def sheets(demonstration: Demonstration) -> dict[int, dict[str, list[Row]]]:
    names = ["Lessen", "Regelruimte", "Experimenten"]
    found: dict[int, dict[str, list[Row]]] = {number: {name: [] for name in names} for number in NUMBERS}
    for number, held in found.items():
        for region, path in _newest(demonstration.workbooks, number).items():
            for name, frame in pd.read_excel(path, sheet_name=names).items():
                kept = frame.astype(object).where(frame.notna(), None)
                held[name] += [
                    {"regio": region, **{str(key): row[key] for key in row}} for row in kept.to_dict("records")
                ]
    return found


def _page(site: Site, number: int, place: str | None) -> Any:
    path = f"/regio/{place}/experimenten" if place else "/experimenten"
    return site.page(path, Filters(publication=number))


def _of(found: list[Row], place: str | None) -> list[Row]:
    return [row for row in found if place in (None, row["regio"])]


def _rows(page: Any, caption: str) -> list[list[str]]:
    return rows(page, caption)[1:]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", NUMBERS)
def test_every_lesson_with_its_reader_and_its_region(site: Site, sheets: Any, number: int, place: str | None) -> None:
    told, names = _of(sheets[number]["Lessen"], place), region_names()
    page = _page(site, number, place)
    shown = _rows(page, "Lessen met het experiment") if told else []
    assert {(row[0], row[1], row[3]) for row in shown} == {
        (row["les"], row["voor wie"], names[row["regio"]]) for row in told
    }
    counts = [words(one) for one in of_class(page, "lesson-count")]
    assert counts == ([f" {sum(row['voor wie'] == lens for row in told)}" for lens in LENSES] if told else [])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", NUMBERS)
def test_every_rule_with_its_age_on_the_day_of_publication(
    site: Site, sheets: Any, number: int, place: str | None
) -> None:
    told, today = _of(sheets[number]["Regelruimte"], place), rounds()[number - 1].published_at.date()
    page = _page(site, number, place)
    shown = {row[0]: row for row in _rows(page, "Ruimte in de regels")} if told else {}
    assert {rule: row[3] for rule, row in shown.items()} == {
        row["regel"]: str((today - row["gemeld op"].date()).days) for row in told
    }
    listed = [words(one) for one in of_class(page, "rule-name")]
    ages = {row["regel"]: row["gemeld op"] for row in told if place or row["wie gaat erover"] == "Landelijk"}
    assert listed == sorted(ages, key=lambda rule: ages[rule])


@pytest.mark.parametrize("number", NUMBERS)
def test_the_longest_chain_is_as_long_as_the_workbooks_tell(site: Site, sheets: Any, number: int) -> None:
    origin = {
        (row["regio"], row["code"]): (row["regio"], row["komt voort uit"]) for row in sheets[number]["Experimenten"]
    }

    def steps(key: tuple[str, str]) -> int:
        return 1 + steps(origin[key]) if key in origin else 0

    longest = max(map(steps, origin))
    page = _page(site, number, None)
    assert card_title(page, "experiments-tree") == f"De langste keten telt {longest} kleine stappen"
    shown = _rows(page, "Kleine stappen en waar zij")
    assert len(shown) == len(origin)
    assert max(int(row[-1]) for row in shown) == longest


def test_the_list_holds_the_same_steps_as_the_drawing(site: Site) -> None:
    page = _page(site, 4, "AM36")
    (tree,) = of_class(page, "step-tree")
    (graph,) = [one for one in of_type(page, "Graph") if one["props"]["id"] == "experiments-tree-graph"]
    drawn = [note["text"] for note in graph["props"]["figure"]["layout"]["annotations"]]
    names = [words(link) for link in of_type(tree, "Link")]
    assert len(names) == 3
    assert all(any(f"<b>{name}</b>" in text for text in drawn) for name in names)
