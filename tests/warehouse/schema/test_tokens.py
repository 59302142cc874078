"""The words and pieces by which a text is found, and how near one word is to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.schema.nearness import MISTYPED, PART, SAME, nearness
from warehouse.schema.tokens import LONGEST_WORD, MARK, pieces, swapped, tokens, words, words_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Koffie op het plein", ["koffie", "plein"]),
        ("CAFÉ Één-op-ÉÉN, zó", ["cafe"]),
        ("één", ["een"]),
        ("foto's van 18-", ["foto", "18"]),
        ("koffie Koffie KOFFIE", ["koffie"]),
        ("Súdwest-Fryslân", ["sudwest", "fryslan"]),
        ("🎉 “quotes” AND (NOT near/3) \x00 * : ^ '", ["quotes", "and", "not", "near", "3"]),
        ("", []),
    ],
)
def test_words_are_folded_and_told_once(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_pieces_overlap_and_know_where_a_word_begins_and_ends() -> None:
    assert pieces("huis") == ["~_hu", "~hui", "~uis", "~is_"]
    assert pieces("mbo") == []


def test_the_words_of_a_row_stand_before_its_pieces() -> None:
    line = tokens(["Huis", None, "en hof"])
    assert line == "huis hof ~_hu ~hui ~uis ~is_"
    assert words_of(line) == ["huis", "hof"]


@given(st.text(max_size=300))
def test_whatever_is_typed_gives_tokens_that_no_database_takes_for_an_operator(text: str) -> None:
    for token in tokens([text]).split():
        bare = token.removeprefix(MARK).strip("_")
        assert bare.isalnum() or bare == ""
        assert len(token) <= LONGEST_WORD


@pytest.mark.parametrize(
    ("asked", "word", "near"),
    [
        ("koffie", "koffie", SAME),
        ("koffie", "koffiekar", PART),
        ("coach", "buurtsportcoach", PART),
        ("kofie", "koffie", MISTYPED),
        ("kapepr", "kapper", MISTYPED),
        ("hiusbezoke", "huisbezoek", MISTYPED),
        ("bus", "bos", 0.0),
        ("plein", "school", 0.0),
        ("stgae", "straat", 0.0),
    ],
)
def test_how_near_a_word_is(asked: str, word: str, near: float) -> None:
    assert nearness(asked, word) == near


def test_neighbours_are_exchanged_in_every_way() -> None:
    assert swapped("huis") == ["uhis", "hius", "husi"]
    assert swapped("mbo") == []
