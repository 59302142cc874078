"""Persons in comments, text boxes and pivot tables are found too: the whole file is what is kept."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from tests.warehouse.intake import region
from tests.warehouse.intake.cases import BSN
from tests.warehouse.intake.region import codes, edited, screened
from warehouse.intake.findings import place

PIVOT = '<pivotCacheDefinition><cacheFields><cacheField name="{}"/></cacheFields></pivotCacheDefinition>'
RECORDS = '<pivotCacheRecords><r><s v="later"/><n v="{}"/></r></pivotCacheRecords>'
BOX = "<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
LINK = "<externalLink><sheetData><row><cell><v>{}</v></cell></row></sheetData></externalLink>"


def _with_comment(text: str) -> bytes:
    def edit(workbook: Workbook) -> None:
        workbook["Fasen"]["C3"].comment = Comment(text, "beleidsadviseur")

    return edited(edit)


def _with_part(name: str, text: str) -> bytes:
    """The workbook with one part more, as Excel packs it."""
    content = io.BytesIO(region.content())
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr(name, text)
    return content.getvalue()


def test_a_comment_on_a_cell_is_read() -> None:
    assert codes(screened(_with_comment("telt sinds maart anders"))) == set()
    assert codes(screened(_with_comment(f"zie {BSN}"))) == {"text_person_number"}
    (finding,) = screened(_with_comment("Kevin (17) uit Almelo telt mee")).to_confirm
    assert place(finding, "nl").startswith("blad opmerkingen / comments, rij ")


@pytest.mark.parametrize(
    ("name", "form", "text", "code"),
    [
        ("xl/pivotCache/pivotCacheDefinition1.xml", PIVOT, "Achternaam", "person_name"),
        ("xl/pivotCache/pivotCacheRecords1.xml", RECORDS, str(BSN), "person_number"),
        ("xl/drawings/drawing7.xml", BOX, "Bel 06-12345678", "text_phone"),
        ("xl/externalLinks/externalLink1.xml", LINK, "iemand@voorbeeld.nl", "person_contact"),
        (
            "xl/threadedComments/threadedComment1.xml",
            "<c><text>{}</text></c>",
            f"nr {BSN} &amp; meer",
            "text_person_number",
        ),
    ],
)
def test_other_parts_of_the_file_are_read(name: str, form: str, text: str, code: str) -> None:
    assert codes(screened(_with_part(name, form.format("in orde")))) == set()
    assert codes(screened(_with_part(name, form.format(text)))) == {code}
