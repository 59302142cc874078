import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.warehouse.intake import region
from tests.warehouse.intake.region import codes, content, screened
from warehouse.intake.raw import RawSheet
from warehouse.intake.workbook import Book, read

MEGABYTE = 1_000_000
MOST_MEMORY_KIB = 300_000


def code_of(book: Book) -> str | None:
    return book.finding.code if book.finding else None


def _zip(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def _with_part(name: str, part: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content())) as archive:
        parts = {known: archive.read(known) for known in archive.namelist()}
    return _zip(parts | {name: part})


def _sheet_of_rows(rows: int) -> bytes:
    row = b'<row><c t="inlineStr"><is><t>peildatum</t></is></c><c><v>12</v></c></row>'
    head = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    return head + row * rows + b"</sheetData></worksheet>"


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (lambda: _zip({"xl/workbook.xml": b"0" * 200 * MEGABYTE}), "file_too_large"),
    "a million rows": (lambda: _with_part("xl/worksheets/sheet3.xml", _sheet_of_rows(1_000_000)), "file_too_large"),
    "very many rows": (lambda: _with_part("xl/worksheets/sheet3.xml", _sheet_of_rows(200_000)), "too_many_rows"),
    "a thousand parts": (lambda: _zip({f"{number}.csv": b"" for number in range(1000)}), "file_too_large"),
    "half a workbook": (lambda: content()[:5000], "file_corrupt"),
    "broken XML": (lambda: _with_part("xl/worksheets/sheet3.xml", b"<worksheet><sheetData><row>"), "file_corrupt"),
    "entities that grow": (lambda: _with_part("xl/worksheets/sheet3.xml", _growing_entities()), "file_corrupt"),
    "an empty file": (lambda: b"", "file_type"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "file_type"),
    "a PDF": (lambda: b"%PDF-1.7\n%\xe2\xe3\x00\xd3\n1 0 obj", "file_type"),
}


def _growing_entities() -> bytes:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "ha">{steps}]><worksheet>&e11;</worksheet>'.encode()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_one_finding(name: str) -> None:
    make, expected = HOSTILE[name]
    book = read(make(), "AM05.xlsx")
    assert (code_of(book), book.sheets) == (expected, ())


def test_hostile_files_need_little_memory(tmp_path: Path) -> None:
    for number, (make, _) in enumerate(HOSTILE.values()):
        (tmp_path / f"{number}.xlsx").write_bytes(make())
    script = (
        "import pathlib, sys\n"
        "from warehouse.intake.screening import screen\n"
        "for file in pathlib.Path(sys.argv[1]).iterdir():\n"
        "    assert screen(file.read_bytes(), file.name).failed\n"
        "status = pathlib.Path('/proc/self/status').read_text()\n"
        "print(status.split('VmHWM:')[1].split()[0])"
    )
    told = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, check=True, text=True)
    assert int(told.stdout) < MOST_MEMORY_KIB


def test_a_file_with_a_password_says_so() -> None:
    encrypted = bytearray(_zip({"Fasen.csv": b"peildatum;fase"}))
    encrypted[6] |= 1
    encrypted[encrypted.index(b"PK\x01\x02") + 8] |= 1
    assert code_of(read(bytes(encrypted), "AM05.zip")) == "file_protected"


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_is_read_whatever_wrote_it(sign: str, encoding: str) -> None:
    text = f'peildatum{sign} fase {sign}"16-17 jaar"\r\n1-11-2026{sign} "Geïnteresseerd" {sign} 7\r\n'
    book = read(text.encode(encoding), "Fasen.csv")
    rows = ((1, ("peildatum", "fase", "16-17 jaar")), (2, ("1-11-2026", "Geïnteresseerd", "7")))
    assert book == Book((RawSheet("Fasen", rows),))


def test_what_a_sheet_says_of_its_own_size_is_not_believed() -> None:
    with zipfile.ZipFile(io.BytesIO(content())) as archive:
        page = archive.read("xl/worksheets/sheet3.xml")
    assert b"<sheetData>" in page
    lying = page.replace(b"<sheetData>", b'<dimension ref="A1:B2"/><sheetData>', 1)
    assert screened(_with_part("xl/worksheets/sheet3.xml", lying)).findings == ()


def test_a_formula_without_a_value_is_found_at_its_place_and_one_with_a_value_is_read() -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Fasen"]["C3"] = "=SUM(D3:F3)"

    edited = region.edited(edit)
    (finding,) = screened(edited).findings
    assert (finding.code, finding.sheet, finding.row, finding.column) == (
        "formula_without_value",
        "Fasen",
        3,
        "16-17 jaar",
    )
    with zipfile.ZipFile(io.BytesIO(edited)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    page = parts["xl/worksheets/sheet3.xml"]
    assert b"</f><v></v>" in page or b"</f><v />" in page
    parts["xl/worksheets/sheet3.xml"] = page.replace(b"</f><v></v>", b"</f><v>12</v>").replace(
        b"</f><v />", b"</f><v>12</v>"
    )
    assert screened(_zip(parts)).findings == ()


def test_a_file_that_holds_none_of_our_sheets_is_no_workbook() -> None:
    assert codes(screened(b"a;b\n1;2\n", "README.md")) == {"file_type"}


def test_the_log_tells_what_went_wrong_and_where_but_nothing_of_the_file(caplog: pytest.LogCaptureFixture) -> None:
    broken = b"<worksheet><sheetData><row><c><v>geheim</v></x>"
    read(_with_part("xl/worksheets/sheet3.xml", broken), "geheim.xlsx")
    (record,) = caplog.records
    assert "ParseError" in record.getMessage() or "XMLSyntaxError" in record.getMessage()
    assert re.search(r"spreadsheet\.py:\d+", record.getMessage())
    assert "geheim" not in caplog.text
    assert record.exc_info is None
