"""The truth table of who may see what."""

import pytest

from dashboard.access import access_of
from queries.reader import Access
from warehouse.accounts.people import Person, Rights
from warehouse.accounts.sessions import Visitor
from warehouse.schema.role_codes import ROLE_CODES

REGIONS = frozenset({"AM05", "AM22"})
SEES = {
    "lezer": frozenset(),
    "regio": REGIONS,
    "bureau": REGIONS,
    "ministerie": None,
    "beheer": frozenset(),
}


def person(role_code: str) -> Person:
    return Person(1, "a", "A", Rights(role_code, REGIONS))


def test_nobody_sees_anything() -> None:
    assert access_of(None) is None
    assert access_of(Visitor()) is None


@pytest.mark.parametrize("role_code", ROLE_CODES)
def test_each_role_sees_its_own(role_code: str) -> None:
    assert SEES.keys() == set(ROLE_CODES)
    assert access_of(Visitor(person(role_code))) == Access(role_code, SEES[role_code])


@pytest.mark.parametrize("role_code", ["", "Ministerie", "directie", "gast"])
def test_a_role_that_is_not_known_sees_nothing_at_all(role_code: str) -> None:
    assert access_of(Visitor(person(role_code))) is None


@pytest.mark.parametrize("role_code", ROLE_CODES)
def test_an_administrator_sees_what_the_other_sees_and_nobody_else_does(role_code: str) -> None:
    looked_at = person("ministerie")
    found = access_of(Visitor(person(role_code), looks_as=looked_at))
    assert found == (Access("ministerie", None) if role_code == "beheer" else Access(role_code, SEES[role_code]))
