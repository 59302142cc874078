from dataclasses import replace
from datetime import timedelta

import pytest

from callbacks.parts.look import Look
from callbacks.parts.reasons import action, in_full, in_short
from dashboard.i18n import speaking
from queries.reader import Reader
from queries.region_standing import IN_VIEW
from tests.callbacks.looking import seen
from tests.queries.examples import NOVEMBER, OCTOBER, TODAY, count, delivery, milestone, standing

LATE = milestone(baseline_on=TODAY - timedelta(50))
BEHIND = standing(count(NOVEMBER, 400), expected={IN_VIEW: 500}, milestones=(LATE,))
MISSING = standing(count(OCTOBER, 500), deliveries=(delivery(NOVEMBER, came=False),), milestones=(LATE,))


@pytest.fixture
def look(ministry: Reader) -> Look:
    return seen(ministry)


def test_reasons_on_one_line_the_heaviest_first() -> None:
    assert in_short(BEHIND) == "In beeld 20% onder verwacht; stap 4: 50 dagen te laat"
    assert in_short(MISSING) == "Geen cijfers sinds 1 oktober; stap 4: 50 dagen te laat"
    with speaking("en"):
        assert "20% below" in in_short(BEHIND)


def test_reasons_in_full_name_the_step(look: Look) -> None:
    said = [in_full(look, BEHIND, concern) for concern in BEHIND.concerns]
    assert said == ["in beeld 20% onder verwacht", "bestuurlijke doorbraak 50 dagen te laat"]


def test_nobody_acts_on_what_is_late(look: Look) -> None:
    acting = action(look, BEHIND)
    assert (acting.text, acting.urgent) == ("Geen herstelactie", True)


@pytest.mark.parametrize(
    ("days", "urgent", "words"), [(9, False, "Actie loopt, klaar"), (0, False, "Actie loopt"), (-3, True, "3 dagen")]
)
def test_an_action_is_urgent_once_it_is_over_its_date(look: Look, days: int, urgent: bool, words: str) -> None:
    acts = replace(LATE, recovery_action="Wethouders uitnodigen", recovery_due_on=TODAY + timedelta(days))
    acting = action(look, standing(count(NOVEMBER, 500), milestones=(acts,)))
    assert acting.urgent == urgent
    assert words in acting.text
    assert acting.planned.startswith("Wethouders uitnodigen")


def test_a_missing_delivery_is_waited_for(look: Look) -> None:
    assert action(look, MISSING).text == "De aanlevering werd verwacht op 15 november 2026"


def test_without_a_late_milestone_there_is_nothing_to_mend(look: Look) -> None:
    on_course = standing(count(NOVEMBER, 400), expected={IN_VIEW: 500})
    assert action(look, on_course).urgent is False
