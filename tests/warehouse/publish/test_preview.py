"""What is shown before publishing: how much of every subject, which corrections, which milestones."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.areas import Areas
from tests.warehouse.publish.deliveries import (
    AUGUST,
    SEPTEMBER,
    changed,
    deliver,
    leaves_of,
    prepared,
    published,
    restored,
)
from tests.warehouse.publish.test_publication import LEAF, OLD, deliver_history
from warehouse.publish.contents import VERSIONED
from warehouse.publish.preview import SUBJECTS, Correction, Moved, Preview, Tally, preview
from warehouse.publish.restoration import prepare as prepare_restoration

NOVEMBER = date(2026, 11, 1)
PILOT = {"pilot_code": "P1", "pilot_line_code": "TOM", "name": "vast gezicht", "baseline_on": AUGUST}
UNSAID = (
    *("done_on", "cancelled_on", "replan_reason", "judged", "judged_on", "judged_reason"),
    *("recovery_action", "recovery_owner", "recovery_due_on", "forecast_on"),
)


def milestone(step: str, **said: Any) -> dict[str, Any]:
    plan = {"pilot_code": "P1", "step_code": step, "title": f"stap {step}", "baseline_on": AUGUST, "planned_on": AUGUST}
    return {**plan, **dict.fromkeys(UNSAID), **said}


def pilots(*milestones: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {"pilot": [PILOT], "milestone": list(milestones)}


def shown(areas: Areas) -> Preview:
    return preview(prepared(areas))


def test_every_versioned_table_has_one_subject() -> None:
    tables = [table for tables in SUBJECTS.values() for table in tables]
    assert len(tables) == len(set(tables))
    assert set(tables) == set(VERSIONED)


def test_a_first_publication_is_all_new(sqlite_areas: Areas) -> None:
    deliver_history(sqlite_areas, "AM01", "AM02")
    found = shown(sqlite_areas)
    assert found.tallies["phases"] == Tally(added=2 * 14 * 28, changed=0, withdrawn=0, areas=2)
    assert found.tallies["sums"].areas == 2
    assert "milestones" not in found.tallies
    assert (found.corrections, found.moved, found.reached, found.reopened) == ((), (), 0, 0)


def test_the_preview_counts_what_is_then_written(sqlite_areas: Areas) -> None:
    deliver_history(sqlite_areas, "AM01", "AM02")
    published(sqlite_areas)
    deliver(sqlite_areas, "AM01", SEPTEMBER)
    deliver_history(sqlite_areas, "AM02", figures=changed("phase_count", "AM02", OLD, LEAF, 60), reason="telfout")
    found, result = shown(sqlite_areas), published(sqlite_areas)
    tables = {name: [table.name for table in tables] for name, tables in SUBJECTS.items()}
    for subject, tally in found.tallies.items():
        came = sum(result.added.get(name, 0) for name in tables[subject])
        went = sum(result.closed.get(name, 0) for name in tables[subject])
        assert (tally.added + tally.changed, tally.changed + tally.withdrawn) == (came, went), subject


def test_a_correction_is_named_with_its_region_date_and_reason(areas: Areas) -> None:
    deliver_history(areas, "AM01", "AM02")
    published(areas)
    deliver(areas, "AM01", SEPTEMBER)
    deliver_history(areas, "AM02", figures=changed("phase_count", "AM02", OLD, LEAF, 60), reason="telfout")
    found = shown(areas)
    assert found.corrections == (Correction("AM02", AUGUST, 2, "telfout", figures=1),)
    assert found.tallies["phases"] == Tally(added=28, changed=1, withdrawn=0, areas=2)


def test_a_later_delivery_that_tells_an_earlier_date_otherwise_is_a_correction_too(areas: Areas) -> None:
    deliver(areas, "AM01", AUGUST)
    published(areas)
    deliver(areas, "AM01", SEPTEMBER, months=2, figures=changed("phase_count", "AM01", AUGUST, LEAF, 60))
    assert shown(areas).corrections == (Correction("AM01", SEPTEMBER, 1, None, figures=1),)


def test_a_corrected_month_of_exits_is_named_by_the_year_that_it_changes(areas: Areas) -> None:
    month, leaf = date(2026, 3, 1), leaves_of("exit_count")[0]
    deliver_history(areas, "AM01")
    published(areas)
    deliver_history(areas, "AM01", figures=changed("exit_count", "AM01", month, leaf, 60), reason="vergeten")
    (found,) = shown(areas).corrections
    assert (found.region_code, found.version, found.reason) == ("AM01", 2, "vergeten")
    assert found.figures == 3  # June, July and August each look back twelve months


def test_a_new_version_with_the_same_figures_corrects_nothing(areas: Areas) -> None:
    deliver_history(areas, "AM01")
    published(areas)
    deliver_history(areas, "AM01", reason="naam van de pilot")
    found = shown(areas)
    assert found.corrections == ()
    assert found.tallies.keys() == {"deliveries"}


def test_milestones_that_moved_or_were_reached(areas: Areas) -> None:
    stays = milestone("S6")
    before = [milestone("S1"), milestone("S2"), milestone("S3", forecast_on=NOVEMBER), milestone("S4", done_on=AUGUST)]
    deliver(areas, "AM01", AUGUST, subjects=pilots(*before, stays))
    published(areas)
    after = [
        milestone("S1", done_on=SEPTEMBER),
        milestone("S2", forecast_on=NOVEMBER),
        milestone("S3", forecast_on=NOVEMBER, judged="groen"),
        milestone("S4"),
        milestone("S5", done_on=SEPTEMBER),
    ]
    deliver(areas, "AM01", SEPTEMBER, subjects=pilots(*after, stays))
    found = shown(areas)
    assert found.moved == (Moved("AM01", "P1", "stap S2", AUGUST, NOVEMBER),)
    assert (found.reached, found.reopened) == (1, 1)
    assert found.tallies["milestones"] == Tally(added=1, changed=4, withdrawn=0, areas=1)


def test_an_undo_is_shown_too(areas: Areas) -> None:
    deliver_history(areas, "AM01")
    published(areas)
    deliver_history(areas, "AM01", figures=changed("phase_count", "AM01", OLD, LEAF, 60), reason="telfout")
    published(areas)
    undo = prepare_restoration(areas.intake, areas.warehouse, 1)
    assert undo is not None
    found = preview(undo)
    assert found.corrections == (Correction("AM01", AUGUST, 1, None, figures=1),)
    assert found.tallies["phases"] == Tally(added=0, changed=1, withdrawn=0, areas=1)
    restored(areas, 1)
