import io
import random
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from tests.warehouse.intake import region
from tests.warehouse.intake.region import codes, content, edited, screened
from warehouse.intake.delivered import Earlier
from warehouse.intake.findings import message, place
from warehouse.intake.screening import MOST_OF_A_KIND, screen


def test_a_spotless_workbook_has_no_findings_and_all_its_rows() -> None:
    screening = screened(content())
    assert screening.findings == ()
    assert not screening.failed
    assert {subject: list(found) for subject, found in screening.rows.items()} == region.rows()


def test_the_finding_stands_where_excel_shows_it() -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Fasen"]["D7"] = "x"

    (finding,) = (found for found in screened(edited(edit)).findings if found.code == "number_withheld")
    assert (finding.sheet, finding.row, finding.column) == ("Fasen", 7, "18-20 jaar")


def test_the_balance_names_phase_date_and_difference() -> None:
    def one_more_in_contact(rows: region.Rows) -> None:
        rows["phase_count"][-5]["count:16-17"] += 4

    (finding,) = screened(content(one_more_in_contact)).findings
    said = message(finding, "nl")
    assert finding.code == "balance"
    assert "F2 Contact" in said
    assert "1-11-2026" in said
    assert "een verschil van 4" in said
    assert place(finding, "nl").startswith("blad Fasen, rij ")


def test_a_workbook_of_one_date_is_balanced_against_the_earlier_delivery() -> None:
    def last_only(rows: region.Rows) -> None:
        for subject, key, month in (("phase_count", "reference_date", 11), ("phase_flow", "period", 10)):
            rows[subject] = [row for row in rows[subject] if row[key].month == month]
        rows["exit_count"] = [row for row in rows["exit_count"] if row["period"].month == 10]

    before = {row["phase_code"]: 0 for row in region.rows()["phase_count"]}
    for row in region.rows()["phase_count"]:
        if row["reference_date"] == date(2026, 10, 1):
            before[row["phase_code"]] = sum(count for key, count in row.items() if key.startswith("count:"))
    right = Earlier(stocks={date(2026, 10, 1): before})
    wrong = Earlier(stocks={date(2026, 10, 1): before | {"F3": before["F3"] + 2}})
    assert codes(screen(content(last_only), "a.xlsx", history=lambda *_: right)) == set()
    assert codes(screen(content(last_only), "a.xlsx", history=lambda *_: wrong)) == {"balance"}


def _no_exits_in_august(rows: region.Rows) -> None:
    """Nobody left F4 in that month, and from then on two of F5 and F6 are counted in F4."""
    late = {"F4": 0, "F5": 0, "F6": 0}
    for row in rows["phase_flow"]:
        if row["period"].month == 8 and row["from_code"] == "F4":
            late[row["to_code"]] -= row["youths"]
            late["F4"] += row["youths"]
            row["youths"] = 0
    for row in rows["phase_count"]:
        if row["reference_date"].month > 8:
            row["count:21-22"] += late.get(row["phase_code"], 0)
    for row in rows["exit_count"]:
        if row["period"].month == 8:
            row.update({key: 0 for key in row if key.startswith("count:")})


def test_a_month_without_exits_is_told_with_zeros_and_not_left_out() -> None:
    def left_out(rows: region.Rows) -> None:
        _no_exits_in_august(rows)
        rows["exit_count"] = [row for row in rows["exit_count"] if row["period"].month != 8]

    assert screened(content(_no_exits_in_august)).findings == ()
    (finding,) = screened(content(left_out)).findings
    assert (finding.code, finding.level, finding.values["month"]) == ("exit_month_absent", "fail", date(2026, 8, 1))


def test_every_text_to_confirm_is_named() -> None:
    def edit(workbook: Workbook) -> None:
        for row in range(1, 41):
            workbook["Uitleg"].cell(row + 200, 1, "Bel 06-12345678.")

    assert len(screened(edited(edit)).to_confirm) == 40


def test_labels_codes_and_name_variants_mean_the_same() -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Levering"]["A2"] = "arbeidsmarktregio TWENTE"
        workbook["Fasen"]["B2"] = "f0"
        workbook["Fasen"]["B3"] = "F1 - In beeld"
        workbook["Stromen"]["B2"] = "NEW"

    screening = screened(edited(edit))
    assert not screening.findings
    assert screening.rows["delivery"][0]["region_code"] == "AM05"


