"""What a small region tells in one publication and in the next: every way in which something can change, once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.areas import Areas, in_folder
from tests.warehouse.publish.deliveries import AUGUST, OCTOBER, SEPTEMBER, changed, deliver, published, restored

MOMENTS = [datetime(2026, month, day, 12) for month, day in ((8, 20), (9, 18), (10, 16), (11, 3), (11, 18))]  # noqa: DTZ001
REASON = "Dubbel geteld."
Row = dict[str, Any]
Subjects = Mapping[str, Sequence[Row]]

PILOT: Row = {
    "pilot_code": "AM05-TOM",
    "pilot_line_code": "TOM",
    "name": "Toekomstplan op maat Twente",
    "baseline_on": date(2026, 1, 5),
}
TARGET: Row = {
    "indicator_code": "K01",
    "target_on": date(2027, 1, 1),
    "amount": 400.0,
    "baseline_on": date(2026, 8, 1),
}


def milestone(step: str, pilot: str = "AM05-TOM", **told: Any) -> Row:
    """Planned for the day of its step in October, and open."""
    planned = date(2026, 10, int(step))
    return {
        "pilot_code": pilot,
        "step_code": step,
        "title": f"Stap {step}",
        "baseline_on": planned,
        "planned_on": planned,
        "forecast_on": None,
        "done_on": None,
        "cancelled_on": None,
        "replan_reason": None,
        "judged": None,
        "judged_on": None,
        "judged_reason": None,
        "recovery_action": None,
        "recovery_owner": None,
        "recovery_due_on": None,
    } | told


def experiment(code: str, **told: Any) -> Row:
    return {
        "experiment_code": code,
        "pilot_code": "AM05-TOM",
        "title": f"Proef {code}",
        "question": "Helpt het?",
        "small_step": "Een middag.",
        "method": "gesprek",
        "for_whom": "jongeren",
        "owner": "kwartiermaker",
        "started_on": date(2026, 6, 1),
        "check_on": date(2026, 11, 1),
        "ended_on": None,
        "verdict_code": None,
        "lesson": None,
        "comes_from": None,
        "life_domain_code": "wonen",
        "funding": None,
        "policy_domain_code": None,
        "next_step": None,
        "funding_until": None,
        "internal": None,
        "language": None,
    } | told


def obstacle(code: str, **told: Any) -> Row:
    return {
        "obstacle_code": code,
        "pilot_code": "AM05-TOM",
        "title": f"Knelpunt {code}",
        "level_code": "bestuur",
        "theme_code": None,
        "reported_on": date(2026, 7, 1),
        "solved_on": None,
    } | told


def note(code: str, day: date, observed: str) -> Row:
    return {"experiment_code": code, "noted_on": day, "observed": observed, "learned": None}


FIRST: Subjects = {
    "target": [TARGET],
    "pilot": [PILOT, PILOT | {"pilot_code": "AM05-JBB", "pilot_line_code": "JBB", "name": "Buiten beeld"}],
    "milestone": [
        milestone("1"),
        milestone("2"),
        milestone("3", forecast_on=date(2026, 10, 5)),
        milestone("4"),
        milestone("5", judged="op_koers", judged_on=date(2026, 8, 1), judged_reason="projectleider: het loopt"),
        milestone("6"),
        milestone("1", "AM05-JBB", done_on=date(2026, 7, 1)),
        milestone("2", "AM05-JBB"),
        milestone("4", "AM05-JBB", done_on=date(2026, 7, 1)),
        milestone("5", "AM05-JBB", baseline_on=date(2026, 8, 1)),
    ],
    "experiment": [experiment(code) for code in ("E1", "E2", "E4", "E5", "E6", "E7")],
    "experiment_note": [
        note("E2", date(2026, 7, 1), "Drie jongeren kwamen."),
        note("E2", date(2026, 7, 8), "Niemand kwam."),
    ],
    "obstacle": [obstacle(code) for code in ("K1", "K2", "K3", "K5")],
}
SECOND: Subjects = {
    "target": [TARGET | {"amount": 450.0, "target_on": date(2027, 3, 1)}],
    "pilot": [PILOT | {"name": "Toekomstplan op maat"}, FIRST["pilot"][1]],
    "milestone": [
        milestone("1", done_on=date(2026, 9, 10)),
        milestone("2", planned_on=date(2026, 11, 20), replan_reason="De raad vergadert later."),
        milestone("3", forecast_on=date(2026, 10, 15)),
        milestone("4", cancelled_on=date(2026, 9, 3), replan_reason="Samengevoegd met stap 5."),
        milestone("5", judged="let_op", judged_on=date(2026, 9, 1), judged_reason="projectleider: het hapert"),
        milestone("6", title="Borgen", recovery_action="Bellen", recovery_owner="kwartiermaker"),
        milestone("1", "AM05-JBB"),
        milestone("3", "AM05-JBB"),
        milestone("4", "AM05-JBB", done_on=date(2026, 7, 8)),
        milestone("5", "AM05-JBB", baseline_on=date(2026, 8, 15)),
    ],
    "experiment": [
        experiment("E1", ended_on=date(2026, 9, 1), verdict_code="stoppen", lesson="De plek telt."),
        experiment("E2", check_on=date(2026, 12, 1)),
        experiment("E3", started_on=date(2026, 9, 2)),
        experiment("E5", verdict_code="opschalen"),
        experiment("E6", title="Koffie", question="Komen ze?", started_on=date(2026, 6, 8)),
        experiment("E7", ended_on=date(2026, 9, 4), verdict_code="doorgaan"),
    ],
    "experiment_note": [
        note("E2", date(2026, 7, 1), "Vier jongeren kwamen."),
        note("E3", date(2026, 9, 9), "Twee jongeren kwamen."),
    ],
    "obstacle": [
        obstacle("K1", solved_on=date(2026, 9, 1)),
        obstacle("K2", level_code="rijk", theme_code="GEGEVENS"),
        obstacle("K4", level_code="rijk", theme_code="GEGEVENS"),
        obstacle("K5", title="Te weinig kamers", reported_on=date(2026, 7, 8)),
    ],
}


@pytest.fixture(scope="session")
def told(migrated_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Areas]:
    """Five publications: a first, a second, one with a correction, one that undoes that, and one like the third."""
    folder = tmp_path_factory.mktemp("told")
    for file in migrated_files.iterdir():
        shutil.copy(file, folder)
    areas = in_folder(folder)
    deliver(areas, "AM05", AUGUST, months=3, subjects=FIRST)
    deliver(areas, "AM02", AUGUST, months=3)
    published(areas, published_at=MOMENTS[0])
    deliver(areas, "AM05", SEPTEMBER, subjects=SECOND)
    published(areas, published_at=MOMENTS[1])
    fewer = changed("phase_count", "AM05", AUGUST, ("F4", "21-22"), 60)
    deliver(areas, "AM05", AUGUST, months=3, figures=fewer, reason=REASON, received_on=date(2026, 10, 8))
    deliver(areas, "AM02", SEPTEMBER, received_on=date(2026, 10, 9))
    deliver(areas, "AM05", OCTOBER, subjects=SECOND)
    published(areas, published_at=MOMENTS[2])
    restored(areas, 2, published_at=MOMENTS[3], note="te vroeg")
    published(areas, published_at=MOMENTS[4], again=True)
    yield areas
    areas.intake.dispose()
    areas.warehouse.dispose()
