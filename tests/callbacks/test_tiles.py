import pytest

from callbacks.parts.look import Look
from callbacks.parts.tiles import of_country, of_region, unknown_share, youths_tile
from queries.reader import Reader
from queries.region_standing import IN_VIEW, PLACED
from tests.callbacks.looking import seen, standing_of
from tests.queries.examples import NOVEMBER, OCTOBER, RULES, count, standing


@pytest.fixture
def look(ministry: Reader) -> Look:
    return seen(ministry)


def test_a_region_without_a_figure_still_shows_what_it_promised(look: Look) -> None:
    tile = youths_tile(look, IN_VIEW, of_region(standing_of(look, "AM33"), IN_VIEW), gap="niet_aangeleverd")
    assert (tile.value, tile.status, tile.gap) == (None, "onbekend", "niet_aangeleverd")
    assert tile.bullet is not None
    assert tile.bullet.now is None
    assert tile.bullet.target is not None


def test_without_a_promise_there_is_no_bullet(look: Look) -> None:
    assert youths_tile(look, IN_VIEW, of_region(standing(count(NOVEMBER, 500)), IN_VIEW)).bullet is None


@pytest.mark.parametrize(
    ("before", "outcome", "text"),
    [
        (490, "beter", "+10"),
        (510, "slechter", "−10"),
        (495, "te_klein", "+5"),
        (500, "gelijk", ""),
        (None, "geen_vergelijking", ""),
    ],
)
def test_a_change_of_up_to_five_says_nothing(look: Look, before: int | None, outcome: str, text: str) -> None:
    earlier = [] if before is None else [count(OCTOBER, before)]
    change = youths_tile(look, IN_VIEW, of_region(standing(count(NOVEMBER, 500), *earlier), IN_VIEW)).change
    assert (change.outcome, change.text) == (outcome, text)


@pytest.mark.parametrize(
    ("before", "outcome"), [(485, "beter"), (490, "te_klein"), (510, "te_klein"), (515, "slechter")]
)
def test_a_change_that_rounding_to_tens_can_give_says_nothing(look: Look, before: int, outcome: str) -> None:
    measured = of_region(standing(count(NOVEMBER, 500, PLACED), count(OCTOBER, before, PLACED)), PLACED)
    assert youths_tile(look, PLACED, measured).change.outcome == outcome


@pytest.mark.parametrize(("unknown", "status"), [(None, "op_koers"), (20.0, "op_koers"), (20.1, "let_op")])
def test_with_too_many_unknown_nothing_is_on_course(look: Look, unknown: float | None, status: str) -> None:
    measured = of_region(standing(count(NOVEMBER, 500, PLACED), expected={PLACED: 500}), PLACED, unknown)
    assert youths_tile(look, PLACED, measured).status == status


def test_a_total_says_how_many_regions_are_in_it_and_what_they_were_expected_to_reach(look: Look) -> None:
    total = look.standings.total(IN_VIEW)
    measured = of_country(total)
    assert measured.value == total.numerator > 0
    assert total.regions == look.standings.together.present
    assert measured.expected is not None
    assert measured.start is not None
    assert measured.start < measured.expected < (measured.target or 0)


def test_the_share_of_whom_it_is_unknown_where_they_went() -> None:
    assert unknown_share({"werk": 60, "onbekend": 20}) == 25
    assert unknown_share({"werk": 60}) == 0
    assert unknown_share({"werk": 0, "onbekend": 0}) is None
    assert unknown_share({}) is None


@pytest.mark.parametrize(
    ("share", "unknown", "status"),
    [(100, 25, "let_op"), (100, 20, "op_koers"), (90, 25, "let_op"), (50, 25, "achter"), (None, 25, "onbekend")],
)
def test_more_unknown_than_the_rule_is_never_on_course(share: float | None, unknown: float, status: str) -> None:
    assert RULES.status(share, unknown) == status
