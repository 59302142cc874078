import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.warehouse.intake import region
from tests.warehouse.intake.cases import BSN
from tests.warehouse.intake.region import codes, edited, screened
from warehouse.intake.findings import message, place
from warehouse.intake.messages import LANGUAGES
from warehouse.intake.person_values import passes_eleven_test
from warehouse.intake.person_words import header_kind
from warehouse.intake.sheets import SHEETS

# After ours, the explanation and the lists.
NEXT_SHEET = str(len(SHEETS) + 3)
CANARIES = (str(BSN), "111.222.333", "Zwaluwstraat", "06-12345678", "iemand@voorbeeld.nl", "7511 AB", "Kwartelmans")
HEADERS = [
    *("BSN", "Burgerservicenummer", "burgerservicenummer jongere", "Achternaam", "voornaam", "Roepnaam"),
    *("Naam jongere", "Naam", "Geboortedatum", "geb.datum", "E-mail", "E-mailadres", "Telefoonnummer", "Mobiel"),
    *("Adres", "Postcode", "Straatnaam", "Huisnummer", "PGN", "Persoonsgebonden nummer", "NRSP", "Record A05"),
]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("hidden", [False, True])
def test_a_column_of_persons_refuses_the_whole_file(header: str, hidden: bool) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook.create_sheet("Bijlage")
        page.append(["regio", header])
        page.append(["Twente", "Kwartelmans"])
        page.sheet_state = "veryHidden" if hidden else "visible"

    screening = screened(edited(edit))
    assert screening.failed
    assert screening.rows == {}
    (finding,) = screening.findings
    assert finding.code.startswith("person_")
    assert place(finding, "nl") == "blad Bijlage, kolom B"


@pytest.mark.parametrize("value", [BSN, float(BSN), str(BSN), "111.222.333", "111 222 333", "012345672"])
@pytest.mark.parametrize("place", [("Fasen", "H9"), ("Experimenten", "C2"), ("Uitleg", "F40"), ("Lijsten", "A40")])
def test_a_person_number_is_found_wherever_it_stands(value: int | float | str, place: tuple[str, str]) -> None:
    def edit(workbook: Workbook) -> None:
        workbook[place[0]][place[1]] = value

    assert codes(screened(edited(edit))) == {"person_number"}


@pytest.mark.parametrize("text", [f"Zie {BSN}.", "dossier 111.222.333 ligt klaar", "nr 1112.22.333", "BSN:111 222 333"])
@pytest.mark.parametrize(("sheet", "place_", "told"), [("Logboek", "C2", "wat gebeurde er"), ("Uitleg", "F40", "F")])
def test_a_person_number_in_a_text_refuses_the_whole_file(text: str, sheet: str, place_: str, told: str) -> None:
    def edit(workbook: Workbook) -> None:
        workbook[sheet][place_] = text

    screening = screened(edited(edit))
    assert (screening.failed, screening.rows) == (True, {})
    (finding,) = screening.findings
    assert (finding.code, finding.sheet, finding.column) == ("text_person_number", sheet, told)
    assert text not in repr(finding)


@pytest.mark.parametrize("text", ["Op 1-12-2026 27 gesprekken.", "Tot 2026-10-14 7 keer gebeld.", "nr. 123456789"])
def test_days_and_other_numbers_in_a_text_are_no_person_numbers(text: str) -> None:
    screening = screened(region.content(lambda rows: rows["experiment_note"][0].update(observed=text)))
    assert screening.findings == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mail iemand@voorbeeld.nl.", "text_email"),
        ("Bel +31 6 12345678.", "text_phone"),
        ("Kevin (17) uit Almelo kwam langs.", "text_person"),
    ],
)
@pytest.mark.parametrize("place_", [("Logboek", "C2"), ("Uitleg", "F40")])
def test_a_text_that_may_tell_of_a_person_must_be_confirmed_wherever_it_stands(
    text: str, code: str, place_: tuple[str, str]
) -> None:
    def edit(workbook: Workbook) -> None:
        workbook[place_[0]][place_[1]] = text

    screening = screened(edited(edit))
    assert not screening.failed
    (finding,) = screening.to_confirm
    assert (finding.code, finding.level, finding.sheet, finding.row) == (code, "warning", place_[0], int(place_[1][1:]))


@pytest.mark.parametrize("canary", CANARIES)
def test_no_finding_of_a_refusal_holds_a_value(canary: str) -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook.create_sheet("Bijlage")
        page.append(["Achternaam", "nummer", canary, "bereikbaar"])
        page.append([canary, BSN, canary, canary])

    screening = screened(edited(edit))
    assert screening.failed
    for finding in screening.findings:
        said = "".join(message(finding, language) + place(finding, language) for language in LANGUAGES)
        assert canary not in said + repr(finding)


@pytest.mark.parametrize(("title", "told"), [(f"dossier {BSN}", "dossier …"), (str(BSN), str(len(SHEETS) + 3))])
def test_a_sheet_title_with_a_number_of_a_person_refuses_and_is_named_without_it(title: str, told: str) -> None:
    def edit(workbook: Workbook) -> None:
        workbook.create_sheet(title).append(["later"])

    (finding,) = screened(edited(edit)).findings
    assert (finding.code, finding.sheet) == ("text_person_number", told)


@pytest.mark.parametrize(
    ("text", "at"), [("Bel 06-12345678.", 5), ("Vandaag: Kevin (17) uit Almelo.", 10), ("Kevin", 1), ("Zie a@b.nl", 5)]
)
def test_the_place_in_the_text_is_marked(text: str, at: int) -> None:
    screening = screened(region.content(lambda rows: rows["experiment_note"][0].update(observed=text)))
    (finding,) = screening.to_confirm
    assert place(finding, "nl") == f"blad Logboek, rij 2, kolom wat gebeurde er, teken {at}"


def test_our_own_columns_never_trip() -> None:
    assert screened(region.content()).findings == ()


@pytest.mark.parametrize("header", ["pilotcode", "aantal", "gemeente", "ingevuld door (functie)", "naam van de pilot"])
def test_headers_that_name_no_person(header: str) -> None:
    assert header_kind(header) is None


@given(st.integers(1, 99_999_999))
def test_the_eleven_test_catches_every_single_wrong_digit(number: int) -> None:
    right = next(
        (f"{number:08}{last}" for last in range(10) if passes_eleven_test(f"{number:08}{last}")),
        None,
    )
    if right is not None:
        wrong = f"{right[:3]}{(int(right[3]) + 1) % 10}{right[4:]}"
        assert not passes_eleven_test(wrong)
