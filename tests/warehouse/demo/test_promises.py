"""Targets: promised numbers of young people that leave the country with a varied, believable state of affairs."""

from collections import Counter
from datetime import date

from warehouse.demo.calendar import LAST, later
from warehouse.demo.lives import lives
from warehouse.demo.promises import baseline_on, reached_on, targets_of


def _share(code: str, indicator: str, day: date) -> float:
    """What is reached of what the straight line from baseline to target expects on a day."""
    life = lives()[code]
    target = next(row for row in targets_of(life) if row["indicator_code"] == indicator)
    first, amount = baseline_on(life, indicator), target["amount"]
    assert isinstance(amount, int)
    start = reached_on(life, indicator, first)
    passed = (day - first) / (life.target_on - first)
    return reached_on(life, indicator, day) / (start + (amount - start) * passed)


def _delivering() -> list[str]:
    return [code for code, life in lives().items() if life.last == LAST]


def test_targets_lie_above_the_baseline_and_in_the_future() -> None:
    for life in lives().values():
        for row in targets_of(life):
            indicator, amount = str(row["indicator_code"]), row["amount"]
            assert isinstance(amount, int)
            assert amount > reached_on(life, indicator, baseline_on(life, indicator))
            assert life.target_on > LAST


def test_most_regions_are_on_course_and_a_few_are_behind() -> None:
    shares = [_share(code, "K01", LAST) for code in _delivering()]
    states = Counter("op koers" if share >= 0.95 else "let op" if share >= 0.85 else "achter" for share in shares)
    assert 21 <= states["op koers"] <= 25
    assert 5 <= states["let op"] <= 8
    assert 2 <= states["achter"] <= 3


def test_flevoland_falls_behind_in_the_last_month() -> None:
    assert 0.85 < _share("AM11", "K01", later(LAST, -1)) < 0.95
    assert _share("AM11", "K01", LAST) < 0.85


def test_a_very_small_region_promises_no_exits() -> None:
    promised = {code: {row["indicator_code"] for row in targets_of(life)} for code, life in lives().items()}
    assert [code for code, indicators in promised.items() if "K07" not in indicators] == ["AM35"]


def test_exits_are_measured_from_a_baseline_with_a_whole_year_behind_it() -> None:
    for life in lives().values():
        assert later(baseline_on(life, "K07"), -12) >= life.first
