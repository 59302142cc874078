"""With a pilot line chosen, nothing of another line is counted."""

import pytest

from callbacks.national import changes, obstacles
from dashboard.i18n import speaking
from queries.obstacles import NATIONAL_LEVEL
from queries.reader import Reader
from tests.callbacks.looking import seen
from tests.dashboard.components.rendered import words

LINES = ("TOM", "JBB", "SSV", "TGW")


@pytest.mark.parametrize("line", LINES)
def test_a_look_has_only_what_is_of_the_line(ministry: Reader, line: str) -> None:
    found = seen(ministry, pilot_line=line)
    lines = {one.pilot_line_code for one in found.experiments}
    lines |= {one.pilot_line_code for one in found.obstacles}
    lines |= {one.pilot_line_code for one in found.standings.milestones}
    assert lines == {line}


def test_the_lines_together_are_the_whole(ministry: Reader) -> None:
    whole = seen(ministry)
    parts = [seen(ministry, pilot_line=line) for line in LINES]
    assert sum(len(part.experiments) for part in parts) == len(whole.experiments)
    assert sum(len(part.obstacles) for part in parts) == len(whole.obstacles)


@pytest.mark.parametrize("line", LINES)
def test_cards_count_the_line_alone(ministry: Reader, line: str) -> None:
    found = seen(ministry, pilot_line=line)
    national = [one for one in found.obstacles if one.level_code == NATIONAL_LEVEL and one.theme_code]
    with speaking("nl"):
        told = " ".join(words(part) for part in obstacles.card(found).body)
    reports = {(one.theme_code, one.region_code) for one in national}
    assert sum(int(n) for n in _numbers_before(told, " regio")) <= len(reports)


def _numbers_before(text: str, word: str) -> list[str]:
    return [part.rsplit(" ", 1)[-1] for part in text.split(word)[:-1]]


def test_what_changed_is_of_the_line(ministry: Reader) -> None:
    previous = ministry.previous
    assert previous is not None
    for line in LINES:
        found = seen(ministry, pilot_line=line)
        stopped = [
            one
            for one in found.experiments
            if one.status == "gestopt_met_les" and one.first_publication > previous.number
        ]
        with speaking("nl"):
            told = " ".join(words(part) for part in changes.card(found).body)
        assert ("gestopt met les" in told) == bool(stopped)
