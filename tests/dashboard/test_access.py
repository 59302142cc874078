from dataclasses import replace

import pytest

from dashboard.access import access_of
from dashboard.settings import ROLES, Settings
from queries.reader import Access

NOT_OPEN = Settings.from_environment({})


def test_nobody_comes_in_when_it_is_not_open() -> None:
    assert access_of(NOT_OPEN) is None


@pytest.mark.parametrize("role", ROLES)
def test_a_role_sees_every_region_or_none(role: str) -> None:
    """Until there is sign-in, a role that belongs to regions has no region."""
    regions = None if role in ("ministerie", "beheer") else frozenset[str]()
    assert access_of(replace(NOT_OPEN, open_as=role)) == Access(role, regions)


def test_a_role_that_is_new_sees_no_region() -> None:
    assert access_of(replace(NOT_OPEN, open_as="gast")) == Access("gast", frozenset())