def test_merged_headers_title_rows_and_a_source_line_are_read_past() -> None:
    def edit(workbook: Workbook) -> None:
        page = workbook["Fasen"]
        page.insert_rows(1, 3)
        page["A1"] = "Cijfers van de regio"
        page["A3"], page["B3"], page["C3"] = "peildatum", "fase", "aantal jongeren per leeftijd"
        page.merge_cells("C3:F3")
        page["A4"] = page["B4"] = None
        page.append(["Bron: eigen registratie, voorlopige cijfers"])

    screening = screened(edited(edit))
    assert codes(screening) == {"row_ignored"}
    assert list(screening.rows["phase_count"]) == region.rows()["phase_count"]


def test_hidden_sheets_and_columns_are_read_too() -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Fasen"].column_dimensions["C"].hidden = True
        workbook["Stromen"].sheet_state = "hidden"

    assert screened(edited(edit)).findings == ()


def test_a_right_row_of_totals_is_only_a_note() -> None:
    rows = region.rows()["phase_count"]
    last = [row for row in rows if row["reference_date"] == region.REFERENCE_DATE]
    bands = [key for key in last[0] if key.startswith("count:")]
    sums = [sum(row[band] for row in last) for band in bands]

    def edit(workbook: Workbook) -> None:
        workbook["Fasen"].append([region.REFERENCE_DATE, "Totaal", *sums])

    assert codes(screened(edited(edit))) == {"total_ignored"}


def test_a_hundred_mistakes_of_a_kind_are_summed_up() -> None:
    def edit(workbook: Workbook) -> None:
        for row in range(2, 64):
            workbook["Fasen"].cell(row, 3, "veel")

    findings = screened(edited(edit)).findings
    assert sum(finding.code == "not_a_number" for finding in findings) == MOST_OF_A_KIND
    (rest,) = (finding for finding in findings if finding.code == "more_of_the_same")
    assert rest.values["more"] == 62 - MOST_OF_A_KIND


def test_csv_of_each_subject_in_a_zip_is_the_same_as_the_workbook() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        for title, text in _csv_files().items():
            files.writestr(f"{title}.csv", b"\xef\xbb\xbf" + text.encode())
    screening = screen(archive.getvalue(), "AM05.zip")
    assert screening.findings == ()
    assert list(screening.rows["phase_flow"]) == region.rows()["phase_flow"]


def _csv_files() -> dict[str, str]:
    """As Dutch Excel writes them: semicolons, CRLF, day first."""
    workbook = load_workbook(io.BytesIO(content()))
    pages = [page for page in workbook if page.title not in ("Uitleg", "Lijsten")]
    return {page.title: "\r\n".join(";".join(map(_csv_cell, row)) for row in page.values) + "\r\n" for page in pages}


def _csv_cell(value: object) -> str:
    if isinstance(value, date):
        return f"{value.day}-{value.month}-{value.year}"
    return "" if value is None else str(value).replace(".0", "")


def test_one_csv_file_is_read_by_its_name_and_asks_for_the_rest() -> None:
    text = _csv_files()["Fasen"].encode("cp1252")
    screening = screen(text, "AM05_fasen_2026.csv")
    assert len(screening.rows["phase_count"]) == len(region.rows()["phase_count"])
    assert codes(screening) == {"sheet_missing"}


@pytest.mark.parametrize("seed", range(150))
def test_damaged_bytes_end_in_findings(seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(content())
    for _ in range(chance.choice((1, 3, 30))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    cut = chance.choice((len(damaged), chance.randrange(len(damaged))))
    for finding in screen(bytes(damaged[:cut]), "AM05.xlsx").findings:
        assert message(finding, "nl")


JUNK = (
    "",
    " ",
    "x",
    "<5",
    -1,
    1e308,
    1.5,
    "1.234.567,8",
    "€ 5",
    "=A1",
    "#REF!",
    True,
    "'",
    "\u202e",
    "31-2-2026",
    "🙂",
)
JUNK_LONG = ("9" * 5000, "x" * 30_000, "1 " * 5000, "@" * 3000, date(1900, 1, 1), "2026-13-45", "NEW", "Twente")


@pytest.mark.parametrize("seed", range(60))
def test_junk_in_any_cell_ends_in_findings(seed: int) -> None:
    chance = random.Random(seed)

    def edit(workbook: Workbook) -> None:
        for _ in range(20):
            page = chance.choice(workbook.worksheets)
            page.cell(chance.randint(1, 12), chance.randint(1, 17), chance.choice(JUNK + JUNK_LONG))

    screening = screened(edited(edit))
    for finding in screening.findings:
        assert message(finding, "nl") != message(finding, "en")
