"""Which of all delivered rows a publication may use."""

from __future__ import annotations

from datetime import date

from tests.areas import Areas
from tests.warehouse.publish.deliveries import AUGUST, SEPTEMBER, changed, deliver, usual
from warehouse.publish import approved
from warehouse.publish.approved import Approved, Receipt

LEAF = ("F1", "16-17")
PILOT = {"pilot_code": "P1", "pilot_line_code": "TOM", "baseline_on": date(2026, 1, 1)}


def read(areas: Areas) -> Approved:
    with areas.intake.begin() as connection:
        return approved.read(connection)


def youths(found: Approved, region: str, day: date) -> int:
    return found.facts["phase_count"][region, day][LEAF]


def test_only_what_the_ministry_approved(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST)
    deliver(areas, "AM02", AUGUST, levels=("pilot", "regio", "bureau"))
    deliver(areas, "AM03", AUGUST, levels=())
    found = read(areas)
    assert [delivery.region_code for delivery in found.deliveries] == ["AM01"]
    assert {region for counts in found.facts.values() for region, _ in counts} == {"AM01"}


def test_the_latest_delivery_that_speaks_of_a_date_replaces_the_whole_date(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST, months=3)
    deliver(areas, "AM01", SEPTEMBER, figures=lambda *asked: {LEAF: 4} if asked[0] == "phase_count" else usual(*asked))
    found = read(areas).facts["phase_count"]
    assert found["AM01", SEPTEMBER] == {LEAF: 4}
    assert found["AM01", AUGUST] == usual("phase_count", "AM01", AUGUST)
    assert sorted(day.month for _, day in found) == [6, 7, 8, 9]


def test_a_correction_of_an_old_date_counts_although_a_newer_date_was_delivered(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST)
    deliver(areas, "AM01", SEPTEMBER)
    before = youths(read(areas), "AM01", AUGUST)
    deliver(areas, "AM01", AUGUST, figures=changed("phase_count", "AM01", AUGUST, LEAF, 7))
    assert youths(read(areas), "AM01", AUGUST) == before + 7


def test_a_correction_that_is_not_approved_changes_nothing(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST)
    before = read(areas)
    deliver(areas, "AM01", AUGUST, figures=changed("phase_count", "AM01", AUGUST, LEAF, 7), levels=("pilot", "regio"))
    assert read(areas) == before


def test_pilots_come_whole_from_the_greatest_date_and_version(areas: Areas) -> None:
    deliver(
        areas,
        "AM01",
        AUGUST,
        subjects={"pilot": [{**PILOT, "name": "oud"}, {**PILOT, "pilot_code": "P2", "name": "weg"}]},
    )
    deliver(areas, "AM01", SEPTEMBER, subjects={"pilot": [{**PILOT, "name": "nieuw"}]})
    deliver(areas, "AM01", AUGUST, subjects={"pilot": [{**PILOT, "name": "correctie van oud"}]})
    deliver(areas, "AM02", AUGUST, subjects={"pilot": [{**PILOT, "name": "elders"}]})
    found = read(areas).subjects["pilot"]
    assert sorted((row["region_code"], row["name"]) for row in found) == [("AM01", "nieuw"), ("AM02", "elders")]
    assert found[0].keys() == {"region_code", "pilot_code", "pilot_line_code", "name", "baseline_on", "starts_on"}


def test_a_region_that_leaves_its_pilots_out_has_none(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST, subjects={"pilot": [{**PILOT, "name": "oud"}]})
    deliver(areas, "AM01", SEPTEMBER)
    assert read(areas).subjects["pilot"] == []


def test_the_newest_delivery_of_each_region(areas: Areas) -> None:
    deliver(areas, "AM01", SEPTEMBER)
    deliver(areas, "AM01", AUGUST)
    deliver(areas, "AM01", SEPTEMBER, reason="telfout", received_on=date(2026, 9, 25))
    newest = read(areas).newest["AM01"]
    assert (newest.reference_date, newest.version, newest.correction_reason) == (SEPTEMBER, 2, "telfout")
    assert newest.approved_on == date(2026, 9, 25)


def test_every_date_that_came_in_is_known_from_its_first_version(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST, received_on=date(2026, 8, 9), levels=())
    deliver(areas, "AM01", AUGUST, received_on=date(2026, 8, 20))
    deliver(areas, "AM02", SEPTEMBER, received_on=date(2026, 9, 12), levels=("pilot", "regio", "bureau"))
    assert read(areas).receipts == [
        Receipt("AM01", AUGUST, date(2026, 8, 9)),
        Receipt("AM02", SEPTEMBER, date(2026, 9, 12)),
    ]
