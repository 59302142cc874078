"""How it ended and whether it lasts, in at most three sentences: none, few and many, of the country and of a region."""

from datetime import date
from statistics import mean
from typing import Any

import pytest

from dashboard.i18n import LANGUAGES, speaking
from dashboard.sentences.outcomes import Lasting, OutcomeFacts, outcome_line
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, words

WINTER = date(2026, 1, 1)
FACTS: dict[str, Any] = {
    "name": "Twente",
    "reference_date": date(2026, 11, 1),
    "regions": 31,
    "takes_part": True,
    "ended": 1480,
    "placed": 61.4,
    "year_ago": 58.2,
    "unknown": 13.0,
    "too_unknown": 20.0,
    "lasting": Lasting(WINTER, "82%", open=False),
}
TOO_FEW = {"placed": None, "year_ago": None, "unknown": None, "lasting": None}
KNOWN = "Van 13% is niet bekend waar zij heen gingen."
KNOWN_EN = "Of 13% it is not known where they went."
LASTED = "Na zes maanden was **82%** nog op orde (uitstroom 1e kwartaal 2026)."
LASTED_EN = "After six months **82%** were still in order (left in quarter 1 of 2026)."
LINES: dict[str, tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]] = {
    "many, of the country": (
        {"name": None},
        (
            "In 31 regio’s ging **61%** van 1.480 jongeren na het traject naar school of werk, "
            "3 punten meer dan een jaar geleden.",
            KNOWN,
            LASTED,
        ),
        (
            "In 31 regions **61%** of 1,480 young people went to school or work afterwards, "
            "3 points more than a year ago.",
            KNOWN_EN,
            LASTED_EN,
        ),
    ),
    "one region in the country, one point less": (
        {"name": None, "regions": 1, "ended": 100, "year_ago": 62.0, "lasting": None},
        (
            "In 1 regio ging **61%** van 100 jongeren na het traject naar school of werk, "
            "1 punt minder dan een jaar geleden.",
            KNOWN,
        ),
        (
            "In 1 region **61%** of 100 young people went to school or work afterwards, 1 point less than a year ago.",
            KNOWN_EN,
        ),
    ),
    "unchanged": (
        {"year_ago": 60.6, "lasting": None},
        (
            "In Twente ging **61%** van 1.480 jongeren na het traject naar school of werk, "
            "evenveel als een jaar geleden.",
            KNOWN,
        ),
        (
            "In Twente **61%** of 1,480 young people went to school or work afterwards, as many as a year ago.",
            KNOWN_EN,
        ),
    ),
    "nothing to compare with, too much unknown, provisional": (
        {"year_ago": None, "unknown": 24.0, "lasting": Lasting(WINTER, "≥ 95%", open=True)},
        (
            "In Twente ging **61%** van 1.480 jongeren na het traject naar school of werk.",
            "Van **24% is niets bekend**: te veel om dit cijfer goed te noemen.",
            "Na zes maanden is **≥ 95%** nog op orde (uitstroom 1e kwartaal 2026); dat is voorlopig.",
        ),
        (
            "In Twente **61%** of 1,480 young people went to school or work afterwards.",
            "Of **24% nothing is known**: too much to call this figure good.",
            "After six months **≥ 95%** are still in order (left in quarter 1 of 2026); that is provisional.",
        ),
    ),
    "exactly twenty percent unknown is not too much": (
        {"year_ago": None, "unknown": 20.0, "lasting": None},
        (
            "In Twente ging **61%** van 1.480 jongeren na het traject naar school of werk.",
            "Van 20% is niet bekend waar zij heen gingen.",
        ),
        (
            "In Twente **61%** of 1,480 young people went to school or work afterwards.",
            "Of 20% it is not known where they went.",
        ),
    ),
    "too few": (
        {"ended": 40, **TOO_FEW},
        ("In Twente eindigden in twaalf maanden **40 trajecten**: te weinig voor een percentage.",),
        ("In Twente **40 trajectories** ended in twelve months: too few for a percentage.",),
    ),
    "one": (
        {"ended": 1, **TOO_FEW},
        ("In Twente eindigden in twaalf maanden **minder dan 10 trajecten**: te weinig voor een percentage.",),
        ("In Twente **fewer than 10 trajectories** ended in twelve months: too few for a percentage.",),
    ),
    "none": (
        {"ended": 0, **TOO_FEW},
        ("In Twente eindigde in twaalf maanden **geen traject**.",),
        ("In Twente **no trajectory** ended in twelve months.",),
    ),
    "missing, of a region, with a group that was followed": (
        {"ended": None, **TOO_FEW, "lasting": FACTS["lasting"]},
        ("Twente heeft **geen uitkomsten** geleverd voor 1 november 2026.", LASTED),
        ("Twente has submitted **no outcomes** for 1 November 2026.", LASTED_EN),
    ),
    "missing, of the country": (
        {"name": None, "regions": 0, "ended": None, **TOO_FEW},
        ("Voor 1 november 2026 zijn er nog **geen uitkomsten**.",),
        ("For 1 November 2026 there are **no outcomes** yet.",),
    ),
    "not taking part": (
        {"takes_part": False, "ended": None, **TOO_FEW},
        ("Twente doet **niet mee** aan het programma 16-27.",),
        ("Twente does **not take part** in the 16-27 programme.",),
    ),
}


@pytest.mark.parametrize("kind", LINES)
def test_the_line_of_outcomes(kind: str) -> None:
    changed, dutch, english = LINES[kind]
    facts = OutcomeFacts(**FACTS | changed)
    assert outcome_line(facts) == dutch
    with speaking("en"):
        assert outcome_line(facts) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_sentences_are_short(language: str) -> None:
    with speaking(language):
        every = [outcome_line(OutcomeFacts(**FACTS | changed)) for changed, *_ in LINES.values()]
    lengths = [len(line.split()) for lines in every for line in lines]
    assert mean(lengths) <= 15
    assert max(len(lines) for lines in every) == 3


def test_the_pages_show_their_line(site: Site) -> None:
    (country,) = of_class(site.page("/uitkomsten"), "reading-text")
    assert words(country).startswith("In 31 regio’s ging 58% van 4.200 jongeren na het traject naar school of werk.")
    (twente,) = of_class(site.page("/regio/AM05/uitkomsten"), "reading-text")
    assert words(twente).startswith("In Twente ging 56% van 160 jongeren na het traject naar school of werk.")
