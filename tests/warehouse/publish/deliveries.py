"""Deliveries for tests, written straight into the intake tables as screening would have left them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from itertools import product
from random import Random
from typing import Any

from sqlalchemy import Connection, func, insert, select

from tests.areas import Areas
from warehouse.publish.facts import EXIT_COUNT, PHASE_COUNT, PHASE_FLOW, Fact
from warehouse.publish.prepared import Prepared, PublishResult
from warehouse.publish.protect import Node
from warehouse.publish.publication import prepare, publish
from warehouse.publish.restoration import restore
from warehouse.reference import codes_of
from warehouse.schema import intake
from warehouse.schema.calendar import months_before

KEY = bytes(range(32))
AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)
SIGNED: Mapping[str, Any] = {"published_by": "bureau", "published_at": datetime.fromisoformat("2026-08-20T12:00")}
# What every delivery holds; the sheets that a region may leave out are given as `subjects`.
ALWAYS = (PHASE_COUNT, PHASE_FLOW, EXIT_COUNT)
FLOWS: list[Node] = [
    ("NEW", "F1"),
    ("F0", "F1"),
    ("F1", "F2"),
    ("F2", "F3"),
    ("F3", "F4"),
    ("F4", "F5"),
    ("F5", "GONE"),
]

Figures = Callable[[str, str, date], Mapping[Node, int]]


def leaves_of(table: str) -> Sequence[Node]:
    if table == "phase_flow":
        return FLOWS
    codes = codes_of("phase" if table == "phase_count" else "destination")
    return list(product(codes, codes_of("age_band")))


def usual(table: str, region: str, month: date) -> Mapping[Node, int]:
    """Counts that are always the same for a region and month, among them many small ones."""
    dice = Random(f"{table}|{region}|{month}")
    return {leaf: dice.choice((0, 1, 3, 8, 20, 61)) for leaf in leaves_of(table)}


def changed(table: str, region: str, month: date, leaf: Node, more: int) -> Figures:
    """The usual counts with `more` young people in one leaf."""

    def figures(asked_table: str, asked_region: str, asked_month: date) -> Mapping[Node, int]:
        counts = dict(usual(asked_table, asked_region, asked_month))
        if (asked_table, asked_region, asked_month) == (table, region, month):
            counts[leaf] += more
        return counts

    return figures


def months_until(last: date, months: int) -> list[date]:
    return [months_before(last, back) for back in reversed(range(months))]


def deliver(
    areas: Areas,
    region: str,
    reference_date: date,
    *,
    months: int = 1,
    figures: Figures = usual,
    subjects: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    rhythm: str = "maand",
    received_on: date | None = None,
    reason: str | None = None,
    levels: Sequence[str] = ("pilot", "regio", "bureau", "ministerie"),
) -> int:
    """Stocks on the last `months` reference dates, with the flows and exits of the month before each."""
    received_at = datetime.combine(received_on or reference_date.replace(day=10), time(9))
    with areas.intake.execution_options(writing=True).begin() as connection:
        number = _insert_delivery(connection, region, reference_date, rhythm, received_at, reason)
        for fact in ALWAYS:
            _insert_fact(connection, fact, number, region, months_until(reference_date, months), figures)
        for name, rows in (subjects or {}).items():
            found = intake.metadata.tables[f"{intake.AREA}.{name}"]
            connection.execute(insert(found), [{**row, "delivery_id": number} for row in rows])
        approve(connection, number, received_at, levels)
    return number


def approve(connection: Connection, number: int, at: datetime, levels: Sequence[str]) -> None:
    approved = {"delivery_id": number, "approved_at": at, "approved_by": "coordinator"}
    if levels:
        connection.execute(insert(intake.approval), [{**approved, "level_code": level} for level in levels])


def published(areas: Areas, **options: Any) -> PublishResult:
    """A publication that is expected to have something new in it."""
    result = publish_now(areas, **options)
    assert result is not None
    return result


def publish_now(areas: Areas, **options: Any) -> PublishResult | None:
    return publish(areas.intake, areas.warehouse, **{"key": KEY, "demonstration": True, **SIGNED, **options})


def prepared(areas: Areas, **options: Any) -> Prepared:
    """Of a publication that is expected to have something new in it."""
    wanted = {"key": KEY, "demonstration": True, "published_at": SIGNED["published_at"], **options}
    found = prepare(areas.intake, areas.warehouse, **wanted)
    assert found is not None
    return found


def restored(areas: Areas, number: int, **options: Any) -> PublishResult:
    result = restore(areas.intake, areas.warehouse, number, **{**SIGNED, **options})
    assert result is not None
    return result


def _insert_delivery(
    connection: Connection, region: str, reference_date: date, rhythm: str, received_at: datetime, reason: str | None
) -> int:
    table = intake.delivery
    same = table.c.region_code == region, table.c.reference_date == reference_date
    version = connection.execute(select(func.count() + 1).where(*same)).scalar_one()
    number = connection.execute(select(func.count() + 1).select_from(table)).scalar_one()
    values = {
        "delivery_id": number,
        "region_code": region,
        "reference_date": reference_date,
        "version": version,
        "sha256": f"{number:064x}",
        "rhythm_code": rhythm,
        "filled_by": "beleidsmedewerker",
        "correction_reason": reason,
        "file_name": f"{region}.xlsx",
        "workbook": b"",
        "received_at": received_at,
        "received_by": region,
    }
    connection.execute(insert(table), [values])
    return number


def _insert_fact(
    connection: Connection, fact: Fact, number: int, region: str, dates: Sequence[date], figures: Figures
) -> None:
    back = 0 if fact.exact_date == "reference_date" else 1
    rows = [
        {"delivery_id": number, fact.exact_date: month, **dict(zip(fact.codes, leaf, strict=True)), "youths": youths}
        for month in (months_before(day, back) for day in dates)
        for leaf, youths in figures(fact.name, region, month).items()
    ]
    connection.execute(insert(fact.exact), rows)
