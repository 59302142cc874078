"""An undo lets an earlier state stand again, deletes nothing, and what was undone does not come back by itself."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from tests.areas import Areas
from tests.warehouse.publish.deliveries import (
    AUGUST,
    KEY,
    OCTOBER,
    SEPTEMBER,
    deliver,
    prepared,
    publish_now,
    published,
    restored,
)
from tests.warehouse.publish.shown import entries, everything, shown_rows, written
from tests.warehouse.publish.test_elsewhere import load_school_leavers
from tests.warehouse.publish.test_publication import LEAF, OLD, deliver_history
from tests.warehouse.publish.test_publication import MANY_MORE as MISTAKE
from tests.warehouse.tampering import past_the_guards
from warehouse.publish.contents import VERSIONED
from warehouse.publish.publication import KeyRefusedError
from warehouse.publish.restoration import RestoreRefusedError, restore
from warehouse.publish.verify import verify
from warehouse.schema import published as area

BASELINE_OF = area.baseline.c.region_code


@pytest.fixture
def mistaken(areas: Areas) -> Areas:
    """The second publication holds a mistake, and a baseline that was frozen in it."""
    deliver_history(areas, "AM01")
    published(areas)
    deliver_history(areas, "AM02", figures=MISTAKE)
    deliver(areas, "AM01", SEPTEMBER)
    published(areas)
    return areas


def test_everything_stands_again_as_it_was_then(mistaken: Areas) -> None:
    before = everything(mistaken, 1), everything(mistaken, 2)
    assert restored(mistaken, 1, published_by="programmamanager", note="telfout").number == 3
    assert everything(mistaken, 3) == before[0]
    assert (everything(mistaken, 1), everything(mistaken, 2)) == before
    first, _, third = entries(mistaken)
    assert third.restores == 1
    for name in ("content_hash", "reference_date", "key_fingerprint", "demonstration"):
        assert getattr(third, name) == getattr(first, name)
    assert (third.published_by, third.note) == ("programmamanager", "Herstelt de stand van publicatie 1. telfout")


def test_nothing_is_deleted_and_the_chain_goes_on(mistaken: Areas) -> None:
    keys = {table.name: {row[: len(table.primary_key)] for row in written(mistaken, table)} for table in VERSIONED}
    restored(mistaken, 1)
    for table in VERSIONED:
        assert keys[table.name] <= {row[: len(table.primary_key)] for row in written(mistaken, table)}
    with mistaken.warehouse.connect() as connection:
        assert verify(connection, None).broken == ()


def test_what_was_undone_does_not_come_back_by_itself(mistaken: Areas) -> None:
    restored(mistaken, 1)
    assert publish_now(mistaken) is None
    deliver(mistaken, "AM03", AUGUST, levels=("pilot", "regio"))
    assert publish_now(mistaken) is None
    assert published(mistaken, again=True).number == 4
    assert everything(mistaken, 4)["phase_count"] == everything(mistaken, 2)["phase_count"]


def test_after_something_else_was_approved_what_comes_back_is_named(mistaken: Areas) -> None:
    restored(mistaken, 1)
    deliver_history(mistaken, "AM02", reason="telfout hersteld")
    assert prepared(mistaken).returning == [("AM01", SEPTEMBER, 1)]
    published(mistaken)
    (row,) = shown_rows(mistaken, area.fact_source, 4, region_code="AM02", fact="phase_count", day=OLD)
    assert row["version"] == 2
    assert prepared(mistaken, key=KEY[::-1], new_series=True).returning == ()


def test_after_an_undo_the_worker_waits_until_somebody_published(mistaken: Areas) -> None:
    restored(mistaken, 1)
    deliver(mistaken, "AM03", OCTOBER)
    assert publish_now(mistaken, unattended=True) is None
    published(mistaken)
    deliver(mistaken, "AM03", AUGUST)
    assert published(mistaken, unattended=True).number == 5


def test_figures_of_a_national_source_count_as_something_new(mistaken: Areas) -> None:
    restored(mistaken, 1)
    load_school_leavers(mistaken)
    assert published(mistaken).number == 4


def test_a_baseline_that_was_frozen_by_mistake_is_frozen_anew(mistaken: Areas) -> None:
    def baseline(number: int) -> float:
        (row,) = shown_rows(mistaken, area.baseline, number, region_code="AM02")
        return float(row["amount"])

    restored(mistaken, 1)
    assert shown_rows(mistaken, area.baseline, 3, region_code="AM02") == []
    deliver_history(mistaken, "AM02", reason="telfout hersteld")
    published(mistaken)
    assert baseline(2) - baseline(4) == pytest.approx(60, abs=4)


def test_an_undo_can_be_undone(mistaken: Areas) -> None:
    restored(mistaken, 1)
    restored(mistaken, 2)
    assert everything(mistaken, 4) == everything(mistaken, 2)
    assert publish_now(mistaken) is None


def test_the_state_that_stands_is_not_published_again(mistaken: Areas) -> None:
    signed = {"published_by": "bureau", "published_at": entries(mistaken)[0].published_at}
    assert restore(mistaken.intake, mistaken.warehouse, 2, **signed) is None
    assert len(entries(mistaken)) == 2


def test_the_key_is_that_of_the_state_that_stands(mistaken: Areas) -> None:
    published(mistaken, key=KEY[::-1], new_series=True)
    restored(mistaken, 2)
    assert publish_now(mistaken) is None
    with pytest.raises(KeyRefusedError):
        publish_now(mistaken, key=KEY[::-1])


def test_a_publication_that_is_not_there_is_refused(sqlite_areas: Areas) -> None:
    with pytest.raises(RestoreRefusedError, match="Publicatie 7 bestaat niet") as refused:
        restored(sqlite_areas, 7)
    assert refused.value.message("en").startswith("There is no publication 7.")


def test_what_is_not_what_it_was_is_not_shown_again(mistaken: Areas) -> None:
    with past_the_guards(mistaken.warehouse) as connection:
        table = area.phase_count
        connection.execute(update(table).where(table.c.phase_code == LEAF[0]).values(youths=table.c.youths + 5))
    with pytest.raises(RestoreRefusedError, match="trajectmonitor verify"):
        restored(mistaken, 1)
    assert len(entries(mistaken)) == 2
