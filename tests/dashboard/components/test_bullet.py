import re

from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.bullet import Bullet, Mark, bullet, columns, positions
from tests.dashboard.components.examples import BULLET
from tests.dashboard.components.rendered import nodes, of_class, words

amounts = st.none() | st.floats(-1e6, 1e6)
MOST = re.compile(r"minmax\(max-content,([\d.]+)%\)")


def mark(value: float | None) -> Mark | None:
    return None if value is None else Mark(value, str(value))


@given(amounts, amounts, amounts, amounts, st.none() | st.floats(0, 1e6))
def test_every_mark_stands_on_the_line(
    now: float | None, start: float | None, expected: float | None, target: float | None, end: float | None
) -> None:
    shown = Bullet(mark(now), mark(start), mark(expected), mark(target), end)
    assert all(0 <= place <= 100 for place in positions(shown).values())


def test_places_are_shares_of_the_greatest_value() -> None:
    falling = Bullet(now=Mark(20, "20"), start=Mark(40, "40"), target=Mark(10, "10"))
    assert positions(falling) == {"start": 100, "now": 50, "target": 25}
    assert positions(Bullet(now=Mark(66, "66%"), end=100)) == {"now": 66}


@given(st.lists(st.floats(0, 100), min_size=1, max_size=3).map(sorted))
def test_columns_of_labels_end_at_their_ticks_and_fill_one_line(places: list[float]) -> None:
    widths = [float(width) for width in MOST.findall(columns(places))]
    assert len(widths) == len(places)
    assert sum(widths) <= 100.02
    assert abs(sum(widths) - places[-1]) < 0.02
    assert columns(places).endswith(" minmax(0,1fr)")


def test_labels_stand_in_order_of_place_each_in_a_column_of_its_own() -> None:
    falling = Bullet(now=Mark(20, "20"), start=Mark(40, "40"), target=Mark(10, "10"))
    below = of_class(bullet(falling), "is-below")[0]
    assert [words(label) for label in below["props"]["children"]] == ["doel 10", "start 40"]
    assert len(MOST.findall(below["props"]["style"]["gridTemplateColumns"])) == 2


def test_listeners_hear_all_four_in_order() -> None:
    shown = next(nodes(bullet(BULLET)))["props"]
    assert shown["role"] == "img"
    assert shown["aria-label"] == "start 10.805, nu 17.085, verwacht nu 17.615, doel 18.235"


def test_a_word_of_its_own_replaces_the_usual_one() -> None:
    shown = bullet(Bullet(now=Mark(66, "66%"), expected=Mark(80, "80%", word="norm")))
    assert words(shown) == "norm 80%"
