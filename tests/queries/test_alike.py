"""Has this been tried? Forty ideas in other words find the experiment of the demonstration that tried them."""

from __future__ import annotations

import pytest

from queries.reader import Reader
from queries.search import alike
from tests.queries.paraphrases import PARAPHRASES

LEAST = 0.8


def test_most_ideas_find_what_tried_them_among_the_five_most_alike(
    ministry: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    missed = [code for code, idea in PARAPHRASES if code not in [one.code for one in alike(ministry, idea)]]
    share = 1 - len(missed) / len(PARAPHRASES)
    with capsys.disabled():
        print(f"\nFound among the five most alike: {share:.1%} of {len(PARAPHRASES)} paraphrases; missed: {missed}")
    assert len({code for code, _idea in PARAPHRASES}) == 40
    assert share >= LEAST


def test_no_idea_is_the_text_of_what_it_looks_for(ministry: Reader) -> None:
    for code, idea in PARAPHRASES:
        own = [one for one in alike(ministry, idea) if one.code == code]
        assert all(len(one.shared) < len(idea.split()) * 0.7 for one in own), code
