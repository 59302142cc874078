"""What a publication would change, short enough to read before saying yes. It tells of protected contents alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table

from warehouse.publish.facts import FACTS
from warehouse.publish.prepared import Prepared
from warehouse.publish.versions import Change, content_names
from warehouse.schema import published
from warehouse.schema.lists import NATIONAL_CODE

# Every versioned table has its subject, so that nothing changes unsaid.
SUBJECTS: Mapping[str, tuple[Table, ...]] = {
    "phases": (published.phase_count,),
    "flows": (published.phase_flow,),
    "exits": (published.exit_count,),
    "courses": published.COURSES,
    "sums": (published.phase_total, published.flow_total, published.exit_total, published.indicator_count),
    "pilots": (published.participation, published.pilot, published.partner_action, published.steering_meeting),
    "milestones": (published.milestone,),
    "experiments": (published.experiment, published.experiment_note, published.lesson, published.sought),
    "obstacles": (published.obstacle, published.rule_room),
    "partners": (published.partner,),
    "promises": (published.target, published.interim_target, published.baseline),
    "elsewhere": (published.indicator_value,),
    "deliveries": (published.delivery_status, published.fact_source, published.delivery_act),
}

Key = tuple[Any, ...]
Delivery = tuple[str, date, int]


@dataclass(frozen=True)
class Tally:
    """Numbers of rows, and of the areas that they are about, the country apart."""

    added: int
    changed: int
    withdrawn: int
    areas: int


@dataclass(frozen=True)
class Correction:
    """A delivery that tells other figures than were published before, and how many."""

    region_code: str
    reference_date: date
    version: int
    reason: str | None
    figures: int


@dataclass(frozen=True)
class Moved:
    region_code: str
    pilot_code: str
    title: str
    was_on: date
    expected_on: date


@dataclass(frozen=True)
class Preview:
    """`tallies` by subject, without those in which nothing changes. Milestones that are `reopened` were reached."""

    tallies: Mapping[str, Tally]
    corrections: tuple[Correction, ...]
    moved: tuple[Moved, ...]
    reached: int
    reopened: int


def preview(prepared: Prepared) -> Preview:
    changes = {change.table: change for change in prepared.changes}
    tallies = {subject: _tally([changes[table] for table in tables]) for subject, tables in SUBJECTS.items()}
    milestones = list(_changed_milestones(changes[published.milestone]))
    return Preview(
        tallies={
            subject: tally for subject, tally in tallies.items() if any((tally.added, tally.changed, tally.withdrawn))
        },
        corrections=tuple(_corrections(prepared, changes)),
        moved=tuple(move for was, now in milestones if (move := _moved(was, now))),
        reached=sum(was["done_on"] is None and now["done_on"] is not None for was, now in milestones),
        reopened=sum(was["done_on"] is not None and now["done_on"] is None for was, now in milestones),
    )


def _by_key(change: Change, rows: tuple[Key, ...]) -> dict[Key, Key]:
    return {row[: change.width]: row for row in rows}


def _tally(changes: list[Change]) -> Tally:
    added = changed = withdrawn = 0
    areas: set[str] = set()
    for change in changes:
        came, went = _by_key(change, change.added).keys(), _by_key(change, change.closed).keys()
        added, changed, withdrawn = added + len(came - went), changed + len(came & went), withdrawn + len(went - came)
        place = content_names(change.table).index("region_code")
        areas.update(key[place] for key in came | went)
    return Tally(added, changed, withdrawn, len(areas - {NATIONAL_CODE}))


def _changed_milestones(change: Change) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    names, before = content_names(change.table), _by_key(change, change.closed)
    for key, row in _by_key(change, change.added).items():
        if key in before:
            yield dict(zip(names, before[key], strict=True)), dict(zip(names, row, strict=True))


def _moved(was: Mapping[str, Any], now: Mapping[str, Any]) -> Moved | None:
    before, after = (row["forecast_on"] or row["planned_on"] for row in (was, now))
    if was["done_on"] is not None or now["done_on"] is not None or before == after:
        return None
    return Moved(now["region_code"], now["pilot_code"], now["title"], before, after)


def _corrections(prepared: Prepared, changes: Mapping[Table, Change]) -> Iterator[Correction]:
    """Of figures that stood, changed, and are now told by another delivery than before."""
    reasons = {delivery.key: delivery.correction_reason for delivery in prepared.basis.sources.deliveries}
    tellers = _new_tellers(changes[published.fact_source])
    figures: Counter[Delivery] = Counter()
    for fact in FACTS:
        for region, day, *_ in changes[fact.published].closed:
            places = [(region, fact.name, one) for one in fact.days_behind(day)]
            figures.update({tellers[place] for place in places if place in tellers})
    for (region, day, version), count in sorted(figures.items()):
        yield Correction(region, day, version, reasons.get((region, day, version)), count)


def _new_tellers(change: Change) -> dict[Key, Delivery]:
    """By region, fact and day that another delivery told before."""
    before = _by_key(change, change.closed)
    came = _by_key(change, change.added).items()
    return {key: (key[0], *row[change.width :]) for key, row in came if key in before}
