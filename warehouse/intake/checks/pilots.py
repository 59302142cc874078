"""Pilots, their milestones, their obstacles, and the targets of the region."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from warehouse.intake.delivered import Delivered
from warehouse.intake.findings import Finding
from warehouse.intake.lines import Line, Lines
from warehouse.reference import codes_of, label_of, rows

CENTRAL_GOVERNMENT = "rijk"
WHOLE = 100
FEWEST_PARTNER_KINDS = 2
RECOVERY = ("recovery_action", "recovery_owner", "recovery_due_on")


def check(delivered: Delivered) -> Iterator[Finding]:
    yield from _unknown_pilots(delivered)
    yield from _absent_steps(delivered)
    milestones = delivered.lines("milestone")
    for line in milestones.lines:
        yield from _dates(milestones, line)
        yield from _judgement(milestones, line)
        yield from _promises(delivered, milestones, line)
    yield from _obstacles(delivered)
    yield from _partners(delivered)
    yield from _targets(delivered)
    yield from _interim_targets(delivered)


def _unknown_pilots(delivered: Delivered) -> Iterator[Finding]:
    known = delivered.codes("pilot", "pilot_code")
    for subject in ("milestone", "experiment", "obstacle", "partner", "partner_action", "rule_room"):
        lines = delivered.lines(subject)
        for line in lines.lines:
            if line["pilot_code"] is not None and line["pilot_code"] not in known:
                yield lines.finding("pilot_unknown", line, "pilot_code", pilot=line["pilot_code"])


def _absent_steps(delivered: Delivered) -> Iterator[Finding]:
    pilots, milestones = delivered.lines("pilot"), delivered.lines("milestone")
    for line in pilots.lines:
        own = {found["step_code"] for found in milestones.lines if found["pilot_code"] == line["pilot_code"]}
        absent = [f"{step} {label_of('step', step)}" for step in codes_of("step") if step not in own]
        if absent and milestones.complete:
            yield pilots.finding("steps_missing", line, "pilot_code", steps=", ".join(absent))


def _dates(lines: Lines, line: Line) -> Iterator[Finding]:
    is_open = line["done_on"] is None and line["cancelled_on"] is None
    if is_open and line["forecast_on"] is None:
        yield lines.finding("forecast_missing", line, "forecast_on")
    if line["done_on"] is not None and line["cancelled_on"] is not None:
        yield lines.finding("done_and_cancelled", line, "cancelled_on")
    dates = (line["baseline_on"], line["planned_on"])
    if None not in dates and dates[0] != dates[1] and line["replan_reason"] is None:
        yield lines.finding("replan_without_reason", line, "replan_reason", adopted=dates[0], planned=dates[1])


def _judgement(lines: Lines, line: Line) -> Iterator[Finding]:
    if line["judged"] is not None and line["judged_on"] is None:
        yield lines.finding("judged_without_date", line, "judged_on")
    filled = [key for key in RECOVERY if line[key] is not None]
    if filled and len(filled) < len(RECOVERY):
        absent = next(key for key in RECOVERY if key not in filled)
        yield lines.finding("recovery_incomplete", line, absent)


def _promises(delivered: Delivered, lines: Lines, line: Line) -> Iterator[Finding]:
    """The adopted plan never changes, and nothing can be done before it was adopted."""
    adopted = delivered.earlier.adopted.get((line["pilot_code"], line["step_code"]))
    if adopted is not None and line["baseline_on"] is not None and adopted != line["baseline_on"]:
        yield lines.finding("baseline_changed", line, "baseline_on", before=adopted, now=line["baseline_on"])
    pilots = {pilot["pilot_code"]: pilot["baseline_on"] for pilot in delivered.lines("pilot").lines}
    started = pilots.get(line["pilot_code"])
    if started is not None and line["done_on"] is not None and line["done_on"] < started:
        yield lines.finding("done_before_plan", line, "done_on", started=started)


def _obstacles(delivered: Delivered) -> Iterator[Finding]:
    lines = delivered.lines("obstacle")
    for line in lines.lines:
        if line["level_code"] == CENTRAL_GOVERNMENT and line["theme_code"] is None:
            yield lines.finding("theme_missing", line, "theme_code")
        if None not in (line["reported_on"], line["solved_on"]) and line["solved_on"] < line["reported_on"]:
            yield lines.finding("solved_before_reported", line, "solved_on")


def _partners(delivered: Delivered) -> Iterator[Finding]:
    """A pilot of which no partners are told is not judged by them."""
    lines = delivered.lines("partner")
    kinds: dict[object, set[object]] = {}
    for line in lines.lines:
        kinds.setdefault(line["pilot_code"], set()).add(line["partner_kind_code"])
    alone = [pilot for pilot, found in kinds.items() if None not in found and len(found) < FEWEST_PARTNER_KINDS]
    for pilot in alone if lines.complete else ():
        line = next(found for found in lines.lines if found["pilot_code"] == pilot)
        yield lines.finding("too_few_partner_kinds", line, "partner_kind_code")


def _targets(delivered: Delivered) -> Iterator[Finding]:
    lines = delivered.lines("target")
    for line in lines.lines:
        if None not in (line["target_on"], line["baseline_on"]) and line["target_on"] <= line["baseline_on"]:
            yield lines.finding("target_before_baseline", line, "target_on", baseline=line["baseline_on"])
        if line["amount"] is not None and line["indicator_code"] is not None:
            yield from _amount(lines, line)


def _interim_targets(delivered: Delivered) -> Iterator[Finding]:
    lines = delivered.lines("interim_target")
    promised = {line["indicator_code"]: line for line in delivered.lines("target").lines}
    for line in lines.lines:
        if line["indicator_code"] is None:
            continue
        target = promised.get(line["indicator_code"])
        if target is None:
            yield lines.finding("interim_without_target", line, "indicator_code")
        elif not _is_between(target["baseline_on"], line["due_on"], target["target_on"]):
            ends = {"baseline": target["baseline_on"], "target": target["target_on"]}
            yield lines.finding("interim_outside", line, "due_on", **ends)
        if line["amount"] is not None:
            yield from _amount(lines, line)


def _is_between(start: date | None, day: date | None, end: date | None) -> bool:
    """A date that is missing was told of already."""
    return start is None or day is None or end is None or start < day < end


def _amount(lines: Lines, line: Line) -> Iterator[Finding]:
    """Of an indicator that is counted from the workbook, young people are promised; of the others a percentage."""
    if line["indicator_code"] in _counted_indicators():
        if not line["amount"].is_integer():
            yield lines.finding("target_not_whole", line, "amount")
    elif line["indicator_code"] in _shares() and line["amount"] > WHOLE:
        yield lines.finding("target_above_hundred", line, "amount")


def _counted_indicators() -> set[str]:
    return {row["indicator_code"] for row in rows("indicator_version") if row["numerator_codes"]}


def _shares() -> set[str]:
    return {row["code"] for row in rows("indicator") if row["unit"] == "%"}
