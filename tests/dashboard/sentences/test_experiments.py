"""What the experiments say in at most three sentences: none, one and many, of the country and of a region."""

from typing import Any

import pytest

from dashboard.i18n import LANGUAGES, speaking
from dashboard.sentences.experiments import ExperimentFacts, experiment_line

FACTS: dict[str, Any] = {
    "name": "Twente",
    "takes_part": True,
    "regions": 1,
    "running": 3,
    "ended": 4,
    "further": 2,
    "learned": 1,
    "undecided": 0,
    "quiet": 0,
    "money": 0,
}
NOTHING = {"running": 0, "ended": 0, "further": 0, "learned": 0, "regions": 0}
RUNNING = "In Twente **lopen 3 experimenten**."
RUNNING_EN = "In Twente **3 experiments are running**."
ENDED = "Er zijn er 4 afgerond, **2 met een volgende stap**; gestopt met een les: 1."
ENDED_EN = "4 have ended, **2 with a next step**; stopped with a lesson: 1."
CALM = "Geen besluit is te laat en ieder logboek is bijgewerkt."
CALM_EN = "No verdict is overdue and every log is up to date."
LINES: dict[str, tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]] = {
    "many, and nothing waits": ({}, (RUNNING, ENDED, CALM), (RUNNING_EN, ENDED_EN, CALM_EN)),
    "of the country, verdicts are due": (
        {"name": None, "regions": 31, "running": 45, "undecided": 3, "quiet": 9, "money": 2},
        (
            "In 31 regio’s **lopen 45 experimenten**.",
            ENDED,
            "Bij **3 experimenten** is de checkdatum voorbij en is er nog geen besluit.",
        ),
        (
            "In 31 regions **45 experiments are running**.",
            ENDED_EN,
            "For **3 experiments** the check date has passed without a verdict.",
        ),
    ),
    "one of everything": (
        {"running": 1, "ended": 1, "further": 1, "learned": 0, "undecided": 1},
        (
            "In Twente **loopt 1 experiment**.",
            "Er is er 1 afgerond, **1 met een volgende stap**; gestopt met een les: 0.",
            "Bij **1 experiment** is de checkdatum voorbij en is er nog geen besluit.",
        ),
        (
            "In Twente **1 experiment is running**.",
            "One has ended, **1 with a next step**; stopped with a lesson: 0.",
            "For **1 experiment** the check date has passed without a verdict.",
        ),
    ),
    "none runs, a log is quiet": (
        {"running": 0, "quiet": 1},
        ("Er loopt nu **geen experiment**.", ENDED, "Bij **1 experiment** is er al een maand geen logregel."),
        (
            "**No experiment** is running now.",
            ENDED_EN,
            "For **1 experiment** there has been no log entry for a month.",
        ),
    ),
    "none ended, money ends": (
        {"ended": 0, "further": 0, "learned": 0, "money": 2},
        (RUNNING, "Bij **2 experimenten** stopt het geld binnen een half jaar."),
        (RUNNING_EN, "For **2 experiments** the money ends within half a year."),
    ),
    "none at all": (
        NOTHING,
        ("In Twente is nog **geen experiment** gemeld.",),
        ("In Twente **no experiment** has been reported yet.",),
    ),
    "not taking part": (
        {**NOTHING, "takes_part": False},
        ("Twente **doet niet mee** en heeft dus geen experimenten.",),
        ("Twente **does not take part** and so has no experiments.",),
    ),
}


@pytest.mark.parametrize("case", LINES)
def test_the_line(case: str) -> None:
    changed, dutch, english = LINES[case]
    facts = ExperimentFacts(**{**FACTS, **changed})
    for language, expected in zip(LANGUAGES, (dutch, english), strict=True):
        with speaking(language):
            assert experiment_line(facts) == expected
