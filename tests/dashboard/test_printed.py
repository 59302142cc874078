import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import printed
from dashboard.i18n import speaking

FIVES = st.integers(0, 20_000).map(lambda fives: 5 * fives)


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (0, "0", "0"),
        (1, "< 10", "< 10"),
        (5, "< 10", "< 10"),
        (9, "< 10", "< 10"),
        (10, "10", "10"),
        (1235, "1.235", "1,235"),
        (16985, "16.985", "16,985"),
    ],
)
def test_counts(value: int, dutch: str, english: str) -> None:
    assert printed.count(value) == dutch
    with speaking("en"):
        assert printed.count(value) == english


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (0, "0 jongeren", "0 young people"),
        (5, "minder dan 10 jongeren", "fewer than 10 young people"),
        (1235, "1.235 jongeren", "1,235 young people"),
    ],
)
def test_young_people(value: int, dutch: str, english: str) -> None:
    assert printed.youths(value) == dutch
    with speaking("en"):
        assert printed.youths(value) == english


@given(FIVES)
def test_a_count_under_ten_is_never_spelled_out(value: int) -> None:
    assert (printed.count(value) == "< 10") == (value == 5)


@given(FIVES, FIVES)
def test_a_share_needs_fifty_young_people(numerator: int, denominator: int) -> None:
    share = printed.share_of(numerator, denominator)
    assert (share is None) == (denominator < 50)
    assert (printed.percentage(share) is None) == (denominator < 50)


@given(st.data())
def test_a_percentage_is_whole_and_stays_within_its_ends(data: st.DataObject) -> None:
    denominator = data.draw(st.integers(50, 30_000))
    numerator = data.draw(st.integers(0, denominator))
    text = printed.percentage(printed.share_of(numerator, denominator)) or ""
    whole = round(100 * numerator / denominator)
    if whole <= 5:
        assert text == "≤ 5%"
    elif whole >= 95:
        assert text == "≥ 95%"
    else:
        assert abs(int(text.removesuffix("%")) - 100 * numerator / denominator) <= 0.5


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "≤ 5%"), (5.0, "≤ 5%"), (5.6, "6%"), (94.4, "94%"), (95.0, "≥ 95%"), (100.0, "≥ 95%")]
)
def test_the_ends_of_percentages(share: float, text: str) -> None:
    assert printed.percentage(share) == text


def test_a_percentage_that_is_not_there_is_not_printed() -> None:
    assert printed.percentage(None) is None


@pytest.mark.parametrize(
    ("difference", "dutch", "english"),
    [
        (-3.4, "−3 punt", "−3 points"),
        (1, "+1 punt", "+1 point"),
        (2, "+2 punt", "+2 points"),
        (0, "0 punt", "0 points"),
    ],
)
def test_points(difference: float, dutch: str, english: str) -> None:
    assert printed.points(difference) == dutch
    with speaking("en"):
        assert printed.points(difference) == english
