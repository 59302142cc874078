"""Experiments with their log and lessons, obstacles and rules, as far as a region knew them on a reference date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from warehouse import reference
from warehouse.demo import tables
from warehouse.reference import Row

SheetRow = dict[str, object]
Story = dict[str, Any]

SAME = ("title", "method", "for_whom", "owner", "question", "small_step", "started_on", "check_on", "funding")


def experiments(region: str, day: date) -> list[SheetRow]:
    """The rows of the sheet with experiments that had begun on a day."""
    return [_experiment(story, day) for story in _begun(region, day)]


def notes(region: str, day: date) -> list[SheetRow]:
    """The rows of the log."""
    return [
        {"experiment_code": story["code"], "noted_on": noted_on, "observed": observed, "learned": learned or None}
        for story in _begun(region, day)
        for noted_on, observed, learned in story["notes"]
        if noted_on <= day
    ]


def obstacles(region: str, day: date) -> list[SheetRow]:
    """The rows of the sheet with obstacles that were reported on a day."""
    return [_obstacle(row, day) for row in tables.rows_of("obstacles", region) if row["reported_on"] <= day.isoformat()]


def partners(region: str, day: date) -> list[SheetRow]:
    """The rows of the sheet with partners that took part on a day; some regions leave that sheet out."""
    return [_partner(row) for row in tables.rows_of("partners", region) if row["since_on"] <= day.isoformat()]


def lessons(region: str, day: date) -> list[SheetRow]:
    """The rows of the sheet with lessons that were drawn on a day."""
    return [_lesson(row) for row in tables.rows_of("lessons", region) if row["learned_on"] <= day.isoformat()]


def rules(region: str, day: date) -> list[SheetRow]:
    """The rows of the sheet with room in the rules that was reported on a day."""
    return [_rule(row, day) for row in tables.rows_of("rule_rooms", region) if row["reported_on"] <= day.isoformat()]


def _begun(region: str, day: date) -> Iterator[Story]:
    for line in reference.codes_of("pilot_line"):
        for story in tables.texts(f"experiments_{line.lower()}")["experiment"]:
            if story["code"].startswith(f"{region}-") and story["started_on"] <= day:
                yield story


def _experiment(story: Story, day: date) -> SheetRow:
    row: SheetRow = {key: story[key] for key in SAME}
    row |= {
        "experiment_code": story["code"],
        "pilot_code": story["pilot"],
        "life_domain_code": story["domain"],
        "policy_domain_code": story["policy"],
        **{key: story.get(key) for key in ("comes_from", "funding_until", "internal", "language")},
    }
    return row | _planned(story) | _outcome(story, day)


def _planned(story: Story) -> SheetRow:
    """What follows the check; of one that ended it follows from the verdict."""
    return {} if story.get("ended_on") else {"next_step": story["next_step"]}


def _outcome(story: Story, day: date) -> SheetRow:
    """How it ended, or what was decided while it runs; nothing before that day."""
    ended_on = story.get("ended_on")
    decided_on = ended_on or story.get("decided_on")
    if decided_on is None or decided_on > day:
        return {}
    told = {"verdict_code": story["verdict"], "lesson": story.get("lesson"), "next_step": story["next_step"]}
    return {"ended_on": ended_on, **told}


def _obstacle(row: Row, day: date) -> SheetRow:
    solved = row["solved_on"] and row["solved_on"] <= day.isoformat()
    return {
        "obstacle_code": row["obstacle_code"],
        "pilot_code": row["pilot_code"],
        "title": row["title"],
        "level_code": row["level"],
        "theme_code": row["theme"] or None,
        "reported_on": date.fromisoformat(row["reported_on"]),
        "solved_on": date.fromisoformat(row["solved_on"]) if solved else None,
        "next_step": None if solved else row["next_step"] or None,
    }


def _partner(row: Row) -> SheetRow:
    return {
        "pilot_code": row["pilot_code"],
        "partner_kind_code": row["kind"],
        "organisation": row["organisation"],
        "role": row["role"] or None,
        "since_on": date.fromisoformat(row["since_on"]),
    }


def _lesson(row: Row) -> SheetRow:
    told = {key: row[key] for key in ("lesson_code", "experiment_code", "lens_code", "learned")}
    return {**told, "learned_on": date.fromisoformat(row["learned_on"])}


def _rule(row: Row, day: date) -> SheetRow:
    """Room and what came of it, from the day on which it was given."""
    is_given = row["given_on"] and row["given_on"] <= day.isoformat()
    return {
        **{key: row[key] for key in ("rule_code", "pilot_code", "rule", "why", "scope_code")},
        "until_on": date.fromisoformat(row["until_on"]) if is_given and row["until_on"] else None,
        "result": row["result"] if is_given and row["result"] else None,
        "change_asked": row["change_asked"] or None,
        "reported_on": date.fromisoformat(row["reported_on"]),
    }
