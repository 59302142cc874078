"""The tile of any indicator: what it says, and what it says when there is no figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from callbacks.parts.look import Look
from callbacks.parts.measures import engine, national_beside, on_time, on_time_tile, tile, told_of
from dashboard.i18n import LANGUAGES, speaking
from queries.indicators import values_elsewhere
from queries.judged import JUDGED, ON_TIME, Amount, Told
from queries.measures import Compared, Measure
from queries.milestones import OnTime
from queries.reader import Reader
from queries.reference import Kind
from tests.callbacks.looking import seen
from tests.queries.examples import NOVEMBER, OCTOBER, TODAY, milestone

SHARE = Kind("phase_flow", "%", "maand")


@pytest.fixture
def look(ministry: Reader) -> Look:
    return seen(ministry)


def measured(now: Amount | None, gap: str | None = None, was: Amount | None = None, kind: Kind = SHARE) -> Measure:
    compared = Compared(was, now, OCTOBER) if was and now else None
    return Measure("K03", None, kind, NOVEMBER, now, compared, gap, 33)


def test_milestones_on_time_are_those_that_pages_showed_before_there_was_an_engine(look: Look) -> None:
    previous, found = look.reader.previous, OnTime.of(look.standings.milestones, date(2026, 11, 18))
    assert previous
    measure = engine(look).measure(ON_TIME)
    assert measure.now == Amount(found.on_time, found.due, 33)
    assert measure.value == on_time(look) == found.share
    ever = [*look.standings.milestones, *look.standings.replaced_milestones]
    before = OnTime.of([one for one in ever if previous.holds(one)], previous.published_on).share
    assert on_time(look, previous) == before
    assert measure.difference == pytest.approx((found.share or 0) - (before or 0))


def test_the_norm_stands_beside_what_it_was_a_year_ago(look: Look) -> None:
    shown = on_time_tile(look, where="37 pilots").bullet
    assert shown
    assert shown.start
    assert shown.start.word == "jaar terug"
    assert shown.now
    assert 0 < shown.now.value < 100
    assert [mark.text for mark in (shown.expected, shown.target) if mark] == ["80%", "100%"]


def test_no_milestone_is_due_yet(look: Look) -> None:
    told = Told([milestone(region_code="AM12", baseline_on=date(2027, 1, 1))])
    shown = tile(look, engine(look, told).measure(ON_TIME, "AM12"))
    assert (shown.value, shown.bullet, shown.gap, shown.status) == (None, None, "niet_van_toepassing", "onbekend")
    assert shown.gap_reason == "nog geen mijlpaal aan de beurt"
    assert shown.reference_date == TODAY


@pytest.mark.parametrize(
    ("now", "gap", "value", "unit"),
    [
        (Amount(160, 270, 33), None, "59%", "160 van 270 jongeren"),
        (Amount(10, 270, 33), None, "≤ 5%", "10 van 270 jongeren"),
        (Amount(5, 270, 1), None, "≤ 5%", "< 10 van 270 jongeren"),
        (Amount(10, 40, 1), "te_weinig", None, "10 van 40 jongeren"),
        (None, "niet_aangeleverd", None, ""),
    ],
)
def test_a_share_of_young_people(look: Look, now: Amount | None, gap: str | None, value: str | None, unit: str) -> None:
    shown = tile(look, measured(now, gap))
    assert (shown.value, shown.unit) == (value, unit)
    assert shown.gap == (gap or "ontbreekt")
    assert shown.status == ""


@pytest.mark.parametrize(("was", "outcome"), [(170, "beter"), (195, "te_klein"), (200, "gelijk"), (230, "slechter")])
def test_a_change_that_rounding_can_give_says_nothing(look: Look, was: int, outcome: str) -> None:
    """Of one region: twice three months, each rounded to tens, are some twenty-five of four hundred."""
    change = tile(look, measured(Amount(200, 400, 1), was=Amount(was, 400, 1))).change
    assert (change.outcome, change.since) == (outcome, "1 okt. 2026")


def test_figures_of_another_definition_are_not_compared(look: Look) -> None:
    change = tile(look, replace(measured(Amount(200, 400, 1)), breaks=True)).change
    assert (change.outcome, change.text) == ("niet_vergelijkbaar", "")


def test_a_median_and_a_mean_are_of_so_many(look: Look) -> None:
    late, broad = (tile(look, engine(look).measure(code)) for code in ("K20", "K23"))
    assert late.unit.startswith("dagen, middelste van ")
    assert (broad.value, broad.gap) == (None, "niet_aangeleverd")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_says_its_period_and_that_it_is_provisional(look: Look, language: str) -> None:
    made = engine(look, told_of(look), values_elsewhere(look.reader))
    with speaking(language):
        shown = tile(look, made.measure("K13"))
    assert (shown.value or "").endswith("%")
    assert "2023/'24" in shown.period
    assert shown.history_href is None
    assert shown.behind in ("voorlopig · definitie versie 1", "provisional · definition version 1")
    assert shown.change.since == "2022/'23"


@pytest.mark.parametrize("code", JUDGED)
def test_the_country_beside_a_region(look: Look, code: str) -> None:
    measure = engine(look).measure(code)
    assert bool(national_beside(look, measure)) == (measure.value is not None)
