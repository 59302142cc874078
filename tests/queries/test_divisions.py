from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import DIVISIONS, Filters
from queries.divisions import _divided, in_division
from queries.reader import Reader
from queries.reference import reference
from queries.region_standing import IN_TRAJECTORY, IN_VIEW, PLACED
from queries.regions import LEADING_DIVISION, Crosswalk, crosswalks, regions
from queries.standing import Standings, standings
from tests.asking import Site, reading
from tests.dashboard.components.rendered import words
from tests.serving import Demonstration

OTHERS = [division for division in DIVISIONS if division != LEADING_DIVISION]
MEASURES = (IN_VIEW, IN_TRAJECTORY, PLACED)
SIZES = {"doorstroompunt": 40, "provincie": 12}


def _standings(reader: Reader) -> Standings:
    return standings(reader, reference(reader).rules, None, None)


@pytest.mark.parametrize(("division", "measure", "number"), list(product(OTHERS, MEASURES, (1, 4))))
def test_another_division_adds_up_to_the_same_country(
    demonstration: Demonstration, division: str, measure: str, number: int
) -> None:
    with reading(demonstration, number=number) as reader:
        found = _standings(reader)
        divided, total = in_division(reader, found, division, measure), found.total(measure)
    assert len(divided) == SIZES[division]
    assert sum(one.numerator for one in divided) == total.numerator > 0
    assert sum(one.denominator for one in divided) == total.denominator
    assert all(one.numerator % 5 == one.denominator % 5 == 0 for one in divided)


@pytest.mark.parametrize(("division", "measure"), list(product(OTHERS, MEASURES)))
def test_a_part_is_never_more_than_its_whole(ministry: Reader, division: str, measure: str) -> None:
    divided = in_division(ministry, _standings(ministry), division, measure)
    assert [one.region.name for one in divided if one.numerator > one.denominator] == []


@pytest.mark.parametrize("division", OTHERS)
def test_the_shares_of_a_region_add_up_to_one(ministry: Reader, division: str) -> None:
    walk = crosswalks(ministry, [division], ministry.publication.reference_date)[division]
    leading = [one.code for one in regions(ministry) if one.division_code == LEADING_DIVISION]
    assert len(leading) == 35
    for code in leading:
        assert sum(walk.share(other, code) for other in walk.persons) == pytest.approx(1)


def test_a_region_that_is_split_makes_an_approximation() -> None:
    walk = Crosswalk({"PV1": {"AM1": 100, "AM2": 25}, "PV2": {"AM2": 75}, "PV3": {"AM3": 10}})
    assert [walk.is_exact(code) for code in ("PV1", "PV2", "PV3")] == [False, False, True]
    assert (walk.share("PV1", "AM2"), walk.share("PV2", "AM2")) == (0.25, 0.75)
    assert walk.covered("PV1", {"AM1"}) == 80


def test_what_is_left_over_goes_to_the_largest_remainder() -> None:
    walk = Crosswalk({"PV1": {"AM1": 1}, "PV2": {"AM1": 2}})
    assert _divided(walk, {"AM1": 10}) == {"PV1": 5, "PV2": 5}
    assert _divided(walk, {"AM1": 5}) == {"PV1": 0, "PV2": 5}


@given(
    st.dictionaries(
        st.sampled_from(["PV1", "PV2", "PV3"]),
        st.dictionaries(st.sampled_from(["AM1", "AM2", "AM3"]), st.integers(1, 10_000), min_size=1),
        min_size=1,
    ),
    st.data(),
)
def test_nothing_is_lost_and_no_part_is_far_from_its_share(
    persons: dict[str, dict[str, int]], data: st.DataObject
) -> None:
    walk = Crosswalk(persons)
    there = sorted({code for parts in persons.values() for code in parts})
    counts = {code: 5 * data.draw(st.integers(0, 400)) for code in there}
    divided = _divided(walk, counts)
    assert sum(divided.values()) == sum(counts.values())
    for other, parts in persons.items():
        exact = sum(walk.share(other, code) * counts[code] for code in parts)
        assert abs(divided[other] - exact) <= 5 + 1e-6


@pytest.mark.parametrize("division", OTHERS)
def test_an_approximation_is_called_one_in_both_languages(site: Site, division: str) -> None:
    for language, word in (("nl", "Benadering"), ("en", "Approximation")):
        assert word in words(site.page("/", Filters(division=division, language=language)))
        assert word not in words(site.page("/", Filters(language=language)))
