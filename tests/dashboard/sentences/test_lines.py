import re
from itertools import product
from statistics import mean

import pytest

from dashboard.address import Filters
from dashboard.i18n import LANGUAGES, speaking
from dashboard.sentences.change import since_month
from dashboard.sentences.national import national_line
from dashboard.sentences.region import region_line
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, words
from tests.dashboard.sentences.lines import NATIONAL_LINES, REGION_LINES, national
from warehouse.reference import rows

MOST_WORDS_ON_AVERAGE = 15
STATUSES = ("op_koers", "let_op", "achter", "onbekend")
REGIONS = [row["code"] for row in rows("region") if row["division_code"] == "arbeidsmarktregio"]


@pytest.mark.parametrize("kind", NATIONAL_LINES)
def test_the_national_line(kind: str) -> None:
    facts, dutch, english = NATIONAL_LINES[kind]
    assert national_line(facts) == dutch
    with speaking("en"):
        assert national_line(facts) == english


@pytest.mark.parametrize("kind", REGION_LINES)
def test_the_line_of_a_region(kind: str) -> None:
    facts, dutch, english = REGION_LINES[kind]
    assert region_line(facts) == dutch
    with speaking("en"):
        assert region_line(facts) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_statuses_has_a_sentence_of_its_own(language: str) -> None:
    with speaking(language):
        said = {
            national_line(national(in_view_status=one, in_trajectory_status=other))[1]
            for one, other in product(STATUSES, STATUSES)
        }
    assert len(said) == 16
    assert all(line.endswith(".") and line.count("**") in (2, 4) for line in said)


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (6, "6 meer dan een maand geleden"),
        (5, "bijna evenveel als een maand geleden"),
        (-5, "bijna evenveel als een maand geleden"),
        (-1250, "1.250 minder dan een maand geleden"),
        (0, "evenveel als een maand geleden"),
        (None, "er is nog geen maand om mee te vergelijken"),
    ],
)
def test_a_difference_in_words(difference: int | None, said: str) -> None:
    assert since_month(difference, noise=5) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    with speaking(language):
        every = [line for facts, *_ in NATIONAL_LINES.values() for line in national_line(facts)]
        every += [line for facts, *_ in REGION_LINES.values() for line in region_line(facts)]
    lengths = [len(line.split()) for line in every]
    assert mean(lengths) <= MOST_WORDS_ON_AVERAGE
    assert max(lengths) <= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_on_the_pages_are_at_most_three_short_sentences(site: Site, language: str) -> None:
    lengths = []
    for path in ["/", *(f"/regio/{code}" for code in REGIONS)]:
        [text] = of_class(site.page(path, Filters(language=language)), "reading-text")
        said = [part for part in re.split(r"(?<=\.) ", words(text)) if part.strip()]
        assert 1 <= len(said) <= 3, path
        lengths += [len(part.split()) for part in said]
    assert mean(lengths) <= MOST_WORDS_ON_AVERAGE
