import re

import pytest

from tests.warehouse.intake.cases import CASES
from warehouse.intake.findings import LEVELS, Finding, codes, message, place
from warehouse.intake.messages import LANGUAGES, texts


def test_every_kind_of_finding_has_a_case() -> None:
    assert set(CASES) == set(codes())


@pytest.mark.parametrize("code", CASES)
def test_a_spoiled_workbook_brings_about_its_finding(code: str) -> None:
    found = [finding for finding in CASES[code]().findings if finding.code == code]
    assert found
    for finding in found:
        assert finding.level in LEVELS
        assert all(message(finding, language) for language in LANGUAGES)
        assert all("{" not in message(finding, language) for language in LANGUAGES)


def test_both_languages_have_the_same_findings_with_the_same_values() -> None:
    nl, en = texts("findings", "nl"), texts("findings", "en")
    assert nl.keys() == en.keys()
    for code in nl:
        for part in ("what", "mend"):
            assert nl[code][part] != en[code][part]
            assert set(re.findall(r"\{\w+\}", "".join(nl[code].values()))) == set(
                re.findall(r"\{\w+\}", "".join(en[code].values()))
            )


def test_a_place_names_sheet_row_and_column_in_both_languages() -> None:
    finding = Finding("negative", "Fasen", 12, "16-17 jaar")
    assert place(finding, "nl") == "blad Fasen, rij 12, kolom 16-17 jaar"
    assert place(finding, "en") == "sheet Fasen, row 12, column 16-17 jaar"
    assert place(Finding("file_type"), "nl") == ""


def test_a_long_value_is_cut_short_in_a_message() -> None:
    said = message(Finding("code_unknown", values={"found": "x" * 500}), "nl")
    assert "x" * 57 + "..." in said
    assert "x" * 58 not in said
