"""Whether pilots keep their plans: none, one, many, and where nothing is known."""

from dataclasses import replace
from statistics import mean
from typing import Any

import pytest

from dashboard.i18n import LANGUAGES, speaking
from dashboard.sentences.milestones import MilestoneFacts, milestone_line
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, words

COUNTRY = MilestoneFacts(
    name=None,
    takes_part=True,
    on_time=64.6,
    norm=80,
    pilots=37,
    behind=2,
    late_days=42,
    differ=6,
    aged=5,
    unknown=0,
)
SHARE = (
    "**65% van de mijlpalen is op tijd**; de norm is 80%.",
    "**65% of the milestones are on time**; the norm is 80%.",
)
LINES: dict[str, tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]] = {
    "many": (
        {},
        (
            SHARE[0],
            "2 van de 37 pilots zijn meer dan 42 dagen over datum.",
            "Bij 6 pilots wijkt het oordeel af van de berekening; 5 oordelen zijn te oud en tellen als onbekend.",
        ),
        (
            SHARE[1],
            "2 of the 37 pilots are more than 42 days overdue.",
            "For 6 pilots the judgement differs from what is computed; 5 judgements are too old and count as unknown.",
        ),
    ),
    "one of each, and one of which nothing is known": (
        {"behind": 1, "differ": 1, "aged": 1, "unknown": 1},
        (
            SHARE[0],
            "1 van de 37 pilots is meer dan 42 dagen over datum; van 1 pilot is niets nieuws bekend.",
            "Bij 1 pilot wijkt het oordeel af van de berekening; 1 oordeel is te oud en telt als onbekend.",
        ),
        (
            SHARE[1],
            "1 of the 37 pilots is more than 42 days overdue; nothing new is known of 1 pilot.",
            "For 1 pilot the judgement differs from what is computed; 1 judgement is too old and counts as unknown.",
        ),
    ),
    "nothing behind, all agree": (
        {"behind": 0, "differ": 0, "aged": 0, "on_time": 100.0},
        (
            "**100% van de mijlpalen is op tijd**; de norm is 80%.",
            "Geen van de 37 pilots is meer dan 42 dagen over datum.",
        ),
        (
            "**100% of the milestones are on time**; the norm is 80%.",
            "None of the 37 pilots is more than 42 days overdue.",
        ),
    ),
    "one pilot that is behind": (
        {"name": "Twente", "pilots": 1, "behind": 1, "differ": 0, "aged": 1},
        (
            f"In Twente: {SHARE[0]}",
            "De pilot is meer dan 42 dagen over datum.",
            "1 oordeel is te oud en telt als onbekend.",
        ),
        (
            f"In Twente: {SHARE[1]}",
            "The pilot is more than 42 days overdue.",
            "1 judgement is too old and counts as unknown.",
        ),
    ),
    "one pilot of which nothing new is known": (
        {"name": "Twente", "pilots": 1, "behind": 0, "differ": 0, "unknown": 1},
        (
            f"In Twente: {SHARE[0]}",
            "Wat daarna is bereikt, is niet bekend: er is niets nieuws aangeleverd.",
            "5 oordelen zijn te oud en tellen als onbekend.",
        ),
        (
            f"In Twente: {SHARE[1]}",
            "What was reached since is not known: nothing new was submitted.",
            "5 judgements are too old and count as unknown.",
        ),
    ),
    "one pilot in time, nothing due": (
        {"name": "Twente", "pilots": 1, "behind": 0, "differ": 0, "aged": 0, "on_time": None},
        (
            "In Twente: nog geen mijlpaal is aan de beurt.",
            "De pilot is niet meer dan 42 dagen over datum.",
        ),
        ("In Twente: no milestone is due yet.", "The pilot is not more than 42 days overdue."),
    ),
    "no pilots": (
        {"name": "Twente", "pilots": 0},
        ("In Twente: er zijn hier geen pilots.",),
        ("In Twente: there are no pilots here.",),
    ),
    "no part": (
        {"name": "Gooi en Vechtstreek", "takes_part": False},
        ("Gooi en Vechtstreek doet **niet mee** aan het programma 16-27.",),
        ("Gooi en Vechtstreek does **not take part** in the 16-27 programme.",),
    ),
}
PATHS = ["/mijlpalen", *(f"/regio/{code}/mijlpalen" for code in ("AM05", "AM12", "AM22", "AM33"))]


@pytest.mark.parametrize("kind", LINES)
def test_the_line_of_milestones(kind: str) -> None:
    changes, dutch, english = LINES[kind]
    facts = replace(COUNTRY, **changes)
    assert milestone_line(facts) == dutch
    with speaking("en"):
        assert milestone_line(facts) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    with speaking(language):
        every = [line for changes, *_ in LINES.values() for line in milestone_line(replace(COUNTRY, **changes))]
    lengths = [len(line.split()) for line in every]
    assert mean(lengths) <= 15
    assert max(lengths) <= 20


@pytest.mark.parametrize("path", PATHS)
def test_a_page_says_no_more_than_three_sentences(site: Site, path: str) -> None:
    [text] = of_class(site.page(path), "reading-text")
    assert 1 <= words(text).count(". ") + 1 <= 3
