"""A publication is whole, says the same when made again, and never changes what an earlier one said."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import delete

from tests.areas import Areas
from tests.warehouse.publish.deliveries import (
    AUGUST,
    FLOWS,
    KEY,
    OCTOBER,
    SEPTEMBER,
    changed,
    deliver,
    publish_now,
    published,
    usual,
)
from tests.warehouse.publish.shown import VERSIONED, Rows, entries, everything, shown_rows, written
from warehouse.publish.facts import PHASE_COUNT
from warehouse.publish.publication import KeyRefusedError
from warehouse.schema import intake
from warehouse.schema import published as area

ABOUT_DELIVERIES = {"delivery_status", "fact_source", "delivery_act"}
OLD = date(2026, 3, 1)
MONTHS = 14  # a year of exits before each of the last three dates
LEAF = ("F4", "21-22")
ONE_MORE = changed("phase_count", "AM02", OLD, LEAF, 1)
MANY_MORE = changed("phase_count", "AM02", OLD, LEAF, 60)
TARGET: Mapping[str, Any] = {
    "indicator_code": "K06",
    "target_on": date(2027, 1, 1),
    "amount": 400.0,
    "baseline_on": OLD,
}


def deliver_history(areas: Areas, *regions: str, **options: Any) -> None:
    for region in regions:
        deliver(areas, region, AUGUST, months=MONTHS, subjects={"target": [TARGET]}, **options)


def all_written(areas: Areas) -> dict[str, set[tuple[Any, ...]]]:
    return {table.name: written(areas, table) for table in VERSIONED}


def published_and_shown(areas: Areas) -> dict[str, Rows]:
    return everything(areas, published(areas).number)


def test_the_first_publication(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02")
    result = published(areas, note="eerste")
    assert (result.number, result.reference_date, result.regions, result.closed) == (1, AUGUST, 2, {})
    assert result.added["phase_count"] == 2 * MONTHS * 28
    assert result.added["phase_flow"] == 2 * MONTHS * len(FLOWS)
    assert result.added["exit_count"] == 2 * 3 * 48
    (entry,) = entries(areas)
    assert (entry.number, entry.reference_date, entry.demonstration) == (1, AUGUST, True)
    assert (entry.published_by, entry.note) == ("bureau", "eerste")
    assert entry.published_at == datetime.fromisoformat("2026-08-20T12:00")


def test_nothing_approved_is_nothing_published(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST, levels=("pilot", "regio", "bureau"))
    assert publish_now(areas) is None
    assert entries(areas) == []


def test_nothing_new_is_no_new_publication(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02")
    published(areas)
    before = all_written(areas)
    assert publish_now(areas, note="nog eens") is None
    assert (all_written(areas), len(entries(areas))) == (before, 1)


def test_counts_are_multiples_near_the_truth_and_zero_stays(areas: Areas) -> None:
    deliver_history(areas, "AM01")
    published(areas)
    for row in shown_rows(areas, area.phase_count, 1):
        truth = usual("phase_count", "AM01", row["reference_date"])[row["phase_code"], row["age_band_code"]]
        assert row["youths"] % PHASE_COUNT.base == 0
        assert abs(row["youths"] - truth) < PHASE_COUNT.base
        assert truth or row["youths"] == 0


def test_rollups_are_the_sums_of_what_is_shown(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02")
    published(areas)
    sums: Counter[tuple[str, date, str]] = Counter()
    for row in shown_rows(areas, area.exit_count, 1):
        for region in (row["region_code"], "NL01"):
            sums[region, row["reference_date"], row["destination_code"]] += row["youths"]
    totals = shown_rows(areas, area.exit_total, 1)
    assert {
        (row["region_code"], row["reference_date"], row["destination_code"]): row["youths"] for row in totals
    } == sums
    assert {(row["region_code"], row["regions"]) for row in totals} == {("AM01", 1), ("AM02", 1), ("NL01", 2)}


def test_as_of_a_publication_everything_is_as_it_was_then(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02")
    seen = {1: published_and_shown(areas)}
    deliver(areas, "AM01", SEPTEMBER)
    seen[2] = published_and_shown(areas)
    deliver_history(areas, "AM02", figures=MANY_MORE, reason="telfout")
    deliver(areas, "AM02", OCTOBER)
    seen[3] = published_and_shown(areas)
    assert {number: everything(areas, number) for number in seen} == seen
    assert seen[1] != seen[2] != seen[3]


def test_a_correction_of_an_old_month_closes_only_what_it_changed(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02", "AM03")
    published(areas)
    before = all_written(areas)
    deliver_history(areas, "AM02", figures=MANY_MORE, reason="telfout")
    result = published(areas)
    touched = {name: rows - before[name] for name, rows in all_written(areas).items() if rows != before[name]}
    assert touched.keys() == {"phase_count", "phase_total", "indicator_count", *ABOUT_DELIVERIES}
    for table in (area.phase_count, area.phase_total, area.indicator_count):
        changed_rows = [row for row in shown_rows(areas, table, 2) if row["first_publication"] == 2]
        assert {row["region_code"] for row in changed_rows} <= {"AM02", "NL01"}
        assert {row["reference_date"] for row in changed_rows} == {OLD}
        assert result.added[table.name] == result.closed[table.name] == len(changed_rows)


def test_one_person_more_changes_only_the_table_of_that_region(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02", "AM03")
    published(areas)
    before = everything(areas, 1)
    deliver_history(areas, "AM02", figures=ONE_MORE)
    published(areas)
    after = everything(areas, 2)
    for name in ("phase_count", "phase_flow", "exit_count"):
        different = set(before[name]) ^ set(after[name])
        assert {row[:2] for row in different} <= ({("AM02", OLD)} if name == "phase_count" else set())


def test_figures_are_the_same_after_publishing_from_scratch(sqlite_areas: Areas, postgres_areas: Areas) -> None:
    hashes = []
    for areas in (sqlite_areas, postgres_areas):
        deliver_history(areas, "AM01", "AM02")
        published(areas)
        hashes.append(entries(areas)[0].content_hash)
    assert hashes[0] == hashes[1]
    assert everything(sqlite_areas, 1) == everything(postgres_areas, 1)


def test_going_there_and_back_shows_the_first_figures_again(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02")
    published(areas)
    deliver_history(areas, "AM02", figures=MANY_MORE)
    published(areas)
    deliver_history(areas, "AM02")
    published(areas)
    first, third = everything(areas, 1), everything(areas, 3)
    assert {name for name in first if first[name] != third[name]} == ABOUT_DELIVERIES


def test_a_baseline_stays_when_its_month_is_corrected(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02")
    published(areas)
    at_first = shown_rows(areas, area.baseline, 1)
    deliver_history(areas, "AM02", figures=MANY_MORE)
    published(areas)
    assert shown_rows(areas, area.baseline, 2) == at_first
    (corrected,) = shown_rows(
        areas, area.indicator_count, 2, indicator_code="K06", region_code="AM02", reference_date=OLD
    )
    assert corrected["numerator"] != next(row["amount"] for row in at_first if row["region_code"] == "AM02")


def test_a_late_region_is_awaited_and_takes_part(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02")
    deliver(areas, "AM01", SEPTEMBER)
    published(areas)
    states = shown_rows(areas, area.delivery_status, 1, reference_date=SEPTEMBER)
    assert [(row["region_code"], row["received_on"]) for row in states] == [("AM01", date(2026, 9, 10)), ("AM02", None)]
    since = {row["region_code"]: row["since_on"] for row in shown_rows(areas, area.participation, 1)}
    assert since == {"AM01": date(2025, 7, 1), "AM02": date(2025, 7, 1)}


def test_an_emptied_intake_takes_nothing_back(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST)
    published(areas)
    before = all_written(areas)
    with areas.intake.execution_options(writing=True).begin() as connection:
        for table in reversed(intake.metadata.sorted_tables):
            connection.execute(delete(table))
    assert publish_now(areas) is None
    assert all_written(areas) == before


def test_another_key_is_refused_unless_a_new_series_is_asked_for(areas: Areas) -> None:
    deliver_history(areas, "AM01")
    published(areas)
    before = all_written(areas)
    with pytest.raises(KeyRefusedError, match="sleutel is een andere"):
        publish_now(areas, key=KEY[::-1])
    assert all_written(areas) == before
    published(areas, key=KEY[::-1], new_series=True)
    assert len({entry.key_fingerprint for entry in entries(areas)}) == 2
    assert publish_now(areas, key=KEY[::-1]) is None
    with pytest.raises(KeyRefusedError):
        publish_now(areas)


def test_a_key_of_another_length_is_refused(areas: Areas) -> None:
    with pytest.raises(KeyRefusedError) as refused:
        publish_now(areas, key=b"short")
    assert refused.value.message("en").startswith("The secret key has 5 bytes, not 32.")


def test_two_at_once_make_one_publication(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02")
    results: list[object] = []
    threads = [Thread(target=lambda: results.append(publish_now(areas))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(result is None for result in results) == [False, True]
    assert [entry.number for entry in entries(areas)] == [1]


def test_the_log_counts_rows_and_never_people(sqlite_areas: Areas, caplog: pytest.LogCaptureFixture) -> None:
    figures = changed("phase_count", "AM01", OLD, LEAF, 7003)
    deliver_history(sqlite_areas, "AM01", figures=figures)
    with caplog.at_level(logging.INFO):
        published(sqlite_areas)
    assert f"'phase_count': {MONTHS * 28}" in caplog.text
    exact = figures("phase_count", "AM01", OLD)[LEAF]
    assert str(exact) not in caplog.text
    assert str(exact - exact % PHASE_COUNT.base) not in caplog.text


def test_a_delivery_that_waits_for_approval_is_published_as_received_and_nothing_else_of_it(areas: Areas) -> None:
    deliver(areas, "AM01", SEPTEMBER)
    deliver(areas, "AM02", AUGUST)
    first = published(areas)
    deliver(areas, "AM02", SEPTEMBER, received_on=date(2026, 9, 9), reason="nog geheim", levels=("pilot", "regio"))
    assert published(areas).added == {"delivery_status": 1}
    (row,) = shown_rows(areas, area.delivery_status, first.number + 1, region_code="AM02", reference_date=SEPTEMBER)
    assert (row["received_on"], row["approved_on"], row["correction_reason"]) == (date(2026, 9, 9), None, None)
