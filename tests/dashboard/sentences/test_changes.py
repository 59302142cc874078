"""What changed, in at most three sentences: none, one and many, of the country and of one region."""

from datetime import date
from statistics import mean
from typing import Any

import pytest

from dashboard.i18n import LANGUAGES, speaking
from dashboard.sentences.changes import ChangeFacts, change_line
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, words

FACTS: dict[str, Any] = {
    "since": 3,
    "since_on": date(2026, 10, 16),
    "changes": 140,
    "regions": 33,
    "reached": 10,
    "moved": 19,
    "cancelled": 1,
    "removed": 0,
    "corrected": (),
    "named": "",
}
NOTHING = {"changes": 0, "regions": 0, "reached": 0, "moved": 0, "cancelled": 0}
ONE = {**NOTHING, "changes": 1, "regions": 1}
LINES: dict[str, tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]] = {
    "the first publication": (
        {"since": None, **NOTHING},
        ("Dit is de **eerste stand**: er is nog geen eerdere om mee te vergelijken.",),
        ("This is the **first publication**: there is no earlier one yet to compare with.",),
    ),
    "nothing": (
        NOTHING,
        ("Er is **niets veranderd** sinds publicatie 3 van 16 oktober 2026.",),
        ("**Nothing has changed** since publication 3 of 16 October 2026.",),
    ),
    "one": (
        ONE,
        ("Sinds publicatie 3 van 16 oktober 2026 is er **1 wijziging**.",),
        ("Since publication 3 of 16 October 2026 there is **1 change**.",),
    ),
    "two in one region": (
        {**ONE, "changes": 2, "removed": 1},
        (
            "Sinds publicatie 3 van 16 oktober 2026 zijn er **2 wijzigingen** in 1 regio.",
            "Van de mijlpalen: **1** verwijderd.",
        ),
        (
            "Since publication 3 of 16 October 2026 there are **2 changes** in 1 region.",
            "Of the milestones: **1** removed.",
        ),
    ),
    "many": (
        {"changes": 1337, "removed": 2, "corrected": ("Groningen",), "named": "Groningen"},
        (
            "Sinds publicatie 3 van 16 oktober 2026 zijn er **1.337 wijzigingen** in 33 regio’s.",
            "Van de mijlpalen: **10** bereikt, **19** verschoven, **1** vervallen en **2** verwijderd.",
            "Eerdere cijfers zijn **gecorrigeerd**: Groningen.",
        ),
        (
            "Since publication 3 of 16 October 2026 there are **1,337 changes** in 33 regions.",
            "Of the milestones: **10** reached, **19** moved, **1** cancelled and **2** removed.",
            "Earlier figures were **corrected**: Groningen.",
        ),
    ),
    "corrections of more than two regions": (
        {**ONE, "changes": 9, "regions": 3, "corrected": ("A", "B", "C"), "named": "A, B en nog 1"},
        (
            "Sinds publicatie 3 van 16 oktober 2026 zijn er **9 wijzigingen** in 3 regio’s.",
            "Eerdere cijfers van 3 regio’s zijn **gecorrigeerd**: A, B en nog 1.",
        ),
        (
            "Since publication 3 of 16 October 2026 there are **9 changes** in 3 regions.",
            "Earlier figures of 3 regions were **corrected**: A, B en nog 1.",
        ),
    ),
    "one region": (
        {"regions": None, "changes": 9, "reached": 1, "moved": 3, "cancelled": 0, "corrected": ("Groningen",)},
        (
            "Sinds publicatie 3 van 16 oktober 2026 zijn er **9 wijzigingen**.",
            "Van de mijlpalen: **1** bereikt en **3** verschoven.",
            "Eerder gepubliceerde cijfers zijn **gecorrigeerd**.",
        ),
        (
            "Since publication 3 of 16 October 2026 there are **9 changes**.",
            "Of the milestones: **1** reached and **3** moved.",
            "Figures published earlier were **corrected**.",
        ),
    ),
}


@pytest.mark.parametrize("kind", LINES)
def test_the_line_of_what_changed(kind: str) -> None:
    changed, dutch, english = LINES[kind]
    facts = ChangeFacts(**FACTS | changed)
    assert change_line(facts) == dutch
    with speaking("en"):
        assert change_line(facts) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_sentences_are_short(language: str) -> None:
    with speaking(language):
        every = [change_line(ChangeFacts(**FACTS | changed)) for changed, *_ in LINES.values()]
    lengths = [len(line.split()) for lines in every for line in lines]
    assert mean(lengths) <= 15
    assert max(len(lines) for lines in every) == 3


def test_the_page_shows_its_line(site: Site) -> None:
    (text,) = of_class(site.page("/wijzigingen"), "reading-text")
    assert words(text).startswith("Sinds publicatie 3 van 16 oktober 2026 zijn er 169 wijzigingen in 33 regio’s.")
