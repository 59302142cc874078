"""What the cards of trajectories say of figures that are small, zero, missing or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from scipy.stats import binomtest

from callbacks.trajectories import _here, ages, flow, registrations, steps, support, waiting
from callbacks.trajectories.durations import days, median_of, nine_of_ten
from callbacks.trajectories.here import Here
from dashboard.components.figure_card import Card
from queries.balance import Balance, Remainder
from queries.reader import NATIONAL_CODE, Reader
from queries.trajectories import (
    INTAKES,
    PHASES_BY_AGE,
    REGISTRATIONS,
    STEPS_BY_AGE,
    STEPS_BY_DURATION,
    TURNED_18,
    WAITING,
    Counted,
)
from tests.callbacks.looking import seen, standing_of
from tests.dashboard.components.rendered import of_type, words
from tests.dashboard.figures.plotly_check import valid

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
Rows = Mapping[tuple[str, str], int]


@pytest.fixture
def country(ministry: Reader) -> Here:
    return _here(seen(ministry), None)[0]


@pytest.fixture
def twente(ministry: Reader) -> Here:
    look = seen(ministry)
    return _here(look, standing_of(look, "AM05"))[0]


def told(here: Here, fact: str, rows: Rows, place: str | None = None, on: date = OCTOBER, regions: int = 33) -> Here:
    """The same place, with these figures of one fact in place of those that it had."""
    where = place or here.place
    others = [one for one in here.counted if (one.fact, one.region_code, one.reference_date) != (fact, where, on)]
    own = [Counted(fact, where, on, *codes, youths, regions) for codes, youths in rows.items()]
    return replace(here, counted=[*others, *own])


def turned(here: Here, arranged: int, stopped: int, unknown: int, place: str | None = None) -> Here:
    rows = {("loopt_door", ""): arranged, ("gestopt", ""): stopped, ("niet_nodig", ""): 0, ("onbekend", ""): unknown}
    return told(here, TURNED_18, rows, place)


def drawn(card: Card) -> list[str]:
    """The labels of its figure, which plotly accepts."""
    return [note["text"] for note in valid(dict(card.figure))["layout"]["annotations"]]


def below(card: Card) -> str:
    return " ".join(words(part) for part in card.below)


# support after 18 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((140, 60, 0), "punten hoger. Dat verschil is **binnen toeval**."),
        ((190, 10, 0), "punten hoger. Dat is **meer dan toeval verklaart**."),
        ((100, 100, 0), "punten lager. Dat verschil is **binnen toeval**."),
        ((20, 180, 0), "punten lager. Dat is **meer dan toeval verklaart**."),
        ((30, 10, 0), "Twente is te klein om met het land te vergelijken."),
    ],
)
def test_a_difference_with_the_country_is_chance_or_more(twente: Here, counts: tuple[int, int, int], said: str) -> None:
    both = turned(turned(twente, *counts), 6000, 4000, 0, NATIONAL_CODE)
    assert support.card(both).note.endswith(said)


def test_a_region_that_is_level_with_the_country(twente: Here) -> None:
    both = turned(turned(twente, 60, 40, 0), 6000, 4000, 0, NATIONAL_CODE)
    assert support.card(both).note == "Twente ligt gelijk met het land."


@pytest.mark.parametrize(("unknown", "is_told"), [(20, False), (30, True)])
def test_more_than_a_fifth_unknown_is_never_green(twente: Here, unknown: int, is_told: bool) -> None:
    """A fifth itself is not more than that."""
    card = support.card(turned(twente, 80 - unknown + 20, 0, unknown))
    assert ("want van meer dan 20% is niet bekend" in below(card)) == is_told
    assert "op koers" not in below(card)


def test_the_country_names_regions_with_too_much_unknown(country: Here) -> None:
    card = support.card(turned(turned(country, 50, 0, 50, "AM05"), 50, 0, 50, "AM23"))
    links = [one["props"]["href"] for part in card.below for one in of_type(part, "Link")]
    assert {"/regio/AM05/trajecten", "/regio/AM23/trajecten"} <= set(links)
    none = country
    for one in country.look.standings.regions:
        none = turned(none, 100, 0, 0, one.region.code)
    assert "Geen regio heeft meer dan 20% onbekend." in below(support.card(none))


def test_the_certainty_of_a_region_allows_for_rounding(twente: Here) -> None:
    """Each count may be nine off: 51 of 80 at the least, 69 of 80 at the most."""
    low, high = (binomtest(count, 80).proportion_ci(method="wilson") for count in (51, 69))
    said = f"95% zeker tussen {round(100 * low.low)}% en {round(100 * high.high)}%"
    assert any(said in text for text in drawn(support.card(turned(twente, 60, 20, 0))))
    assert said == "95% zeker tussen 53% en 92%"


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ((0, 0, 0), "Er zijn geen gegevens over wie 18 werd"),
        ((30, 10, 0), "Te klein om te zeggen wat er na 18 gebeurt"),
        ((30, 20, 0), "Voor 60% is de stap na 18 geregeld"),
    ],
)
def test_what_happens_after_18_in_a_title(twente: Here, counts: tuple[int, int, int], title: str) -> None:
    assert support.card(turned(twente, *counts)).title == title


# steps -----------------------------------------------------------------------------------------------------------


def test_the_median_lies_inside_its_class(twente: Here) -> None:
    rows = {("F0F1", "tot_14"): 10, ("F0F1", "14_tot_30"): 40, ("F1F2", "vanaf_240"): 50, ("F2F3", "tot_14"): 40}
    here = told(twente, STEPS_BY_DURATION, rows)
    assert days(median_of(here, "F0F1")) == "20 dagen"
    assert days(median_of(here, "F1F2")) == "240 dagen of langer"
    assert days(median_of(here, "F2F3")) == ""


def test_of_nine_out_of_ten_the_end_of_the_class_is_told(twente: Here) -> None:
    rows = {("F0F1", "tot_14"): 80, ("F0F1", "30_tot_60"): 20, ("F1F2", "vanaf_240"): 100, ("F2F3", "tot_14"): 90}
    here = told(twente, STEPS_BY_DURATION, rows)
    assert nine_of_ten(here, "F0F1") == "binnen 60 dagen"
    assert nine_of_ten(here, "F1F2") == "240 dagen of langer"
    assert nine_of_ten(here, "F2F3") == ""


def test_steps_by_age_are_of_those_who_took_it_or_stand_before_it(twente: Here) -> None:
    took = told(twente, STEPS_BY_AGE, {("F0F1", "16-17"): 20, ("F0F1", "18-20"): 10})
    here = told(took, PHASES_BY_AGE, {("F0", "16-17"): 60, ("F0", "18-20"): 35})
    first, second, *_others = steps.card(here).table.rows
    assert first[:6] == ("Buiten beeld → in beeld", "16 en 17 jaar", "20", "80", "25%", first[5])
    assert second[2:5] == ("10", "45", "*")


def test_without_medians_the_title_does_not_name_a_step(twente: Here) -> None:
    here = told(twente, STEPS_BY_DURATION, {})
    assert steps.card(here).title == "Hoe lang een stap duurt, is te klein om te zeggen"


# ages ------------------------------------------------------------------------------------------------------------


def test_a_jump_at_18_is_told_when_both_sides_are_big_enough(twente: Here) -> None:
    big = {("F4", "16-17"): 100, ("F4", "18-20"): 300, ("F4", "21-22"): 0, ("F4", "23-26"): 5}
    told_jump = ages.card(told(twente, PHASES_BY_AGE, big, on=NOVEMBER))
    assert told_jump.title.endswith("gaat van 50 naar 100")
    assert [row[1] for row in told_jump.table.rows[:4]] == ["100", "300", "0", "< 10"]
    small = ages.card(told(twente, PHASES_BY_AGE, big | {("F4", "16-17"): 45}, on=NOVEMBER))
    assert small.title == "Bij 18 jaar veranderen de regels tegelijk"


# waiting ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ((0, 0, 0), "Niemand wacht op een intake"),
        ((5, 0, 0), "< 10 jongeren wachten, niemand langer dan 6 weken"),
        ((100, 50, 20), "170 jongeren wachten, van wie 20 langer dan 6 weken"),
    ],
)
def test_who_waits_in_a_title(twente: Here, counts: tuple[int, int, int], title: str) -> None:
    rows = {(code, ""): count for code, count in zip(("tot_4", "4_tot_6", "vanaf_6"), counts, strict=True)}
    assert waiting.card(told(twente, WAITING, rows, on=NOVEMBER)).title == title


def test_a_date_that_was_not_delivered_is_a_gap_and_not_zero(twente: Here) -> None:
    card = waiting.card(told(twente, WAITING, {}, on=date(2026, 5, 1)))
    assert ("1 mei 2026", "×", "×", "×", "×") in card.table.rows


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            {("tot_4", ""): 60, ("4_tot_6", ""): 30, ("vanaf_6", ""): 10},
            "**60%** van de intakes kwam binnen vier weken",
        ),
        ({("tot_4", ""): 30, ("vanaf_6", ""): 10}, "te klein om te zeggen"),
        ({}, "zijn geen intakes aangeleverd"),
    ],
)
def test_intakes_in_time(twente: Here, rows: Rows, said: str) -> None:
    assert said in waiting.card(told(twente, INTAKES, rows)).note


def test_a_day_to_clear_the_backlog_coincides_and_is_not_called_a_cause(ministry: Reader) -> None:
    look = seen(ministry)
    card = waiting.card(_here(look, standing_of(look, "AM02"))[0])
    assert any("Caseloaddag" in text for text in drawn(card))
    assert "vielen samen met" in card.note
    other = waiting.card(_here(look, standing_of(look, "AM05"))[0])
    assert "samen met" not in other.note


# registrations ---------------------------------------------------------------------------------------------------


def test_registrations_are_never_added_to_young_people(twente: Here) -> None:
    rows = {("benaderd", "1"): 60, ("benaderd", "2"): 20, ("niet_benaderd", "3"): 10}
    card = registrations.card(told(twente, REGISTRATIONS, rows))
    assert card.title == "31% van de registraties is dubbel"  # 40 of 130, for 90 young people
    said = " ".join(drawn(card))
    assert "130, 40 dubbel" in said
    assert "220" not in said
    assert "10 · 11%" in said


def test_few_registrations_have_no_share(twente: Here) -> None:
    card = registrations.card(told(twente, REGISTRATIONS, {("benaderd", "1"): 30, ("niet_benaderd", "2"): 5}))
    assert card.title == "Te klein om te zeggen hoeveel registraties dubbel zijn"


# flow ------------------------------------------------------------------------------------------------------------


def _found(**changes: object) -> Balance:
    stock = {f"F{at}": 100 for at in range(7)}
    plain = Balance(1, stock, stock, {}, (Remainder("AM05", "F1", 5, 35),))
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_a_balance_that_rounding_cannot_explain_has_a_badge(twente: Here) -> None:
    wrong = flow.card(twente, _found(remainders=(Remainder("AM05", "F2", -70, 35),)))
    assert "let op" in below(wrong)
    assert "De balans klopt niet in 1 regio: Twente." in below(wrong)
    assert "70 (Contact), hoogstens 35" in below(wrong)
    assert "De balans klopt:" in below(flow.card(twente, _found()))


@pytest.mark.parametrize(
    ("moves", "title"),
    [
        ({}, "Niemand stopte, viel terug of begon opnieuw"),
        ({("F2", "F6"): 10, ("F5", "F6"): 30}, "40 jongeren stopten of vielen terug, 0 begonnen opnieuw"),
        ({("F6", "F4"): 1200}, "0 jongeren stopten of vielen terug, 1.200 begonnen opnieuw"),
    ],
)
def test_who_stopped_and_began_again_in_a_title(moves: dict[tuple[str, str], int], title: str) -> None:
    assert flow.title(_found(moves=moves)) == title


def test_the_part_that_went_on_is_of_those_who_were_there_or_came(twente: Here) -> None:
    rows = flow.card(twente, _found(moves={("F0", "F1"): 60, ("F1", "F2"): 40})).table.rows
    assert [row[7] for row in rows[:3]] == ["60%", "25%", "≤ 5%"]
    assert rows[5][7:] == ("–", "–")


def test_without_a_start_the_card_says_what_is_missing(twente: Here) -> None:
    card = flow.card(twente, _found(before=None, remainders=()))
    assert "ontbreekt de stand van 3 maanden eerder" in below(card)
    assert card.table.rows[0][1] == "–"


def test_too_few_regions_make_no_national_figure(country: Here) -> None:
    few = support.card(told(country, TURNED_18, {("loopt_door", ""): 900}, regions=20))
    assert "De dekking is lager dan 80%" in few.note
    assert "dekking" not in support.card(country).note
