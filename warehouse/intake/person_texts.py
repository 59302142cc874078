"""Texts that may point to one young person: by what, and from which character on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from warehouse.intake import person_signs
from warehouse.intake.masked import EMAIL
from warehouse.intake.person_values import DAY, PHONE, POSTCODE, STREET, is_first_name, is_full_name
from warehouse.reference import plain, rows

NEAR = 80
GROUPS = ("jongeren", "leerlingen", "deelnemers")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

Find = Callable[[str], int | None]


def signs(text: str) -> Iterator[tuple[str, int]]:
    """Kinds of sign with the first place of each, counted in characters from 1 on."""
    for kind, find in _FINDERS:
        position = find(text)
        if position is not None:
            yield kind, position + 1


def _first(*patterns: re.Pattern[str]) -> Find:
    def find(text: str) -> int | None:
        return min((found.start() for pattern in patterns if (found := pattern.search(text))), default=None)

    return find


def _blank(match: re.Match[str]) -> str:
    """As long as what it replaces, so that places stay what they are."""
    return "·" * len(match.group())


def _phone(text: str) -> int | None:
    return _first(PHONE)(DAY.sub(_blank, text))


def _person(text: str) -> int | None:
    quiet = person_signs.OF_A_GROUP.sub(_blank, text)
    found = (_first(*person_signs.SIGNS)(quiet), _aged_name(quiet), _known_name(quiet), _bare_name(text))
    return min((place for place in found if place is not None), default=None)


def _bare_name(text: str) -> int | None:
    return 0 if not text.isupper() and is_full_name(" ".join(text.split())) else None


def _aged_name(text: str) -> int | None:
    """Unless it is a place with its number, or a group."""
    for found in person_signs.NAMED_AND_AGED.finditer(text):
        named = found["named"] or found["named_midway"]
        if not any(_is_ordinary(word) for word in _WORD.findall(named)[-1:]):
            return found.start()
    return None


def _is_ordinary(word: str) -> bool:
    return plain(word) in _place_names() or plain(word).endswith(GROUPS)


@cache
def _place_names() -> frozenset[str]:
    """Each word of the name of a municipality or a region."""
    lists = ("municipality", "region")
    return frozenset(plain(word) for name in lists for row in rows(name) for word in _WORD.findall(row["name"]))


def _known_name(text: str) -> int | None:
    """A first name that is not part of the name of an organisation, with something that is said of that person."""
    is_shouted, is_about = text.isupper() and " " in text, person_signs.ABOUT_A_NAME.search(text) is not None
    for word in _WORD.finditer(text):
        if not is_first_name(word.group()) or _is_of_organisation(text, word):
            continue
        rest = text[word.end() : word.end() + NEAR]
        is_written_as_name = word.group().istitle() or (word.group().isupper() and is_shouted) or "-" in word.group()
        if person_signs.AGE_NEXT.match(rest) or (
            is_written_as_name and (is_about or person_signs.SPOKEN_OF.match(rest))
        ):
            return word.start()
    return None


def _is_of_organisation(text: str, word: re.Match[str]) -> bool:
    before, after = text[max(word.start() - NEAR, 0) : word.start()], text[word.end() : word.end() + NEAR]
    return bool(person_signs.ORGANISATION_BEFORE.search(before) or person_signs.ORGANISATION_AFTER.match(after))


_FINDERS: tuple[tuple[str, Find], ...] = (
    ("text_email", _first(EMAIL)),
    ("text_phone", _phone),
    ("text_address", _first(STREET, POSTCODE)),
    ("text_person", _person),
)
