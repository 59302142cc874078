"""The engine: amounts, what they are compared with, and the sign of what is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from callbacks.definitions import everything
from callbacks.parts.measures import coverage, engine
from queries.deliveries import Delivery
from queries.indicators import ElsewhereValue
from queries.judged import Amount, Day, Told
from queries.measures import Engine
from queries.partners import Partner
from queries.reader import Access, Reader
from queries.reference import Counted, reference
from tests.asking import reading
from tests.callbacks.looking import seen
from tests.queries.examples import EXPERIMENT, NOVEMBER, TODAY, delivery, milestone
from tests.serving import Demonstration

DAY = Day(TODAY, NOVEMBER)
TRIED = replace(
    EXPERIMENT,
    started_on=date(2026, 1, 1),
    check_on=date(2026, 3, 1),
    ended_on=date(2026, 4, 1),
    verdict_code="stoppen",
    lesson="Kort bellen werkt.",
    life_domain_code="school_werk",
)
PARTNER = Partner("AM05", "AM05-TOM", "gemeente", "Doorstroompunt", None, date(2026, 1, 1), "TOM", 1, None)


def value(version: int, period: str, numerator: int) -> ElsewhereValue:
    since = date(int(period[:4]), 8, 1)
    return ElsewhereValue("K13", "NL01", version, period, numerator, 1000, 10, "voorlopig", "CBS", since)


@pytest.fixture
def made(ministry: Reader) -> Engine:
    return engine(seen(ministry))


@pytest.mark.parametrize(("days", "median"), [((0, 0, 21), 0), ((0, 7, 14, 21), 14), ((5,), 5)])
def test_the_delay_is_the_median_of_what_was_due(days: tuple[int, ...], median: int) -> None:
    late = [milestone(step_code=str(at), baseline_on=TODAY - timedelta(one)) for at, one in enumerate(days)]
    ahead = milestone(baseline_on=TODAY + timedelta(1))
    assert Told([*late, ahead]).judged("K20", DAY) == Amount(median, len(days), 1)


def test_an_experiment_leads_on_by_a_next_one_of_its_own_region_or_by_being_scaled_up() -> None:
    next_one = replace(TRIED, experiment_code="E2", comes_from="E1", ended_on=None, verdict_code=None)
    elsewhere = replace(next_one, region_code="AM01")
    scaled = replace(TRIED, experiment_code="E3", verdict_code="opschalen")
    assert Told(experiments=[TRIED, elsewhere]).judged("K22", DAY) == Amount(0, 1, 2)
    assert Told(experiments=[TRIED, next_one]).judged("K22", DAY) == Amount(1, 1, 1)
    assert Told(experiments=[TRIED, scaled]).judged("K22", DAY) == Amount(1, 2, 1)
    assert Told(experiments=[replace(TRIED, verdict_code=None), scaled]).judged("K21", DAY) == Amount(1, 2, 1)


def test_a_next_experiment_that_has_yet_to_begin_says_nothing() -> None:
    later = replace(TRIED, experiment_code="E2", comes_from="E1", started_on=TODAY + timedelta(1), ended_on=None)
    assert Told(experiments=[TRIED, later]).judged("K22", DAY) == Amount(0, 1, 1)


def test_groups_of_partners_count_once_a_pilot_and_from_their_first_day() -> None:
    same = replace(PARTNER, organisation="Leerplicht")
    school = replace(PARTNER, partner_kind_code="onderwijs", organisation="School", since_on=TODAY)
    later = replace(PARTNER, partner_kind_code="jeugd", organisation="Wijkteam", since_on=TODAY + timedelta(1))
    other = replace(PARTNER, pilot_code="AM05-JBB")
    assert Told(partners=[PARTNER, same, school, later, other]).judged("K23", DAY) == Amount(3, 2, 1)


@pytest.mark.parametrize(
    ("came", "amount"),
    [
        (delivery(NOVEMBER, came=True), Amount(1, 1, 1)),
        (replace(delivery(NOVEMBER, came=True), received_on=TODAY), Amount(0, 1, 1)),
        (delivery(NOVEMBER, came=False), Amount(0, 1, 1)),
        (replace(delivery(NOVEMBER, came=False), due_on=TODAY), Amount(0, 1, 1, provisional=True)),
        (delivery(date(2026, 10, 1), came=True), None),
    ],
)
def test_a_delivery_is_in_time_late_or_may_still_come(came: Delivery, amount: Amount | None) -> None:
    assert Told(deliveries=[came]).judged("K24", DAY) == amount


@pytest.mark.parametrize(
    ("code", "base", "parts"), [("K01", 5, 5), ("K03", 10, 3), ("K07", 10, 4), ("K10", 10, 2), ("K11", 10, 4)]
)
def test_months_and_quarters_that_are_published_one_by_one_are_rounded_one_by_one(
    ministry: Reader, code: str, base: int, parts: int
) -> None:
    """K03 adds up three months, K10 two quarters, K11 four; a year of exits was added up before it was rounded."""
    assert reference(ministry).counted[code] == Counted(base, parts)


def test_two_definitions_are_not_compared(made: Engine) -> None:
    one = replace(made, elsewhere=[value(1, "2024/'25", 20), value(1, "2023/'24", 25)]).measure("K13")
    assert (one.value, one.difference, one.breaks) == (2.0, -0.5, False)
    two = replace(made, elsewhere=[value(2, "2025/'26", 60), value(1, "2024/'25", 20)]).measure("K13")
    assert (two.value, two.difference, two.breaks) == (6.0, None, True)


@pytest.mark.parametrize("code", ["K02", "K14", "K15", "K17", "K18"])
def test_of_what_no_source_gave_the_figure_is_missing(made: Engine, code: str) -> None:
    found = made.measure(code)
    assert (found.value, found.gap, found.compared) == (None, "ontbreekt", None)


def test_a_region_says_why_it_has_no_figure(made: Engine) -> None:
    assert made.measure("K03", "AM12").gap == "doet_niet_mee"
    assert made.measure("K03", "AM33").gap == "niet_aangeleverd"
    assert made.measure("K10", "AM35").gap == "te_weinig"


def test_a_pilot_line_is_the_sum_of_its_regions(ministry: Reader) -> None:
    whole, line = (engine(seen(ministry, pilot_line=one)) for one in (None, "TOM"))
    for code in ("K05", "K16"):
        every, some = (one.measure(code).now for one in (whole, line))
        parts = [now for one in line.standings.regions if (now := line.measure(code, one.region.code).now)]
        assert every
        assert some
        assert some.numerator == sum(part.numerator for part in parts) < every.numerator


def test_who_sees_one_region_reads_the_country_and_only_that_region(demonstration: Demonstration) -> None:
    with reading(demonstration) as reader:
        made = everything(seen(reader))
        whole, milestones = made.measure("K05"), made.measure("K19")
    with reading(demonstration, Access("regio", frozenset({"AM05"}))) as reader:
        look = seen(reader)
        made = everything(look)
        assert made.measure("K05").now == whole.now
        assert made.measure("K05", "AM05").now
        assert made.measure("K05", "AM01").now is None
        assert made.measure("K19").now == milestones.now
        assert coverage(look, milestones) == "33 van 33 regio’s"
