"""Publications and their rows, written straight into the published tables as a publication would have left them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, Engine, insert

from queries.reader import Access, Reader, open_reader
from tests.asking import MINISTRY
from warehouse.schema import published

DAYS = {1: date(2026, 8, 20), 2: date(2026, 9, 18), 3: date(2026, 10, 16), 4: date(2026, 11, 18)}
JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)
NOTE = "Na overleg met de regio."
ACTS = ("levering", "pilot", "regio", "bureau", "ministerie")


def publications(connection: Connection) -> None:
    """Four of them; the last one restores the second."""
    for number, day in DAYS.items():
        row = {
            "number": number,
            "published_at": datetime.combine(day, time(12)),
            "published_by": "bureau",
            "reference_date": day.replace(day=1),
            "demonstration": True,
            "note": NOTE if number == 3 else "",
            "restores": 2 if number == 4 else None,
            **dict.fromkeys(("content_hash", "key_fingerprint", "sources_hash", "journal_hash", "previous_hash"), ""),
            "hash": f"{number:064x}",
        }
        connection.execute(insert(published.publication), [row])


def count(region: str, numerator: int, first: int, last: int | None, day: date = JULY) -> dict[str, Any]:
    """Young people in sight."""
    return {
        "indicator_code": "K01",
        "region_code": region,
        "reference_date": day,
        "numerator": numerator,
        "denominator": numerator + 100,
        "regions": 1,
        **stood(first, last),
    }


def stood(first: int, last: int | None) -> dict[str, int | None]:
    return {"first_publication": first, "last_publication": last}


def told(region: str, fact: str, day: date, version: int, first: int, last: int | None) -> dict[str, Any]:
    delivery = {"reference_date": AUGUST, "version": version}
    return {"region_code": region, "fact": fact, "day": day, **delivery, **stood(first, last)}


def acts(region: str, version: int, first: int, last: int | None, reason: str | None = None) -> list[dict[str, Any]]:
    """Of a delivery and all its approvals, each a day after the one before."""
    return [
        {
            "region_code": region,
            "reference_date": AUGUST,
            "version": version,
            "act_code": code,
            "acted_at": datetime.combine(AUGUST.replace(day=10 + at + 5 * version), time(9)),
            "acted_by": f"{code} {version}",
            "reason": reason if code == "levering" else None,
            **stood(first, last),
        }
        for at, code in enumerate(ACTS)
    ]


def write(engine: Engine, **rows: list[dict[str, Any]]) -> None:
    """The four publications, and rows by the name of their table."""
    with engine.execution_options(writing=True).begin() as connection:
        publications(connection)
        for name, values in rows.items():
            connection.execute(insert(published.metadata.tables[f"{published.AREA}.{name}"]), values)


def reader_of(connection: Connection, number: int | None = None, access: Access = MINISTRY) -> Reader:
    return open_reader(connection, access, number)
