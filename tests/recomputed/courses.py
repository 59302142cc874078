"""Courses and outcomes as a publication must show them, counted from the workbooks of some regions in plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from tests.recomputed.rounding import rounded
from tests.recomputed.stand import months_back
from tests.recomputed.workbooks import BANDS, Leaves, codes
from warehouse.demo.build import DEMONSTRATION_KEY
from warehouse.demo.calendar import rounds
from warehouse.demo.deliveries import arrivals

Place = tuple[str, date]
Shown = dict[tuple[Any, ...], int]


@dataclass(frozen=True)
class Layout:
    """A sheet: the column of its date, those of its codes with their lists, and the list that it is spread over."""

    when: str
    lists: Mapping[str, str]
    spread: str


SHEETS = {
    "Fasen": Layout("peildatum", {"fase": "phase"}, ""),
    "Wachtenden": Layout("peildatum", {}, "waiting_class"),
    "Intakes": Layout("maand", {}, "waiting_class"),
    "Achttien": Layout("maand", {}, "support_after_18"),
    "Registraties": Layout("peildatum", {"benadering": "approach"}, "system_count"),
    "Leefgebieden": Layout("peildatum", {"leefgebied": "domain_scope"}, "domain_state"),
    "Stem": Layout("kwartaal vanaf", {"vraag": "pulse_question"}, "pulse_answer"),
    "Nazorg": Layout("kwartaal vanaf", {"gevolgd": "follow_moment"}, "follow_state"),
    "Doorlooptijden": Layout("maand", {"stap vooruit": "progress", "duur": "duration"}, ""),
}


@dataclass(frozen=True)
class Table:
    """Made from a sheet, of its codes in these places; of so many months that end `lag` before the date."""

    sheet: str
    places: tuple[int, ...]
    months: int = 0
    lag: int = 0
    of_quarters: bool = True


TABLES = {
    "waiting_count": Table("Wachtenden", (0,), of_quarters=False),
    "intake_count": Table("Intakes", (0,), 12),
    "turning_18": Table("Achttien", (0,), 12, 3),
    "registration_count": Table("Registraties", (0, 1)),
    "domain_count": Table("Leefgebieden", (0, 1)),
    "retention_count": Table("Nazorg", (0, 1)),
    "pulse_count": Table("Stem", (0, 1)),
    "step_age": Table("Doorlooptijden", (0, 2), 12),
    "step_duration": Table("Doorlooptijden", (0, 1), 12),
}


class Courses:
    """As of a publication: per sheet, region and date what came in last."""

    def __init__(self, folder: Path, number: int, regions: tuple[str, ...]) -> None:
        self._told: dict[str, dict[Place, Leaves]] = {name: {} for name in SHEETS}
        for path, region in _came(folder, number, regions):
            for name, sheet in pd.read_excel(path, sheet_name=list(SHEETS)).items():
                self._told[name] |= {(region, day): leaves for day, leaves in _read(sheet, SHEETS[name]).items()}

    def shown(self, name: str) -> Shown:
        """Of a published table: region, date and codes with the protected count."""
        table, found = TABLES[name], Shown()
        for (region, day), leaves in self._of(table):
            nodes = rounded(leaves, DEMONSTRATION_KEY, name, region)
            found |= {(region, day, *node): count for node, count in nodes.items() if len(node) == len(table.places)}
        return found

    def _of(self, table: Table) -> Iterator[tuple[Place, Leaves]]:
        told = self._told[table.sheet]
        for region, day in self._told["Fasen"] if table.months else told:
            if table.of_quarters and day.month not in (1, 4, 7, 10):
                continue
            backs = range(table.lag + 1, table.lag + table.months + 1) if table.months else [0]
            parts = [told.get((region, months_back(day, back))) for back in backs]
            if None not in parts:
                yield (region, day), _together([part for part in parts if part], table.places)


def _together(parts: list[Leaves], places: tuple[int, ...]) -> Leaves:
    total: Counter[tuple[str, ...]] = Counter()
    for part in parts:
        for leaf, count in part.items():
            total[tuple(leaf[place] for place in places)] += count
    return dict(total)


def _came(folder: Path, number: int, regions: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    for now, before in zip(rounds()[:number], [None, *rounds()], strict=False):
        for one in arrivals(now, before):
            if one.region_code in regions:
                yield folder / one.reference_date.isoformat() / one.file_name, one.region_code


def _read(sheet: pd.DataFrame, layout: Layout) -> dict[date, Leaves]:
    counted = codes(layout.spread) if layout.spread else {f"{band} jaar": band for band in BANDS}
    found: dict[date, Leaves] = {}
    for row in sheet.to_dict("records"):
        leaves = found.setdefault(pd.Timestamp(row[layout.when]).date(), {})
        keys = [codes(name)[str(row[column])] for column, name in layout.lists.items()]
        leaves |= {(*keys, code): int(row[column]) for column, code in counted.items()}
    return found
