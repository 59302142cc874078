"""Every planted person is refused at the door, wherever and however it is written; our own workbooks pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pytest

from tests.serving import Demonstration
from tests.warehouse.intake.persons import planted
from tests.warehouse.intake.persons.planted import REPORTS, SIGNALS, Column
from warehouse.intake.findings import place
from warehouse.intake.screening import Screening, screen
from warehouse.intake.sheets import SHEETS
from warehouse.intake.template import blank
from warehouse.reference import codes_of

SEED = 1627
STATES = ("visible", "hidden", "veryHidden")
SIGNS = (";", ",", "\t")
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252")
SAMPLED_WORKBOOKS = 12
KINDS = {*SIGNALS, "person_duo_layout", "text_person_number"}

Case = tuple[str, str, bytes]


def in_extra_sheets(dice: Random) -> Iterator[Case]:
    for number, column in enumerate(planted.columns(dice)):
        state, merged = STATES[number % len(STATES)], number % 4 == 0
        row = dice.randint(2 if merged else 1, 6)
        rows = planted.table(column, dice.randint(0, 30), row, merged=merged, dice=dice)
        yield f"{column} in a {state} sheet", "AM05.xlsx", planted.in_extra_sheet(rows, state, merged=merged)


def in_known_sheets(dice: Random) -> Iterator[Case]:
    for number, column in enumerate(planted.columns(dice)):
        sheet, row = SHEETS[number % len(SHEETS)], dice.randint(1, 6)
        content = planted.in_known_sheet(column, sheet, dice.randint(1, 9), row)
        yield f"{column} in {sheet.title} from row {row}", "AM05.xlsx", content


def in_csv(dice: Random) -> Iterator[Case]:
    for number, column in enumerate(planted.columns(dice)):
        sign, encoding = SIGNS[number % len(SIGNS)], ENCODINGS[number // len(SIGNS) % len(ENCODINGS)]
        rows = planted.table(column, dice.randint(0, 12), dice.randint(1, 6), merged=False, dice=dice)
        yield f"{column} in CSV {sign!r} {encoding}", "aanlevering.csv", planted.as_csv(rows, sign, encoding)


def of_duo(dice: Random) -> Iterator[Case]:
    """Whole reports, by their headers or by their name alone."""
    for report, headers in REPORTS.items():
        filler: list[object] = list("x" * len(headers))
        rows: list[list[object]] = [
            [f"{report}-rapportage oktober"],
            [],
            list(headers),
            *[filler] * 3,
        ]
        anonymous: list[list[object]] = [["Recordsoort", "waarde"], *[[report, number] for number in range(3)]]
        for state in STATES:
            yield f"{report} {state}", "AM05.xlsx", planted.in_extra_sheet(rows[2:], state, merged=False)
        for sign, encoding in zip(SIGNS, ENCODINGS, strict=True):
            yield f"{report} {sign!r}", "gegevens.csv", planted.as_csv(rows, sign, encoding)
            yield f"{report} named only inside", "x.csv", planted.as_csv(anonymous, sign, encoding)
            yield f"{report} by file name", f"{report}2025.csv", planted.as_csv([["a", "b"], [1, 2]], sign, encoding)


def _is_caught(screening: Screening) -> bool:
    return screening.failed and screening.rows == {} and {finding.code for finding in screening.findings} <= KINDS


@pytest.mark.parametrize("ways", [in_extra_sheets, in_known_sheets, in_csv, of_duo], ids=lambda ways: ways.__name__)
def test_every_planted_person_is_refused(ways: Callable[[Random], Iterator[Case]]) -> None:
    cases = list(ways(Random(SEED)))
    missed = [name for name, file_name, content in cases if not _is_caught(screen(content, file_name))]
    print(f"{ways.__name__}: {len(cases) - len(missed)} of {len(cases)} planted persons refused")
    assert missed == []


def test_the_place_is_told_and_never_a_value() -> None:
    rows = planted.table(Column("person_contact", None, ("06-12345678",) * 3), 2, 1, merged=False, dice=Random(1))
    (finding,) = screen(planted.as_csv(rows, ";", "utf-8"), "map/aanlevering 612345678.csv").findings
    assert place(finding, "nl") == "blad aanlevering …, kolom C"
    assert place(finding, "en") == "sheet aanlevering …, column C"


def test_templates_pass() -> None:
    for code in codes_of("region"):
        codes = {finding.code for finding in screen(blank(code), f"{code}.xlsx").findings}
        assert not codes & KINDS, code
        assert not {found for found in codes if found.startswith("text_")}, code


def test_workbooks_of_the_demonstration_pass(demonstration: Demonstration) -> None:
    files = sorted(demonstration.workbooks.rglob("*.xlsx"))
    for file in Random(SEED).sample(files, SAMPLED_WORKBOOKS):
        found = screen(file.read_bytes(), file.name)
        assert not found.failed, file.name
        assert found.to_confirm == (), file.name
