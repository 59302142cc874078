"""The simulated young people: always the same, always in balance, and as many as fit the region."""

from collections import Counter
from itertools import pairwise
from statistics import correlation, mean

import pytest

from warehouse import reference
from warehouse.demo import simulation
from warehouse.demo.calendar import FIRST, LAST, later, months, rounds
from warehouse.demo.lives import lives
from warehouse.demo.simulation import History, history_of

NAMED = ("AM01", "AM09", "AM11", "AM23", "AM27", "AM33", "AM37")
NOT_TAKING_PART = ("AM12", "AM20")
ALLOWED = {("NEW", "F0"), ("NEW", "F1"), ("F0", "F1"), ("F1", "F2"), ("F2", "F3"), ("F3", "F4"), ("F4", "F5")} | {
    *(("F4", "F6"), ("F2", "F6"), ("F5", "F6"), ("F6", "F2"), ("F6", "F4")),
    *(("F0", "GONE"), ("F1", "GONE"), ("F2", "GONE"), ("F5", "GONE")),
}
FIRST_WORKBOOK = rounds()[0].reference_date


def _total(history: History, first_months_of: str) -> Counter[tuple[str, str]]:
    total: Counter[tuple[str, str]] = Counter()
    for month in months(lives()[first_months_of].first, later(FIRST_WORKBOOK, -1)):
        total.update(history.flows[month])
    return total


def test_33_regions_live_and_two_do_not_take_part() -> None:
    assert len(lives()) == 33
    assert set(NAMED) <= set(lives())
    assert set(reference.codes_of("region")) - set(lives()) == set(NOT_TAKING_PART)


def test_a_second_life_is_the_same() -> None:
    first = history_of("AM05")
    again = simulation._Region(lives()["AM05"]).lived()
    assert again == first
    assert again is not first


@pytest.mark.parametrize("code", sorted(lives()))
def test_stock_is_the_stock_before_plus_in_minus_out(code: str) -> None:
    history = history_of(code)
    for month, flows in history.flows.items():
        for phase in reference.codes_of("phase"):
            came = sum(youths for (_, goal), youths in flows.items() if goal == phase)
            went = sum(youths for (origin, _), youths in flows.items() if origin == phase)
            before, after = history.stocks[month][phase], history.stocks[later(month, 1)][phase]
            assert after.total() == before.total() + came - went
            assert min(after.values(), default=0) >= 0


@pytest.mark.parametrize("code", sorted(lives()))
def test_exits_are_the_flows_out_of_the_trajectory(code: str) -> None:
    history = history_of(code)
    assert history.exits.keys() == history.flows.keys()
    for month, exits in history.exits.items():
        ended = history.flows[month]["F4", "F5"] + history.flows[month]["F4", "F6"]
        assert sum(bands.total() for bands in exits.values()) == ended


@pytest.mark.parametrize("code", sorted(lives()))
def test_flows_are_those_that_young_people_can_make(code: str) -> None:
    assert {flow for flows in history_of(code).flows.values() for flow in flows} == ALLOWED


@pytest.mark.parametrize("code", sorted(lives()))
def test_history_runs_every_month_from_the_start_to_the_last_date(code: str) -> None:
    assert list(history_of(code).stocks) == months(lives()[code].first, LAST)


def test_some_regions_start_late() -> None:
    starts = Counter(life.first for life in lives().values())
    assert starts[FIRST] == max(starts.values())
    assert sum(starts.values()) - starts[FIRST] >= 5


def test_drechtsteden_carries_the_figures_of_the_matchmakers() -> None:
    history = history_of("AM23")
    flows = _total(history, "AM23")
    exits: Counter[str] = Counter()
    for month in months(FIRST, later(FIRST_WORKBOOK, -1)):
        exits.update({code: bands.total() for code, bands in history.exits[month].items()})
    assert flows["F1", "F2"] == 837
    assert flows["F2", "F3"] == 428
    assert exits.total() == 428
    assert exits["werk"] == round(0.34 * 428)
    assert exits["opleiding"] + exits["combinatie"] == round(0.14 * 428)
    assert exits["zorg"] + exits["gestopt"] == round(0.26 * 428)
    assert exits["onbekend"] == 428 - 146 - 60 - 111


def test_sizes_follow_the_real_numbers_of_young_people() -> None:
    youths = {row["code"]: int(row["inhabitants_15_24"]) for row in reference.rows("region")}
    counted = {code: sum(bands.total() for bands in history_of(code).stocks[LAST].values()) for code in lives()}
    assert correlation([youths[code] for code in counted], list(counted.values())) > 0.95
    assert min(counted, key=counted.__getitem__) == "AM35"


def test_the_country_grows_to_about_17_000_in_sight() -> None:
    total: Counter[str] = Counter()
    for code, life in lives().items():
        if life.last == LAST:
            total.update({phase: bands.total() for phase, bands in history_of(code).stocks[LAST].items()})
    in_sight = total.total() - total["F0"] - total["F6"]
    assert 16_500 < in_sight < 17_700
    assert 5_300 < total["F4"] < 5_900
    assert 25_000 < in_sight + total["F0"] < 26_500


def test_twente_had_more_first_contacts_in_september_than_chance_explains() -> None:
    history = history_of("AM05")
    contacts = {month: flows["F1", "F2"] for month, flows in history.flows.items()}
    counts = list(contacts.values())
    limit = mean(counts) + 2.66 * mean(abs(after - before) for before, after in pairwise(counts))
    assert [month for month, count in contacts.items() if count > limit] == [later(LAST, -2)]
    assert contacts[later(LAST, -2)] > 1.2 * limit


def test_helmond_has_a_wave_of_relapse_and_return() -> None:
    history = history_of("AM32")
    relapsed = [history.stocks[month]["F6"].total() for month in months(later(LAST, -10), LAST)]
    assert max(relapsed) > 2.5 * relapsed[0]
    assert relapsed[-1] < 0.7 * max(relapsed)
