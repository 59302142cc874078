"""Values that tell of one person: numbers, birth days, telephone numbers, addresses, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from warehouse.intake.dates import read_date
from warehouse.intake.masked import EMAIL
from warehouse.intake.person_signs import BETWEEN_NAMES
from warehouse.reference import plain, rows

# From the oldest of the target group, with room, to the youngest that a workbook of the coming years can hold.
BIRTH_YEARS = range(1990, 2017)
FEWEST_BIRTH_DATES = 3
FEWEST_NAMES = 3
SHARE_OF_NAMES = 0.3
LONGEST_CONTACT = 60

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
NINE_DIGITS = re.compile(r"(?<![\d.,])\d(?:[ ./-]?\d){8}(?![\d.,]*\d)")
_WRITTEN_NUMBER = re.compile(r"(\d+)[.,]0+")
DAY = re.compile(r"(?<!\d)(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}|(?:19|20)\d{2}-\d{1,2}-\d{1,2})(?!\d)")
_SHORT_DAY = re.compile(r"(\d{1,2}[-/.]\d{1,2}[-/.])'?(\d{2})")
_DAY_IN_DIGITS = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_EMAIL_ADDRESSES = re.compile(rf"(?:mailto:|[\w .,'’-]*<)?{EMAIL.pattern}>?(?:[;, ]+<?{EMAIL.pattern}>?)*")
PHONE = re.compile(
    r"(?<![\d.,])(?:(?:\+|00)31[ .()/-]{0,3}(?:\(?0\)?[ .-]?)?|\(?0)[1-9](?:[ .()/-]{0,3}\d){8}(?![ .-]?\d)"
)
_MOBILE = re.compile(r"(?:31)?6\d{8}")
_SAID_TO_BE_PHONE = re.compile(r"(?:tel|mob|gsm|telefoon|mobiel|t|m)?[.: ]*")
POSTCODE = re.compile(r"\b(?!20[12]\d )[1-9]\d{3} ?[A-Z]{2}\b")
_WAYS = "straat laan weg plein hof dijk kade gracht singel steeg pad dreef plantsoen brink".split()  # noqa: SIM905
_WAY = rf"[A-Z][\w'’.-]{{0,30}}?(?:{'|'.join(_WAYS)})|{'|'.join(_WAYS).title()}"
STREET = re.compile(rf"\b(?:{_WAY})\s\d{{1,4}} ?[a-zA-Z]?\b(?![-+])")
_SURNAME = rf"(?:{BETWEEN_NAMES} ){{0,3}}[A-ZÀ-Ý][\w'’-]+"
_INITIALS = r"[A-Z]\.(?: ?[A-Z]\.){0,4}"
_SURNAME_WITH_INITIALS = re.compile(rf"{_INITIALS},? {_SURNAME}|{_SURNAME},(?: {BETWEEN_NAMES}){{0,3}} {_INITIALS}.*")
_WORD = re.compile(r"[^\W\d_]+")


def kinds(values: Sequence[object]) -> Iterator[str]:
    """What the values of a column that no workbook of ours has tell of persons."""
    texts = [" ".join(value.split()) for value in values if isinstance(value, str)]
    if any(map(_is_contact, texts)) or any(map(is_mobile, values)):
        yield "person_contact"
    if any(map(_is_address, texts)):
        yield "person_address"
    if sum(map(_is_birth_day, values)) >= FEWEST_BIRTH_DATES:
        yield "person_birth_date"
    names = sum(map(is_full_name, texts))
    if names >= FEWEST_NAMES and names >= len(texts) * SHARE_OF_NAMES:
        yield "person_name"


def is_person_number(value: object) -> bool:
    """The whole cell is a number that passes the eleven-test, also when a first zero was dropped."""
    digits = _digits(value)
    if not digits.isdecimal() or len(digits) not in (8, 9) or _day_in_digits(digits):
        return False
    return passes_eleven_test(digits.zfill(9))


def _digits(value: object) -> str:
    """The digits of a number, also of one written as `111.222.333` or `111222333.0`; else something that is not."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return ""
    text = " ".join(str(value).split())
    if written := _WRITTEN_NUMBER.fullmatch(text):
        return written[1]
    return re.sub(r"\D", "", text) if NINE_DIGITS.fullmatch(text) else text


def has_person_number(text: str) -> bool:
    """Somewhere in the text; days are no such numbers."""
    spaced = DAY.sub("|", " ".join(text.split()))
    found = (re.sub(r"\D", "", match.group()) for match in NINE_DIGITS.finditer(spaced))
    return any(passes_eleven_test(digits) for digits in found)


def passes_eleven_test(digits: str) -> bool:
    """The check that every burgerservicenummer passes. One in eleven other numbers does so too."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def is_mobile(value: object) -> bool:
    """A mobile number of which Excel dropped the first zero, or the zeros before the code of the country."""
    return _MOBILE.fullmatch(_digits(value)) is not None


def _is_contact(text: str) -> bool:
    if len(text) > LONGEST_CONTACT:
        return False
    phone = PHONE.search(text)
    is_phone = phone is not None and _SAID_TO_BE_PHONE.fullmatch(text[: phone.start()].casefold()) is not None
    return is_phone or _EMAIL_ADDRESSES.fullmatch(text) is not None


def _is_address(text: str) -> bool:
    found = POSTCODE.match(text.upper()) or STREET.search(text)
    return found is not None and len(text) <= LONGEST_CONTACT


def _is_birth_day(value: object) -> bool:
    found = _day(value)
    return found is not None and found.year in BIRTH_YEARS


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return read_date(value)
    text = " ".join(str(value).split()).removesuffix(".0")
    if short := _SHORT_DAY.fullmatch(text):
        century = "19" if int(short[2]) >= BIRTH_YEARS[0] % 100 else "20"
        return read_date(f"{short[1]}{century}{short[2]}")
    return read_date(text) or _day_in_digits(text)


def _day_in_digits(text: str) -> date | None:
    parts = _DAY_IN_DIGITS.fullmatch(text)
    return read_date("-".join(parts.groups())) if parts else None


@cache
def _first_names() -> frozenset[str]:
    return frozenset(plain(row["name"]) for row in rows("first_name"))


@lru_cache(maxsize=10_000)
def is_first_name(word: str) -> bool:
    """One of the common first names in the Netherlands, whatever its case, or two of them with a hyphen."""
    return plain(word) in _first_names() or all(plain(part) in _first_names() for part in word.split("-"))


def is_full_name(text: str) -> bool:
    """The whole text is the name of a person: `Kevin`, `Kevin de Vries`, `Vries, Kevin de`, `K. de Vries`."""
    words = _WORD.findall(text)
    if not words or len(text) > LONGEST_CONTACT or any(character.isdecimal() for character in text):
        return False
    if _SURNAME_WITH_INITIALS.fullmatch(text):
        return True
    given = text.partition(",")[2].split() or words
    return is_first_name(given[0]) and len(words) <= 6 and not re.search(r"[.;:!?&/]", text)
