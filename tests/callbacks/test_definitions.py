"""What the page of definitions tells of the data that are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from callbacks.definitions import breadth_tile, everything, show
from dashboard.address import Filters
from dashboard.i18n import speaking
from dashboard.pages.definitions import layout
from queries.reader import Reader
from queries.sealed import Sealed
from tests.callbacks.looking import seen
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


def test_why_there_is_no_figure_since_when_and_who_acts(ministry: Reader) -> None:
    told = {one.code: dict(one.facts) for one in show(ministry, Filters()).indicators}
    absent = {code for code, facts in told.items() if "Waarom geen cijfer" in facts}
    assert absent == {"K02", "K14", "K15", "K17", "K18"}
    for code in absent:
        assert told[code]["Waarom geen cijfer"].endswith("Dat is zo sinds 1 januari 2024.")
        assert told[code]["Wie is aan zet"]
    assert "arbeidsmarktregio" in told["K13"]["Niet per regio"]


def test_a_pilot_below_the_entry_rule_is_not_hidden_in_a_mean(ministry: Reader) -> None:
    look = seen(ministry)
    made = everything(look)
    whole, measure = made.told, made.measure("K23")
    shown = breadth_tile(look, made, measure, "")
    assert (shown.status, "0 pilots met minder dan 2 groepen" in shown.behind) == ("op_koers", True)
    alone = replace(whole, partners=[one for one in whole.partners if one.partner_kind_code == "gemeente"])
    shown = breadth_tile(look, replace(made, everyone=Sealed(alone)), measure, "")
    assert shown.status == "let_op"


def test_every_pilot_line_has_a_chain_from_activity_to_outcome(ministry: Reader) -> None:
    found = {one.caption: [str(row[0]) for row in one.rows] for one in show(ministry, Filters()).chains}
    assert set(found) == {row["name_nl"] for row in rows("pilot_line")}
    assert all(levels[0] == "activiteit" and levels[-1] == "uitkomst" for levels in found.values())


def test_every_link_shows_what_its_indicator_is_now(ministry: Reader) -> None:
    view = show(ministry, Filters())
    known = {one.code for one in view.indicators}
    for cells in (row for chain in view.chains for row in chain.rows):
        assert cells[2].href.removeprefix("#") in known  # type: ignore[union-attr]
        assert cells[3] != "?"
