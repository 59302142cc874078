"""How many texts that may point to one young person are found, and how many harmless ones are asked about."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from warehouse.intake.person_texts import signs
from warehouse.intake.person_values import has_person_number

TEXTS = tomllib.loads((Path(__file__).parent / "texts.toml").read_text("utf-8"))
LEAST_FOUND, MOST_FALSE = 0.9, 0.1
FEWEST_TEXTS = 60


def _is_found(text: str) -> bool:
    return has_person_number(text) or next(signs(text), None) is not None


def test_texts_of_one_young_person_are_found_and_harmless_ones_left_alone() -> None:
    missed = [text for text in TEXTS["of_one"] if not _is_found(text)]
    false = [text for text in TEXTS["harmless"] if _is_found(text)]
    found, asked = 1 - len(missed) / len(TEXTS["of_one"]), len(false) / len(TEXTS["harmless"])
    print(f"recall {found:.1%} of {len(TEXTS['of_one'])}, false alarms {asked:.1%} of {len(TEXTS['harmless'])}")
    assert min(len(texts) for texts in TEXTS.values()) >= FEWEST_TEXTS
    assert found >= LEAST_FOUND, missed
    assert asked <= MOST_FALSE, false


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ("Gesproken met Kevin, 17 jaar.", "text_person", 15),
        ("Schrijf naar Zwaluwstraat 12.", "text_address", 14),
        ("Op 01-12-2026 belde 06-12345678.", "text_phone", 21),
        ("Post: info@voorbeeld.nl", "text_email", 7),
    ],
)
def test_the_first_character_is_told(text: str, kind: str, at: int) -> None:
    assert (kind, at) in set(signs(text))


@pytest.mark.parametrize("part", ["A. ", "Kevin ", "de jongen ", "Aa ", "1 ", "a@", "(17 ", "Zwaluwstraat "])
def test_a_long_text_is_judged_at_once(part: str) -> None:
    """Every pattern has an end: without one, texts such as these took minutes."""
    list(signs(part * (32_000 // len(part))))
