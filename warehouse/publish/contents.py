"""Everything that a publication holds, table by table, before anything is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain as one_after_another
from typing import Any

from sqlalchemy import Connection, Table

from warehouse.chain import written
from warehouse.publish import (
    delivery_status,
    facts,
    indicator_counts,
    promises,
    provenance,
    rollups,
    sought,
    versions,
    windows,
)
from warehouse.publish.approved import Approved
from warehouse.publish.audience import Audience
from warehouse.publish.facts import EXIT_COUNT, FACTS, PHASE_COUNT, PHASE_FLOW, Counts, Fact, ProtectedCounts
from warehouse.publish.versions import Row
from warehouse.schema import columns, published

VERSIONED = tuple(table for table in published.metadata.sorted_tables if table.info.get("versioned"))
# Their names count in the hash only when they hold rows: publications from before them keep the hash they have.
ADDED_LATER = frozenset(
    {
        *(published.fact_source, published.delivery_act, published.interim_target, published.steering_meeting),
        *(published.partner, published.partner_action, published.lesson, published.rule_room, published.sought),
        *published.COURSES,
    }
)

# How far down the sums go that pages read; to the leaves where nothing is told.
LEVELS = {PHASE_COUNT: 1, EXIT_COUNT: 1}
ROLLUPS = {
    published.phase_total: PHASE_COUNT,
    published.flow_total: PHASE_FLOW,
    published.exit_total: EXIT_COUNT,
    **{fact.published: fact for fact in FACTS if fact.holds_country},
}

Contents = Mapping[Table, tuple[Row, ...]]
_encode = json.JSONEncoder(default=written).encode

Found = dict[Table, Iterable[Mapping[str, Any]]]

PASSED_THROUGH = (
    published.interim_target,
    published.steering_meeting,
    published.pilot,
    published.milestone,
    published.experiment,
    published.obstacle,
    published.partner,
    published.partner_action,
    published.rule_room,
)
FOLLOW_EXPERIMENT = (published.experiment_note, published.lesson)


def contents(warehouse: Connection, approved: Approved, key: bytes, until: date) -> Contents:
    """Exact counts end here: all that is derived from counts is derived from protected ones.

    `until` is the last reference date on which a delivery may be expected.
    """
    exact = windows.to_publish(approved.facts)
    counts = {fact.name: facts.protected(fact, exact[fact.name], key) for fact in FACTS}
    audience = Audience(approved.subjects["experiment"])
    found: Found = {
        **{fact.published: facts.rows(fact, counts[fact.name]) for fact in FACTS if not fact.holds_country},
        **_derived(warehouse, approved, counts),
        **{table: approved.subjects[table.name] for table in PASSED_THROUGH},
        **{table: audience.rows(approved.subjects[table.name]) for table in FOLLOW_EXPERIMENT},
        **_deliveries(warehouse, approved, until),
        published.sought: sought.rows(approved.subjects),
        published.indicator_value: approved.indicator_values,
        published.fact_source: provenance.fact_sources(approved),
        published.delivery_act: approved.acts,
    }
    return {table: versions.content(table, rows) for table, rows in found.items()}


def content_hash(held: Contents) -> str:
    """The same on every machine and in every database."""
    digest = hashlib.sha256()
    for table in sorted(held, key=lambda table: table.name):
        width = len(table.info["keys"])
        rows = sorted(held[table], key=lambda row: row[:width])
        digest.update(hashed(table, [hashed_row(table, row) for row in rows]))
    return digest.hexdigest()


def hashed(table: Table, rows: Sequence[bytes]) -> bytes:
    """What one table adds to the hash; its rows, as `hashed_row` gives them, in the order of their keys."""
    heading = b"" if table in ADDED_LATER and not rows else f"{table.name}\n".encode()
    return heading + b"".join(rows)


def hashed_row(table: Table, row: Row) -> bytes:
    """Columns that were added later stand last, and count only as far as they hold something."""
    least = len(row) - sum(columns.ADDED_LATER in column.info for column in table.c)
    while len(row) > least and row[-1] is None:
        row = row[:-1]
    return _encode(row).encode()


def _derived(warehouse: Connection, approved: Approved, counts: Mapping[str, ProtectedCounts]) -> Found:
    totals = {fact.name: rollups.totals(counts[fact.name], len(_levels(fact))) for fact in FACTS}
    indicators = indicator_counts.indicator_counts(
        indicator_counts.definitions(warehouse), totals, counts[PHASE_COUNT.name]
    )
    targets, frozen = approved.subjects["target"], promises.frozen_baselines(warehouse)
    return {
        **{table: rollups.rows(totals[fact.name], fact.date, _levels(fact)) for table, fact in ROLLUPS.items()},
        published.indicator_count: indicator_counts.rows(indicators),
        published.target: promises.targets(targets),
        published.baseline: promises.baselines(frozen, targets, indicators),
    }


def _levels(fact: Fact) -> tuple[str, ...]:
    return fact.codes[: LEVELS.get(fact, len(fact.codes))]


def _deliveries(warehouse: Connection, approved: Approved, until: date) -> Found:
    rhythms = delivery_status.rhythms(warehouse)
    since = _first_dates(approved.facts[PHASE_COUNT.name], approved)
    return {
        published.participation: delivery_status.participation(approved.newest, since),
        published.delivery_status: delivery_status.rows(approved.deliveries, approved.receipts, rhythms, until),
    }


def _first_dates(phase_counts: Counts, approved: Approved) -> dict[str, date]:
    delivered = ((delivery.region_code, delivery.reference_date) for delivery in approved.deliveries)
    first: dict[str, date] = {}
    for region, day in one_after_another(phase_counts, delivered):
        first[region] = min(day, first.get(region, day))
    return first
