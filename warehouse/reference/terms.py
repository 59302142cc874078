"""How long each kind of data is kept."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from warehouse.reference import rows


def first_kept(code: str, today: date) -> datetime:
    """What is from before it, is past its term; `code` is of a kind of data that has a term."""
    days = next(int(row["retention_days"]) for row in rows("dataset") if row["code"] == code)
    return datetime.combine(today - timedelta(days=days), time())
