"""Every kind of reading line of a history, and what it must say in both languages."""

from dataclasses import replace
from datetime import date
from statistics import mean
from typing import Any

import pytest

from dashboard.i18n import LANGUAGES, speaking
from dashboard.sentences.history import HistoryFacts, history_line

FIRST, LAST = date(2026, 8, 20), date(2026, 11, 18)
MOVED = "van 765 naar **745**"
FIGURE = HistoryFacts("‘In beeld’ in Twente op 1 juli", 1, FIRST, now="745 van 1.105")
CHANGED = replace(FIGURE, number=4, published_on=LAST, changes=1, moved=MOVED)
STEP = HistoryFacts("De stap ‘Uitvoering’", 1, FIRST)
PLAN = "plan van 30 september 2026 naar **4 december 2026**"
Lines = tuple[str, ...]

SAME_NL = "‘In beeld’ in Twente op 1 juli is **niet gewijzigd**: 745 van 1.105 sinds publicatie 1 van 20 augustus 2026."
SAME_EN = "‘In beeld’ in Twente op 1 juli has **not changed**: 745 van 1.105 since publication 1 of 20 August 2026."
THEN_NL, THEN_EN = "Dat was in publicatie 4 van 18 november 2026.", "That was in publication 4 of 18 November 2026."
LAST_NL = "Het laatst in publicatie 4 van 18 november 2026: van 765 naar **745**."
LAST_EN = "Most recently in publication 4 of 18 November 2026: van 765 naar **745**."


def changed(**changes: Any) -> HistoryFacts:
    return replace(CHANGED, **changes)


LINES: dict[str, tuple[HistoryFacts, Lines, Lines]] = {
    "never stood": (
        changed(stood=False, changes=0),
        ("‘In beeld’ in Twente op 1 juli staat in **geen publicatie** tot en met nummer 4.",),
        ("‘In beeld’ in Twente op 1 juli stands in **no publication** up to number 4.",),
    ),
    "never changed": (FIGURE, (SAME_NL,), (SAME_EN,)),
    "corrected once": (
        changed(corrected=True),
        ("‘In beeld’ in Twente op 1 juli is **één keer gecorrigeerd**: van 765 naar **745**.", THEN_NL),
        ("‘In beeld’ in Twente op 1 juli was **corrected once**: van 765 naar **745**.", THEN_EN),
    ),
    "corrected many times": (
        changed(corrected=True, changes=3),
        ("‘In beeld’ in Twente op 1 juli is **3 keer gecorrigeerd**.", LAST_NL),
        ("‘In beeld’ in Twente op 1 juli was **corrected 3 times**.", LAST_EN),
    ),
    "changed once, without a reason": (
        CHANGED,
        ("‘In beeld’ in Twente op 1 juli is **één keer gewijzigd**: van 765 naar **745**.", THEN_NL),
        ("‘In beeld’ in Twente op 1 juli was **changed once**: van 765 naar **745**.", THEN_EN),
    ),
    "withdrawn": (
        changed(withdrawn=True, now="", moved="er stond 745"),
        ("‘In beeld’ in Twente op 1 juli is **ingetrokken**: er stond 745.", THEN_NL),
        ("‘In beeld’ in Twente op 1 juli was **withdrawn**: er stond 745.", THEN_EN),
    ),
    "changed, and withdrawn after that": (
        changed(withdrawn=True, changes=2, now=""),
        ("‘In beeld’ in Twente op 1 juli is 2 keer gewijzigd en nu **ingetrokken**.", LAST_NL),
        ("‘In beeld’ in Twente op 1 juli was changed 2 times and is now **withdrawn**.", LAST_EN),
    ),
    "the country, nothing changed": (
        replace(FIGURE, regions=33),
        (SAME_NL, "Het is de som van 33 regio’s."),
        (SAME_EN, "It is the sum of 33 regions."),
    ),
    "the country, many regions changed": (
        changed(changes=2, regions=33, changed=("Groningen", "Twente", "Zeeland", "Drenthe")),
        (
            "‘In beeld’ in Twente op 1 juli is **2 keer gewijzigd**.",
            LAST_NL,
            "Het is de som van 33 regio’s; veranderd: Groningen, Twente en nog 2.",
        ),
        (
            "‘In beeld’ in Twente op 1 juli was **changed 2 times**.",
            LAST_EN,
            "It is the sum of 33 regions; changed: Groningen, Twente and 2 more.",
        ),
    ),
    "the country, one region": (
        changed(regions=1, changed=("Groningen",)),
        (
            "‘In beeld’ in Twente op 1 juli is **één keer gewijzigd**: van 765 naar **745**.",
            THEN_NL,
            "Het cijfer komt uit 1 regio: Groningen.",
        ),
        (
            "‘In beeld’ in Twente op 1 juli was **changed once**: van 765 naar **745**.",
            THEN_EN,
            "The figure comes from 1 region: Groningen.",
        ),
    ),
    "a milestone that never changed": (
        STEP,
        ("De stap ‘Uitvoering’ is **niet gewijzigd** sinds publicatie 1 van 20 augustus 2026.",),
        ("De stap ‘Uitvoering’ has **not changed** since publication 1 of 20 August 2026.",),
    ),
    "a milestone that moved once": (
        changed(subject=STEP.subject, now="", moved=PLAN),
        (
            "De stap ‘Uitvoering’ is **één keer gewijzigd**: plan van 30 september 2026 naar **4 december 2026**.",
            THEN_NL,
        ),
        (
            "De stap ‘Uitvoering’ was **changed once**: plan van 30 september 2026 naar **4 december 2026**.",
            THEN_EN,
        ),
    ),
}


@pytest.mark.parametrize("kind", LINES)
def test_the_line_of_a_history(kind: str) -> None:
    facts, dutch, english = LINES[kind]
    assert history_line(facts) == dutch
    with speaking("en"):
        assert history_line(facts) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    with speaking(language):
        lengths = [len(line.split()) for facts, *_ in LINES.values() for line in history_line(facts)]
    assert mean(lengths) <= 15
    assert max(lengths) <= 20
