"""Experiments: what they came from, when they ran, how they ended; their log and their lessons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from warehouse.intake.delivered import Delivered
from warehouse.intake.findings import Finding
from warehouse.intake.lines import Line, Lines

STOPPED = "stoppen"


def check(delivered: Delivered) -> Iterator[Finding]:
    lines = delivered.lines("experiment")
    parents = {line["experiment_code"]: line["comes_from"] for line in lines.lines}
    for line in lines.lines:
        yield from _origin(lines, line, parents)
        yield from _dates(lines, line)
        yield from _ending(lines, line)
    yield from _log(delivered)
    yield from _lessons(delivered)


def _origin(lines: Lines, line: Line, parents: Mapping[str | None, str | None]) -> Iterator[Finding]:
    origin = line["comes_from"]
    if origin is None:
        return
    if origin not in parents:
        yield lines.finding("origin_unknown", line, "comes_from", origin=origin)
    elif _leads_back(line["experiment_code"], parents):
        yield lines.finding("origin_circular", line, "comes_from", origin=origin)


def _leads_back(code: str | None, parents: Mapping[str | None, str | None]) -> bool:
    """Whether an experiment is among its own ancestors."""
    seen: set[str] = set()
    parent = parents.get(code)
    while parent is not None and parent not in seen:
        if parent == code:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False


def _dates(lines: Lines, line: Line) -> Iterator[Finding]:
    started = line["started_on"]
    for key, code in (("check_on", "check_before_start"), ("ended_on", "ended_before_start")):
        if None not in (started, line[key]) and line[key] < started:
            yield lines.finding(code, line, key, started=started)


def _ending(lines: Lines, line: Line) -> Iterator[Finding]:
    ended, verdict = line["ended_on"], line["verdict_code"]
    if ended is not None and verdict is None:
        yield lines.finding("ended_without_verdict", line, "verdict_code")
    if ended is None and verdict == STOPPED:
        yield lines.finding("verdict_without_end", line, "ended_on")
    if verdict == STOPPED and line["lesson"] is None:
        yield lines.finding("stopped_without_lesson", line, "lesson")


def _log(delivered: Delivered) -> Iterator[Finding]:
    notes = delivered.lines("experiment_note")
    started = {line["experiment_code"]: line["started_on"] for line in delivered.lines("experiment").lines}
    for line in notes.lines:
        code = line["experiment_code"]
        if code is not None and code not in started:
            yield notes.finding("experiment_unknown", line, "experiment_code", experiment=code)
        elif started.get(code) and line["noted_on"] and line["noted_on"] < started[code]:
            yield notes.finding("note_before_start", line, "noted_on", started=started[code])


def _lessons(delivered: Delivered) -> Iterator[Finding]:
    lessons, known = delivered.lines("lesson"), delivered.codes("experiment", "experiment_code")
    for line in lessons.lines:
        code = line["experiment_code"]
        if code is not None and code not in known:
            yield lessons.finding("experiment_unknown", line, "experiment_code", experiment=code)
