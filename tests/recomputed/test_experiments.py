"""Experiments as the pages count and list them equal what pandas reads in the workbooks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.address import Filters
from dashboard.sought import EVERYTHING, Sought
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, of_type, words
from tests.recomputed.stories import Told, told
from tests.recomputed.workbooks import codes
from tests.serving import Demonstration

Row = dict[str, Any]
NUMBERS = (1, 3, 4)
PLACES = (None, "AM01", "AM02", "AM05", "AM36")


@dataclass(frozen=True)
class Stood:
    """The experiments of a place by region and code, with the newest day of each log."""

    today: date
    rows: dict[tuple[str, ...], Row]
    noted: dict[tuple[str, ...], date]

    @classmethod
    def of(cls, read: Told, place: str | None) -> Stood:
        rows = {key: row for key, row in read.sheets["Experimenten"].items() if place in (None, key[0])}
        noted: dict[tuple[str, ...], date] = {}
        for (region, code, _day), note in read.sheets["Logboek"].items():
            noted[region, code] = max(note["datum"], noted.get((region, code), date.min))
        return cls(read.today, rows, noted)

    def only(self, fits: Callable[[Row], bool]) -> list[tuple[str, ...]]:
        return [key for key, row in self.rows.items() if fits(row)]

    def runs(self) -> list[tuple[str, ...]]:
        return self.only(lambda row: row["geëindigd op"] is None)

    def ended(self) -> list[tuple[str, ...]]:
        return self.only(lambda row: row["geëindigd op"] is not None)

    def undecided(self) -> list[tuple[str, ...]]:
        return [key for key in self.runs() if self.rows[key]["besluit"] is None and self._checked(key) <= self.today]

    def _checked(self, key: tuple[str, ...]) -> date:
        found: date = self.rows[key]["check op"]
        return found

    def quiet(self) -> list[tuple[str, ...]]:
        last: dict[tuple[str, ...], date] = {key: self.rows[key]["gestart op"] for key in self.runs()}
        last |= {key: day for key, day in self.noted.items() if key in last}
        return [key for key, day in last.items() if (self.today - day).days > 30]

    def money(self) -> list[tuple[str, ...]]:
        until = (pd.Timestamp(self.today) + pd.DateOffset(months=6)).date()
        found = [key for key in self.runs() if self.rows[key]["dekking"] == "Tijdelijke dekking"]
        return [key for key in found if (day := self.rows[key]["dekking tot"]) and day <= until]

    def learned(self) -> list[tuple[str, ...]]:
        return [key for key in self.ended() if self.rows[key]["besluit"] == "Stoppen" and self.rows[key]["les"]]

    def decided(self) -> list[tuple[str, ...]]:
        return [key for key in self.ended() if self.rows[key]["besluit"]]

    def further(self) -> list[tuple[str, ...]]:
        origins = {(key[0], row["komt voort uit"]) for key, row in self.rows.items()}
        return [key for key in self.ended() if self.rows[key]["besluit"] == "Opschalen" or key in origins]


@pytest.fixture(scope="module")
def workbooks(demonstration: Demonstration) -> dict[int, Told]:
    return told(demonstration.workbooks)


@pytest.fixture(params=[(number, place) for number in NUMBERS for place in PLACES], ids=str)
def shown(request: pytest.FixtureRequest, site: Site, workbooks: dict[int, Told]) -> tuple[Any, Stood]:
    number, place = request.param
    path = f"/regio/{place}/experimenten" if place else "/experimenten"
    return site.page(path, Filters(publication=number)), Stood.of(workbooks[number], place)


def _tiles(page: Any) -> dict[str, str]:
    return {words(of_type(one, "H2")): words(of_class(one, "tile-figure")) for one in of_class(page, "tile")}


def _share(part: int, whole: int) -> str:
    ended = "beëindigd experiment" if whole == 1 else "beëindigde experimenten"
    return f"{round(100 * part / whole)}% {part} van {whole} {ended}"


def test_tiles(shown: tuple[Any, Stood]) -> None:
    page, stood = shown
    tiles, ended = _tiles(page), len(stood.ended())
    said = {"Experimenten met een besluit": stood.decided(), "Doorgroei van experimenten": stood.further()}
    for label, found in said.items():
        told = " ".join(tiles[label].split())
        assert told == _share(len(found), ended) if ended else "%" not in told
    counted = {"Lopend": stood.runs(), "Besluit nodig": stood.undecided()}
    counted |= {"Geleerd": stood.learned(), "Geld stopt": stood.money()}
    assert {label: tiles[label].split()[0] for label in counted} == {
        label: str(len(found)) for label, found in counted.items()
    }


def _listed(page: Any, caption: str) -> set[str]:
    """Of a list without rows there is no table."""
    tables = [one for one in of_type(page, "Table") if words(of_type(one, "Caption")) == caption]
    return {words(of_type(row, "Th")) for table in tables for row in of_type(of_type(table, "Tbody"), "Tr")}


def test_short_lists(shown: tuple[Any, Stood]) -> None:
    page, stood = shown
    lists = {
        "Experimenten die op een besluit wachten": stood.undecided(),
        "Experimenten zonder recente logregel": stood.quiet(),
        "Experimenten waarvan het geld binnenkort stopt": stood.money(),
    }
    for caption, found in lists.items():
        assert _listed(page, caption) == {stood.rows[key]["titel"] for key in found}


FILTERED: dict[str, tuple[str, str]] = {
    "verdict": ("besluit", "verdict"),
    "life_domain": ("leefgebied", "life_domain"),
    "policy_domain": ("beleidsdomein", "policy_domain"),
    "funding": ("dekking", "funding"),
}


def _counted(site: Site, sought: Sought) -> str:
    return words(of_class(site.page("/experimenten", Filters(sought=sought)), "finder-count"))


@pytest.mark.parametrize("name", FILTERED)
def test_a_choice_of_a_list_finds_what_the_workbooks_hold(site: Site, workbooks: dict[int, Told], name: str) -> None:
    column, of_list = FILTERED[name]
    rows = workbooks[4].sheets["Experimenten"].values()
    for label, code in codes(of_list).items():
        found = sum(row[column] == label for row in rows)
        told_count = f"{found} experiment{'' if found == 1 else 'en'} gevonden van {len(rows)}"
        expected = told_count if found else f"{len(rows)} experimenten gevonden van {len(rows)}"
        assert _counted(site, EVERYTHING.but(**{name: code})).startswith(expected)


@pytest.mark.parametrize(("name", "column"), [("method", "werkvorm"), ("owner", "eigenaar (functie)")])
def test_a_choice_as_it_was_written_finds_the_same(
    site: Site, workbooks: dict[int, Told], name: str, column: str
) -> None:
    rows = workbooks[4].sheets["Experimenten"].values()
    written = pd.Series([row[column] for row in rows]).value_counts()
    for text, found in written.head(4).items():
        assert _counted(site, EVERYTHING.but(**{name: text})).startswith(f"{found} experiment")


def test_an_experiment_leads_to_those_that_came_of_it(site: Site, workbooks: dict[int, Told]) -> None:
    rows = workbooks[4].sheets["Experimenten"]
    for region, code in (("AM05", "AM05-E1"), ("AM13", "AM13-E1"), ("AM36", "AM36-E2")):
        page = site.page(f"/experimenten/{region}-{code}")
        kin = {rows[region, origin]["titel"] for origin in [rows[region, code]["komt voort uit"]] if origin}
        kin |= {row["titel"] for key, row in rows.items() if (key[0], row["komt voort uit"]) == (region, code)}
        assert _listed_column(page, "Waar dit experiment uit voortkwam en waar het toe leidde", 0) == kin


def _listed_column(page: Any, caption: str, at: int) -> set[str]:
    (table,) = [one for one in of_type(page, "Table") if words(of_type(one, "Caption")) == caption]
    return {words(of_type(row, "Td")[at]) for row in of_type(of_type(table, "Tbody"), "Tr")}


def test_a_log_is_that_of_the_workbook(site: Site, workbooks: dict[int, Told]) -> None:
    logs = workbooks[4].sheets["Logboek"]
    for region, code in (("AM05", "AM05-E2"), ("AM01", "AM01-E3")):
        page = site.page(f"/experimenten/{region}-{code}")
        own = {row["wat gebeurde er"] for key, row in logs.items() if key[:2] == (region, code)}
        assert _listed_column(page, "Logboek van dit experiment", 0) == own
