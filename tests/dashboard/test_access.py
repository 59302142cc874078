from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dashboard.access import access_of
from dashboard.settings import ROLES, WebSettings
from queries.reader import Access, Publication

NOT_OPEN = WebSettings.from_environment({})
DEMONSTRATION = WebSettings.from_environment({"TRAJECTMONITOR_DEMONSTRATION": "1"})
DAY = date(2026, 11, 1)
INVENTED = Publication(1, DAY, DAY, demonstration=True)
REAL = Publication(2, DAY, DAY, demonstration=False)


def test_nobody_comes_in_when_it_is_not_open() -> None:
    assert access_of(NOT_OPEN, lambda: [INVENTED]) is None


@pytest.mark.parametrize(("role", "regions"), [("ministerie", None), ("beheer", frozenset[str]())])
def test_the_role_it_is_open_for_sees_what_it_may(role: str, regions: frozenset[str] | None) -> None:
    assert access_of(replace(NOT_OPEN, open_as=role), lambda: [REAL]) == Access(role, regions)


def test_a_role_that_is_new_sees_no_region() -> None:
    assert access_of(replace(NOT_OPEN, open_as="gast"), lambda: [REAL]) == Access("gast", frozenset())


@pytest.mark.parametrize("published", [[], [INVENTED]])
def test_a_demonstration_is_open_while_all_is_invented(published: Sequence[Publication]) -> None:
    assert access_of(DEMONSTRATION, lambda: published) == Access("ministerie", None)


@pytest.mark.parametrize("published", [[REAL], [REAL, INVENTED], [INVENTED, REAL]])
@pytest.mark.parametrize("role", ROLES)
def test_a_demonstration_never_opens_what_is_real(role: str, published: Sequence[Publication]) -> None:
    assert access_of(replace(DEMONSTRATION, open_as=role), lambda: published) is None
