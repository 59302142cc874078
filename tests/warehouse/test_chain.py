"""A chain shows what was changed, taken out or swapped, also when whoever did it wrote new hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from warehouse.chain import START, Break, breaks, canonical, link, linked

Links = list[dict[str, Any]]


def chained(*notes: str) -> Links:
    links: Links = []
    for number, note in enumerate(notes, 1):
        links.append(linked(links[-1]["hash"] if links else START, {"number": number, "note": note}))
    return links


@pytest.fixture
def links() -> Links:
    return chained("a", "b", "c", "d")


def test_a_whole_chain_has_no_breaks(links: Links) -> None:
    assert list(breaks(links)) == []
    assert list(breaks([])) == []


def test_anyone_can_recompute_a_link() -> None:
    content = {"number": 1, "note": "één", "day": date(2026, 11, 1), "at": datetime.fromisoformat("2026-11-01T09:30")}
    text = r'{"at":"2026-11-01T09:30:00","day":"2026-11-01","note":"\u00e9\u00e9n","number":1}'
    assert canonical(content) == text.encode()
    assert link(START, content) == hashlib.sha256(("0" * 64 + text).encode()).hexdigest()


def test_an_empty_column_that_is_added_later_changes_no_hash() -> None:
    assert canonical({"number": 1, "reason": None}) == canonical({"number": 1})
    assert canonical({"number": 1, "reason": ""}) != canonical({"number": 1})


def test_what_has_no_fixed_writing_is_not_hashed() -> None:
    with pytest.raises(TypeError, match="Decimal"):
        canonical({"amount": Decimal(1)})


def _altered(links: Links) -> None:
    links[1]["note"] = "x"


def _altered_with_its_hash(links: Links) -> None:
    links[1]["note"] = "x"
    links[1].update(linked(links[0]["hash"], {"number": 2, "note": "x"}))


def _taken_out(links: Links) -> None:
    del links[1]


def _taken_out_and_renumbered(links: Links) -> None:
    del links[1]
    for number, row in enumerate(links, 1):
        row["number"] = number


def _swapped(links: Links) -> None:
    links[1]["number"], links[2]["number"] = 3, 2
    links.sort(key=lambda row: row["number"])


def _first_gone(links: Links) -> None:
    del links[0]


@pytest.mark.parametrize(
    ("tamper", "told"),
    [
        (_altered, [Break(2, "changed")]),
        (_altered_with_its_hash, [Break(3, "loose", {"before": 2})]),
        (_taken_out, [Break(3, "gap", {"first": 2, "last": 2})]),
        (
            _taken_out_and_renumbered,
            [Break(2, "loose", {"before": 1}), Break(2, "changed"), Break(3, "changed")],
        ),
        (
            _swapped,
            [
                Break(2, "loose", {"before": 1}),
                Break(2, "changed"),
                Break(3, "loose", {"before": 2}),
                Break(3, "changed"),
                Break(4, "loose", {"before": 3}),
            ],
        ),
        (_first_gone, [Break(2, "gap", {"first": 1, "last": 1})]),
    ],
)
def test_what_was_done_to_a_chain_shows(tamper: Callable[[Links], None], told: list[Break], links: Links) -> None:
    tamper(links)
    assert list(breaks(links)) == told


def test_an_end_that_was_cut_off_shows_in_no_chain_by_itself(links: Links) -> None:
    assert list(breaks(links[:2])) == []
