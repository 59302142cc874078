"""A region that came out of a split or a merger: what its series tells of before, and what it never does with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from callbacks.changes.here import Here
from callbacks.parts.boundaries import Before
from callbacks.parts.early_leavers import Series, card, series
from callbacks.parts.look import Look, look
from dashboard.address import Filters
from dashboard.i18n import set_language
from queries.borders import Predecessor
from queries.compared import REVISED, Change
from queries.indicators import ElsewhereValue
from queries.reader import NATIONAL_CODE, Reader
from tests.dashboard.figures.plotly_check import valid, words

BAND = "t/m 2019/'20: Arnhem/Nijmegen (MC14)"
WHOLE = ElsewhereValue("K13", "MC14", 1, "2019/'20", 900, 50_000, 10, "definitief", "DUO", date(2019, 8, 1))
FIRST = replace(
    WHOLE, region_code="MC40", period="2020/'21", numerator=500, denominator=20_000, period_from=date(2020, 8, 1)
)
SECOND = replace(FIRST, period="2021/'22", numerator=480, period_from=date(2021, 8, 1))


@pytest.fixture
def nijmegen(ministry: Reader) -> Look:
    return look(ministry, Filters(area="MC40"), narrowed=True)


@pytest.fixture
def split(nijmegen: Look) -> Predecessor:
    (found,) = nijmegen.reference.borders.predecessors("MC40")
    return found


def test_the_sentence_tells_both_and_why_they_do_not_compare(nijmegen: Look, split: Predecessor) -> None:
    shown = Series([FIRST, SECOND], [Before(split, "MC40", [WHOLE])])
    assert card(nijmegen, shown, width=640).sentence == (
        "Schooljaar 2019/'20: 1,8%, 900 jongeren in de regio Arnhem/Nijmegen (MC14). "
        "In 2020 is de regio Arnhem/Nijmegen (MC14) gesplitst in Rijk van Nijmegen (MC40) en Arnhem (MC41); "
        "wat ervoor en erna is geteld, is niet vergelijkbaar. "
        "Schooljaar 2020/'21: 2,5%, 500 jongeren. Schooljaar 2021/'22: 2,4%, 480 jongeren. "
        "Dat laatste is 0,1 punt minder dan in 2020/'21."
    )
    set_language("en")
    assert card(nijmegen, shown, width=640).sentence == (
        "School year 2019/'20: 1.8%, 900 young people in the region Arnhem/Nijmegen (MC14). "
        "In 2020 the region Arnhem/Nijmegen (MC14) was split into Rijk van Nijmegen (MC40) and Arnhem (MC41); "
        "what was counted before and after cannot be compared. "
        "School year 2020/'21: 2.5%, 500 young people. School year 2021/'22: 2.4%, 480 young people. "
        "The latter is 0.1 point less than in 2020/'21."
    )


def test_the_note_names_the_other_heir_and_who_says_so(nijmegen: Look, split: Predecessor) -> None:
    note = card(nijmegen, Series([FIRST], [Before(split, "MC40", [WHOLE])]), width=640).note
    assert "t/m 2019/'20 geteld als de regio Arnhem/Nijmegen (MC14), samen met Arnhem (MC41)" in note
    assert "niet vergelijkbaar" in note
    assert note.endswith("ocwincijfers.nl, Jongeren in kwetsbare positie in de RMC-regio; Stcrt 2021-45134.")


def test_the_first_year_after_it_is_compared_with_nothing(nijmegen: Look, split: Predecessor) -> None:
    made = card(nijmegen, Series([FIRST], [Before(split, "MC40", [WHOLE])]), width=640)
    assert made.title == "In schooljaar 2020/'21 ging 2,5% van school zonder startkwalificatie"
    assert "punt" not in made.sentence
    assert not [trace for trace in made.figure["data"] if trace["mode"] == "lines"]
    assert [row[:2] for row in made.table.rows] == [
        ("2019/'20", "Arnhem/Nijmegen (MC14)"),
        ("2020/'21", "Rijk van Nijmegen"),
    ]


def test_without_figures_of_before_the_band_is_empty_and_told(nijmegen: Look, split: Predecessor) -> None:
    made = card(nijmegen, Series([FIRST, SECOND], [Before(split, "MC40", [])]), width=640)
    assert BAND in words(valid(dict(made.figure)))
    assert "Van Arnhem/Nijmegen (MC14) is hier geen cijfer." in made.note
    assert "In 2020 is de regio Arnhem/Nijmegen (MC14) gesplitst" in made.sentence
    assert len(made.table.rows) == 2


def test_with_figures_of_before_alone_nothing_is_made_of_them(nijmegen: Look, split: Predecessor) -> None:
    made = card(nijmegen, Series([], [Before(split, "MC40", [WHOLE])]), width=640)
    assert made.title == "Rijk van Nijmegen is nog niet apart geteld; het eerdere cijfer is van een andere regio"
    assert [row[1:4] for row in made.table.rows] == [("Arnhem/Nijmegen (MC14)", "1,8%", "900")]
    assert BAND in words(valid(dict(made.figure)))


def test_under_figures_of_the_country_the_border_is_told_and_not_drawn(nijmegen: Look, split: Predecessor) -> None:
    made = card(nijmegen, Series([replace(FIRST, region_code=NATIONAL_CODE)], [Before(split, "MC40", [])]), width=640)
    assert made.figure["layout"]["shapes"] == []
    assert "In 2020 is de regio Arnhem/Nijmegen (MC14) gesplitst" in made.note
    assert "Gestippeld" not in made.note
    assert "Arnhem" not in made.sentence


def test_of_a_merger_each_that_went_into_it_is_told(nijmegen: Look, split: Predecessor) -> None:
    north, south = (
        Before(replace(split, code=code, name=name, kind="merger", heirs=(("MC40", "Rijk van Nijmegen"),)), "MC40", [])
        for code, name in (("MC90", "Noord"), ("MC91", "Zuid"))
    )
    made = card(nijmegen, Series([FIRST], [north, south]), width=640)
    assert "In 2020 ging de regio Noord (MC90) op in Rijk van Nijmegen (MC40)" in made.sentence
    assert {"t/m 2019/'20: Noord (MC90)", "t/m 2019/'20: Zuid (MC91)"} <= set(words(valid(dict(made.figure))))
    assert "samen met" not in made.note


def test_a_region_that_kept_its_borders_tells_nothing_of_them(ministry: Reader) -> None:
    twente = look(ministry, Filters(area="MC12"), narrowed=True)
    found = series(twente)
    assert {one.region_code for one in found.values} == {"MC12"}
    made = card(twente, found, width=640)
    assert (made.figure["layout"]["shapes"], "grenswijziging" in made.note) == ([], False)


def test_a_figure_that_was_revised_of_a_region_that_is_no_more_is_listed_last(nijmegen: Look) -> None:
    revised = [
        Change(REVISED, "indicator_value", "figure", code, "K13", 1, 2, nijmegen.reader.publication)
        for code in ("MC14", "MC40", NATIONAL_CODE)
    ]
    places = Here(nijmegen, None, ()).places_of(revised)
    assert places == [(NATIONAL_CODE, "Nederland"), ("MC40", "Rijk van Nijmegen"), ("MC14", "MC14")]
