import re
from statistics import mean

import pytest

from dashboard.address import Filters
from dashboard.i18n import LANGUAGES, speaking
from dashboard.sentences.trajectories import trajectory_line
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, words
from tests.dashboard.sentences.trajectory_lines import LINES

PATHS = ["/trajecten", *(f"/regio/{code}/trajecten" for code in ("AM01", "AM05", "AM12", "AM23", "AM33", "AM35"))]


@pytest.mark.parametrize("kind", LINES)
def test_the_line_of_trajectories(kind: str) -> None:
    facts, dutch, english = LINES[kind]
    assert trajectory_line(facts) == dutch
    with speaking("en"):
        assert trajectory_line(facts) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    with speaking(language):
        every = [line for facts, *_ in LINES.values() for line in trajectory_line(facts)]
    lengths = [len(line.split()) for line in every]
    assert mean(lengths) <= 15
    assert max(lengths) <= 20


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_the_line_on_a_page_is_at_most_three_sentences(site: Site, path: str, language: str) -> None:
    [text] = of_class(site.page(path, Filters(language=language)), "reading-text")
    said = [part for part in re.split(r"(?<=\.) ", words(text)) if part.strip()]
    assert 1 <= len(said) <= 3


def test_figures_that_can_still_change_are_called_provisional(site: Site) -> None:
    for path in PATHS[:2]:
        sources = [words(one) for one in of_class(site.page(path), "card-source")]
        assert len(sources) == 6
        assert all(source.endswith("voorlopig") for source in sources)
