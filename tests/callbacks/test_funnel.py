"""The card that compares regions: what it says of them, on the demonstration and on figures made for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from callbacks.parts.funnel import Compared, card, compared
from callbacks.parts.look import Look
from dashboard.figures.funnel import Dot
from queries.funnel_limits import Funnel, Rounding, Share
from queries.reader import Reader
from tests.callbacks.looking import seen, standing_of
from tests.dashboard.figures.plotly_check import valid

PLACED = "K07"
CALM = [Dot(f"AM{at:02}", f"Regio {at}", Share(0.6 * of, of)) for at, of in enumerate(range(60, 460, 20))]
HIGH, LOW = Dot("AM30", "Hoog", Share(280, 300)), Dot("AM31", "Laag", Share(60, 300))


@pytest.fixture
def look(ministry: Reader) -> Look:
    return seen(ministry)


def told(look: Look, *dots: Dot) -> tuple[str, str]:
    ordered = (*CALM, *dots)
    bounds = Funnel.of([dot.share for dot in CALM], Rounding(10, 4))
    made = card(look, PLACED, Compared(ordered, bounds, None), width=640)
    return made.title, made.sentence


def test_nobody_outside_is_said(look: Look) -> None:
    title, sentence = told(look)
    assert title == "Geen regio valt buiten de grenzen van toeval"
    assert sentence == "Van 20 regio’s vallen er 0 buiten de grenzen van 95%: geen. Landelijk is het 60%."


def test_one_outside_is_named(look: Look) -> None:
    title, sentence = told(look, HIGH)
    assert title == "Alleen Hoog valt buiten de grenzen van toeval"
    assert sentence == "Van 21 regio’s valt er 1 buiten de grenzen van 95%: Hoog 93%. Landelijk is het 60%."


def test_more_are_named_or_counted(look: Look) -> None:
    assert told(look, HIGH, LOW)[0] == "Hoog en Laag vallen buiten de grenzen van toeval"
    assert told(look, HIGH, LOW, HIGH, LOW)[0] == "4 van de 24 regio’s vallen buiten de grenzen van toeval"


def test_the_own_region_comes_first(look: Look) -> None:
    assert told(look, replace_own(HIGH), LOW)[0] == "Hoog valt buiten de grenzen van toeval"
    assert told(look, replace_own(CALM[3]._replace(name="Twente")))[0] == (
        "Twente verschilt niet meer van de andere regio’s dan toeval verklaart"
    )


def replace_own(dot: Dot) -> Dot:
    return dot._replace(own=True)


def test_too_few_regions_are_not_compared(look: Look) -> None:
    made = card(look, PLACED, Compared(tuple(CALM[:4]), None, None), width=640)
    assert made.title == "Te weinig regio’s om toeval van verschil te scheiden"
    assert made.empty is not None
    assert "4 regio’s hebben 50 of meer jongeren" in made.empty.reason
    valid(dict(made.figure))


def test_the_table_is_in_the_order_of_names_and_not_of_shares(look: Look) -> None:
    found = compared(look, PLACED)
    made = card(look, PLACED, found, width=640)
    names = [row[0].text for row in made.table.rows if not isinstance(row[0], str)]
    assert names == [one.region.name for one in look.standings.every if one.region.name in names]
    assert len(names) == len(found.dots) > 20
    assert all(dot.share.denominator >= 50 for dot in found.dots)


@pytest.mark.parametrize("rule", ["beide", "grootte", "lijn"])
def test_a_region_is_compared_by_the_rule_that_was_chosen(look: Look, rule: str) -> None:
    chosen = replace(look, filters=look.filters.but(peers=rule))
    found = compared(chosen, PLACED, standing_of(look, "AM05"))
    made = card(chosen, PLACED, found, width=640)
    marked = [row for row in made.table.rows if row[-1] == "ja"]
    assert len(marked) == len(found.peers)
    assert ("Te vergelijken regio’s" in made.note) == bool(found.peers)
    assert "AM05" not in [dot.code for dot in found.peers]
