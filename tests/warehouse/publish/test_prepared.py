"""What was shown is what is written: nothing is locked while somebody thinks, and nothing is written that changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.areas import Areas
from tests.warehouse.publish.deliveries import (
    AUGUST,
    SEPTEMBER,
    SIGNED,
    approve,
    deliver,
    prepared,
    publish_now,
    published,
    restored,
)
from tests.warehouse.publish.shown import entries, everything
from tests.warehouse.publish.test_elsewhere import load_school_leavers
from warehouse.publish.prepared import OvertakenError, Prepared, PublishResult, write


@pytest.fixture
def delivered(areas: Areas) -> Areas:
    deliver(areas, "AM01", AUGUST)
    published(areas)
    deliver(areas, "AM01", SEPTEMBER)
    return areas


def written(areas: Areas, found: Prepared) -> PublishResult:
    return write(areas.intake, areas.warehouse, found, note="", **SIGNED)


def test_what_is_prepared_changes_nothing_until_it_is_written(delivered: Areas) -> None:
    before = everything(delivered, 1)
    found = prepared(delivered)
    assert len(entries(delivered)) == 1
    result = written(delivered, found)
    assert (result.number, result.reference_date) == (found.number, SEPTEMBER)
    assert everything(delivered, 1) == before
    assert publish_now(delivered) is None


Happening = Callable[[Areas], Any]
HAPPENINGS: dict[str, Happening] = {
    "a publication": published,
    "an undo": lambda areas: (published(areas), restored(areas, 1)),
    "an approval": lambda areas: deliver(areas, "AM02", AUGUST),
    "a delivery that waits": lambda areas: deliver(areas, "AM02", AUGUST, levels=()),
    "a correction": lambda areas: deliver(areas, "AM01", AUGUST, reason="telfout"),
    "figures of a national source": load_school_leavers,
}


@pytest.mark.parametrize("what", HAPPENINGS)
def test_what_happened_meanwhile_is_not_overwritten(delivered: Areas, what: str) -> None:
    found = prepared(delivered)
    HAPPENINGS[what](delivered)
    before = entries(delivered)
    with pytest.raises(OvertakenError):
        written(delivered, found)
    assert entries(delivered) == before
    if what not in ("a publication", "an undo"):
        assert written(delivered, prepared(delivered)).number == len(before) + 1


def test_an_approval_of_a_lower_level_changes_nothing_of_what_was_shown(delivered: Areas) -> None:
    deliver(delivered, "AM02", AUGUST, levels=())
    found = prepared(delivered)
    with delivered.intake.execution_options(writing=True).begin() as connection:
        approve(connection, 3, SIGNED["published_at"], ["pilot", "regio"])
    assert written(delivered, found).number == 2


def test_others_can_write_while_somebody_thinks(delivered: Areas) -> None:
    prepared(delivered)
    with delivered.warehouse.execution_options(writing=True).begin(), delivered.intake.begin():
        pass
