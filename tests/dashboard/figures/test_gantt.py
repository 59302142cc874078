from datetime import date
from urllib.parse import unquote
from xml.etree.ElementTree import Element, fromstring

import pytest

from dashboard.figures import theme
from dashboard.figures.gantt import WIDTH, Scale, Strip, strip

SCALE = Scale(date(2026, 1, 1), date(2026, 12, 31), date(2026, 7, 2))
PLAN = [date(2026, 2, 1), date(2026, 5, 1), date(2026, 9, 1)]
RUNNING = Strip(PLAN, [date(2026, 5, 20)], [date(2026, 10, 1)])
RECT, PATH = ("{http://www.w3.org/2000/svg}" + name for name in ("rect", "path"))


def _drawn(row: Strip) -> Element:
    return fromstring(unquote(strip(row, SCALE).removeprefix("data:image/svg+xml,")))


def _boxes(row: Strip, fill: str) -> list[tuple[float, float]]:
    found = [one for one in _drawn(row).iter(RECT) if one.get("fill") == fill]
    return [(float(one.get("x", 0)), float(one.get("width", 0))) for one in found]


def _strokes(row: Strip, colour: str) -> list[str]:
    return [one.get("d", "") for one in _drawn(row).iter(PATH) if one.get("stroke") == colour]


def test_a_place_is_a_part_of_the_whole_calendar() -> None:
    assert (SCALE.place(SCALE.first), SCALE.place(SCALE.today), SCALE.place(SCALE.last)) == (0, 50, 100)


def test_what_is_running_is_filled_until_today_and_outlined_from_there() -> None:
    [(start, width)] = _boxes(RUNNING, theme.MESSAGE)
    assert start + width == WIDTH / 2
    [(expected, room)] = _boxes(RUNNING, theme.WHITE)
    assert expected == WIDTH / 2
    assert expected + room == pytest.approx(WIDTH * 0.75, abs=1)


def test_what_is_over_is_paler_and_ends_where_it_was_reached() -> None:
    over = Strip(PLAN, [date(2026, 5, 1), date(2026, 6, 1)])
    assert _boxes(over, theme.MESSAGE) == _boxes(over, theme.WHITE) == []
    assert len(list(_drawn(over).iter(RECT))) == 1


def test_the_plan_has_a_tick_for_each_step_and_stays_where_it_was() -> None:
    assert len(_strokes(RUNNING, theme.QUIET_TEXT)) == len(PLAN)
    later = Strip(PLAN, RUNNING.reached, [date(2026, 12, 1)])
    assert _strokes(later, theme.QUIET_TEXT) == _strokes(RUNNING, theme.QUIET_TEXT)


@pytest.mark.parametrize(("status", "colour"), [("achter", theme.LATE), ("let_op", theme.SIGNAL)])
def test_what_is_overdue_is_marked_on_the_plan_until_today(status: str, colour: str) -> None:
    late = Strip(PLAN, [], [date(2026, 10, 1)], PLAN[1], status)
    [stroke] = _strokes(late, colour)
    assert stroke.endswith(f"L{WIDTH // 2},6")


def test_an_expectation_in_the_past_takes_no_room_before_today() -> None:
    [(start, width)] = _boxes(Strip(PLAN, [], [date(2026, 6, 1)]), theme.WHITE)
    assert (start, width) == (WIDTH / 2, 1)


def test_where_nothing_is_known_there_is_a_hatch_and_no_expectation() -> None:
    unknown = Strip(PLAN, [], [date(2026, 10, 1)], unknown=True)
    assert len(_boxes(unknown, "url(#h)")) == 1
    assert _boxes(unknown, theme.MESSAGE) == []


def test_a_step_that_has_not_begun_has_only_an_outline() -> None:
    coming = Strip(PLAN[1:], [], [date(2026, 10, 1)], begins_on=date(2026, 9, 1))
    assert _boxes(coming, theme.MESSAGE) == []
    [(start, _width)] = _boxes(coming, theme.WHITE)
    assert start > WIDTH / 2


def test_an_estimate_is_a_line_of_its_own() -> None:
    told = Strip(PLAN, [], [date(2026, 10, 1)], estimate=(date(2026, 9, 1), date(2026, 9, 1)))
    assert len(_strokes(told, theme.EVENT)) == 1
    assert _strokes(RUNNING, theme.EVENT) == []
