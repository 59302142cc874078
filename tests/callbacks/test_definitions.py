"""What the page of definitions tells of the data that are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from callbacks.definitions import show
from dashboard.address import Filters
from dashboard.i18n import speaking
from dashboard.pages.definitions import layout
from queries.reader import Reader
from tests.dashboard.components.rendered import of_type, words
from warehouse.reference import rows

TERMS = {
    "nl": {"workbook": "1 jaar vanaf de ontvangst", "inbox": "30 dagen vanaf de verzending"},
    "en": {"workbook": "1 year from the day it was received", "inbox": "30 days from the day it was sent"},
}
OPEN = {
    "nl": "Nog niet ingevuld door de verwerkingsverantwoordelijke",
    "en": "Not filled in yet by the controller",
}


@pytest.mark.parametrize("language", TERMS)
def test_every_kind_of_data_is_told_with_its_term(ministry: Reader, language: str) -> None:
    with speaking(language):
        said = words(layout(show(ministry, Filters())))
    for row in rows("dataset"):
        for told in ("name", "holds", "purpose", "ground", "keeper", "afterwards"):
            assert row[f"{told}_{language}"] in said
        assert row[f"counted_{language}"].casefold() in said.casefold()
    for term in TERMS[language].values():
        assert term in said
    assert said.count(OPEN[language]) == len(rows("dataset"))


def test_an_assessment_that_was_filled_in_is_a_link(ministry: Reader) -> None:
    view = show(ministry, Filters())
    address = "https://voorbeeld.nl/dpia.pdf"
    page = layout(replace(view, datasets=(replace(view.datasets[0], assessment=address),)))
    assert address in [link["props"]["href"] for link in of_type(page, "A")]
    assert OPEN["nl"] not in words(page)
