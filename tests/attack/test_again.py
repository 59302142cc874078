"""The same question has the same answer: asked again, by another role, after a restart, after another publication."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.attack.browser import Browser
from dashboard.attack.known import EVERYTHING
from queries.reader import Access
from tests.areas import Areas
from tests.attack.asking import REGIONS, Asked, asked_of, deliver_years, settings_of
from tests.warehouse.publish.deliveries import SEPTEMBER, deliver, publish_now, published

OWN = f"/regio/{REGIONS[0]}"
ADDRESSES = (
    *("/", "/definities", "/trajecten", "/uitkomsten", "/wijzigingen", "/geschiedenis/K01", OWN),
    *(f"{OWN}/trajecten", f"{OWN}/uitkomsten", f"{OWN}/wijzigingen", f"{OWN}/geschiedenis/F1-F2"),
    f"/regio/{REGIONS[1]}",
)
LOADED_AGAIN = "/uitkomsten"
SEES_ONE_REGION = [Access("regio", frozenset(REGIONS[:1])), Access("bureau", frozenset(REGIONS))]
TIMES = 50


@pytest.fixture
def areas(sqlite_areas: Areas) -> Areas:
    deliver_years(sqlite_areas)
    published(sqlite_areas)
    return sqlite_areas


def visit(asked: Asked, address: str, access: Access = EVERYTHING) -> list[bytes]:
    """What the callbacks answer."""
    asked.watch.access = access
    return [answer.content for answer in Browser(asked.app).visit(address)][2:]


def figures(answers: list[bytes]) -> list[Any]:
    """Of the first layout and of what changes it."""
    return [figure for answer in answers for figure in _figures(json.loads(answer)["response"])]


def _figures(tree: Any) -> Iterator[Any]:
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree if isinstance(tree, list) else ()):
        if key == "figure":
            yield value
        else:
            yield from _figures(value)


@pytest.mark.parametrize("address", ADDRESSES)
def test_asked_again(areas: Areas, address: str) -> None:
    with asked_of(settings_of(areas)) as asked:
        first = visit(asked, address)
        assert all(visit(asked, address) == first for _ in range(TIMES))


def test_asked_after_a_restart(areas: Areas) -> None:
    told = []
    for _ in range(2):
        with asked_of(settings_of(areas)) as asked:
            told.append([visit(asked, address) for address in ADDRESSES])
    assert told[0] == told[1]


@pytest.mark.parametrize("address", ADDRESSES)
def test_asked_by_another_role_that_sees_the_same(areas: Areas, address: str) -> None:
    with asked_of(settings_of(areas)) as asked:
        assert visit(asked, address, Access("bureau", None)) == visit(asked, address)


@pytest.mark.parametrize("access", SEES_ONE_REGION, ids=lambda access: access.role)
def test_asked_by_a_role_that_sees_less(areas: Areas, access: Access) -> None:
    """Of its own region it sees the same figures, the national ones beside them too."""
    with asked_of(settings_of(areas)) as asked:
        own = figures(visit(asked, OWN, access))
        assert len(own) == 8
        assert own == figures(visit(asked, OWN))


def test_what_changes_a_page_has_the_figures_of_its_first_layout(areas: Areas) -> None:
    with asked_of(settings_of(areas)) as asked:
        for address in (one for one in ADDRESSES if not one.endswith(LOADED_AGAIN)):
            shown = figures(visit(asked, address))
            assert shown[: len(shown) // 2] == shown[len(shown) // 2 :]


def test_asked_after_publishing_the_same_again(areas: Areas) -> None:
    with asked_of(settings_of(areas)) as asked:
        before = {address: visit(asked, address) for address in ADDRESSES}
        assert publish_now(areas) is None
        assert {address: visit(asked, address) for address in ADDRESSES} == before


def test_asked_after_something_else_was_published(areas: Areas) -> None:
    addresses = [f"{address}?stand=1" for address in ADDRESSES]
    with asked_of(settings_of(areas)) as asked:
        before = {address: figures(visit(asked, address)) for address in addresses}
        deliver(areas, REGIONS[1], SEPTEMBER)
        published(areas)
        assert {address: figures(visit(asked, address)) for address in addresses} == before
